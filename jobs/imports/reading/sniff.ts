import { type FileHandle, open } from 'node:fs/promises'
import { Problem } from '../../values/problem'
import { COMPOUND_FILE, compoundFileNames } from './compound-file'
import { MAX_FILE_BYTES, megabytes } from './limits'
import { readZipDirectory, type ZipDirectory } from './xlsx/zip-directory'

const FIRST_BYTES = 4096

const SIGNATURES: [string, string][] = [
  ['25504446', 'a PDF document'],
  ['89504e47', 'a picture (PNG)'],
  ['ffd8ff', 'a picture (JPEG)'],
  ['47494638', 'a picture (GIF)'],
  ['49492a00', 'a picture (TIFF)'],
  ['4d4d002a', 'a picture (TIFF)'],
  ['52494646', 'a picture, sound or film (RIFF)'],
  ['1f8b', 'a compressed file (gzip)'],
  ['377abcaf271c', 'a compressed file (7z)'],
  ['526172211a07', 'a compressed file (rar)'],
  ['53514c69746520666f726d6174', 'a database (SQLite)'],
  ['4d5a', 'a Windows program'],
  ['7f454c46', 'a program'],
  ['7b5c727466', 'a text document (RTF)'],
]

/**
 * What a file is, told from its content: `xlsx`, `ods`, or `text` in some encoding. Everything else is refused with what it
 * seems to be and what to do about it; a zip archive is looked at only through its directory, within the limits.
 */
export async function sniff(file: string, originalName: string): Promise<'xlsx' | 'ods' | 'text'> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    if (size === 0) throw new Problem('import.empty_file', { file: originalName })
    if (size > MAX_FILE_BYTES) {
      const params = { file: originalName, found: megabytes(size), limit: megabytes(MAX_FILE_BYTES) }
      throw new Problem('import.file_too_large', params, { kind: 'too_large' })
    }
    const first = Buffer.alloc(Math.min(FIRST_BYTES, size))
    await handle.read(first, 0, first.length, 0)
    if (/^504b(0304|0506)/.test(first.toString('hex', 0, 4)) && first.length >= 22) {
      return await kindOfZip(await readZipDirectory(handle, size), handle, originalName)
    }
    if (first.subarray(0, 8).equals(COMPOUND_FILE)) {
      throw refusalOfCompoundFile(await compoundFileNames(handle), originalName)
    }
    refuseOther(first, originalName)
    return 'text'
  } finally {
    await handle.close()
  }
}

async function kindOfZip(directory: ZipDirectory, handle: FileHandle, file: string): Promise<'xlsx' | 'ods'> {
  const has = (prefix: string): boolean => [...directory.keys()].some((name) => name.startsWith(prefix))
  if (has('xl/workbook.bin')) throw new Problem('import.binary_workbook', { file })
  if (has('xl/')) return 'xlsx'
  const mimetype = await storedText(directory, handle, 'mimetype')
  if (mimetype.includes('opendocument.spreadsheet')) return 'ods'
  if (has('Index/') || has('Index.zip')) throw new Problem('import.apple_numbers', { file })
  const seems = has('word/')
    ? 'a Word document'
    : has('ppt/')
      ? 'a presentation'
      : mimetype.includes('opendocument')
        ? 'an OpenDocument file other than a spreadsheet'
        : 'a zip archive'
  throw new Problem('import.not_a_spreadsheet', { file, seems })
}

/** The text of a small entry that is stored as it is, which OpenDocument's `mimetype` must be; '' for any other. */
async function storedText(directory: ZipDirectory, handle: FileHandle, name: string): Promise<string> {
  const entry = directory.get(name)
  if (entry?.method !== 0 || entry.packed > 200) return ''
  const header = Buffer.alloc(30)
  await handle.read(header, 0, 30, entry.offset)
  const bytes = Buffer.alloc(entry.packed)
  // the local header has an extra field of its own
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, start)
  return bytes.toString('latin1', 0, bytesRead)
}

function refusalOfCompoundFile(names: string[], file: string): Problem {
  if (names.includes('EncryptedPackage')) return new Problem('import.password_protected', { file })
  if (names.includes('Workbook') || names.includes('Book')) return new Problem('import.old_excel', { file })
  const seems = names.includes('WordDocument') ? 'a Word document' : 'an Office file of a kind before 2007'
  return new Problem('import.not_a_spreadsheet', { file, seems })
}

function refuseOther(first: Buffer, file: string): void {
  const hex = first.toString('hex', 0, 16)
  const isBinary = first.includes(0)
  const signature = SIGNATURES.find(
    // two letters may as well begin a header: “MZ” is one of a list as long as no zero byte follows
    ([begin]) => hex.startsWith(begin) && (begin.length > 4 || isBinary || first[0] === 0x1f),
  )
  if (signature) throw new Problem('import.not_a_spreadsheet', { file, seems: signature[1] })
  // Excel 2 to 4 wrote their records without a container.
  if (/^0900(04|06)00|^0902(04|06)00|^0904(04|06)00/.test(hex)) throw new Problem('import.old_excel', { file })
  const text = first
    .toString('latin1')
    .replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replace(/\0/g, '')
  const markup = kindOfMarkup(text)
  if (markup) throw new Problem('import.not_a_spreadsheet', { file, seems: markup })
}

function kindOfMarkup(text: string): string | null {
  if (/^\s*(<!doctype html|<html|<table|<head|<meta|<body|<div|<style)/i.test(text)) return 'a web page (HTML)'
  if (/^\s*<\?xml/.test(text)) {
    if (text.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'an Excel 2003 XML file'
    return text.includes('urn:oasis:names:tc:opendocument') ? 'a flat OpenDocument file (fods)' : 'an XML file'
  }
  if (/^\s*(\{\s*"[^"]*"\s*:|\[\s*\{\s*")/.test(text)) return 'a JSON file'
  if (/^BEGIN:VCALENDAR/.test(text)) return 'a calendar (ICS)'
  if (/^BEGIN:VCARD/.test(text)) return 'an address card (vCard)'
  return /^%!PS/.test(text) ? 'a PostScript document' : null
}
