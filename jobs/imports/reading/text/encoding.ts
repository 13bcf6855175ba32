import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { Problem } from '../../../values/problem'

export type Encoding = {
  /** A WHATWG label. */
  name: string
  /** False: a guess, which a person confirms by looking at the accented letters. */
  sure: boolean
  bomBytes: number
  /** Another encoding that the frequencies of letters suggest. */
  hint: string | null
}

const CHUNK_BYTES = 64 * 1024
const SAMPLE_BYTES = 64 * 1024

/**
 * Byte order mark, else UTF-16 by its zero bytes, else UTF-8 if the whole file is valid UTF-8, else Windows-1252 as a
 * guess: every byte means something in it, so only a person can tell. Throws where zero bytes say that it is no text.
 */
export async function findEncoding(file: string, originalName: string): Promise<Encoding> {
  const handle = await open(file, 'r')
  try {
    const sample = await readSample(handle)
    const marked = byteOrderMark(sample)
    if (marked) return marked
    const wide = wideEncoding(sample)
    if (wide) return { name: wide, sure: false, bomBytes: 0, hint: null }
    if (looksBinary(sample)) {
      throw new Problem('import.not_a_spreadsheet', { file: originalName, seems: 'not text at all (binary data)' })
    }
    if (await isValid(file, 'utf-8')) return { name: 'utf-8', sure: true, bomBytes: 0, hint: null }
    if (looksMacintosh(sample)) return { name: 'macintosh', sure: false, bomBytes: 0, hint: null }
    return { name: 'windows-1252', sure: false, bomBytes: 0, hint: await hintFor(sample) }
  } finally {
    await handle.close()
  }
}

/** The encoding a person has chosen; its byte order mark, if there is one, is passed over. */
export async function chosenEncoding(file: string, name: string): Promise<Encoding> {
  try {
    new TextDecoder(name)
  } catch {
    throw new Problem('import.encoding_unknown', { encoding: name })
  }
  const handle = await open(file, 'r')
  try {
    const marked = byteOrderMark(await readSample(handle))
    const label = new TextDecoder(name).encoding
    return { name: label, sure: true, bomBytes: marked?.name === label ? marked.bomBytes : 0, hint: null }
  } finally {
    await handle.close()
  }
}

/**
 * The file's text, piece by piece. Bytes that are none in the encoding are a Problem, never replaced silently, and so is the
 * zero that UTF-32 and damaged files have between their letters: nobody would see it in a name.
 */
export async function* decodeFile(file: string, { name, bomBytes }: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(name, { fatal: true, ignoreBOM: true })
  const stream = createReadStream(file, { start: bomBytes, highWaterMark: CHUNK_BYTES })
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      const text = decoder.decode(chunk, { stream: true })
      if (text.includes('\0')) throw new Problem('import.zero_letters', { encoding: name })
      yield text
    }
    yield decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) throw new Problem('import.encoding_wrong', { encoding: name })
    throw error
  } finally {
    stream.destroy()
  }
}

async function readSample(handle: FileHandle): Promise<Buffer> {
  const bytes = Buffer.alloc(SAMPLE_BYTES)
  const { bytesRead } = await handle.read(bytes, 0, SAMPLE_BYTES, 0)
  return bytes.subarray(0, bytesRead)
}

function byteOrderMark(bytes: Buffer): Encoding | null {
  const begins = (...mark: number[]): boolean => mark.every((byte, i) => bytes[i] === byte)
  if (begins(0xef, 0xbb, 0xbf)) return { name: 'utf-8', sure: true, bomBytes: 3, hint: null }
  if (begins(0xff, 0xfe)) return { name: 'utf-16le', sure: true, bomBytes: 2, hint: null }
  if (begins(0xfe, 0xff)) return { name: 'utf-16be', sure: true, bomBytes: 2, hint: null }
  return null
}

/** Latin letters in UTF-16 have a zero byte each, always on the same side. */
function wideEncoding(bytes: Buffer): string | null {
  if (bytes.length < 4 || !bytes.includes(0)) return null
  const zeros = [0, 0]
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const most = bytes.length * 0.2
  if (odd > most && even < odd / 20) return 'utf-16le'
  return even > most && odd < even / 20 ? 'utf-16be' : null
}

/** Text holds no zero bytes and hardly any control characters. */
function looksBinary(bytes: Buffer): boolean {
  let controls = 0
  for (const byte of bytes) {
    if (byte === 0) return true
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls++
  }
  return controls > bytes.length / 100
}

async function isValid(file: string, name: string): Promise<boolean> {
  try {
    for await (const _ of decodeFile(file, { name, sure: true, bomBytes: 0, hint: null }));
    return true
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}

/**
 * What stands for a letter beside ASCII letters is one of Western languages in the right encoding; the Mac's accented
 * letters are signs and dashes in Windows-1252 (“‡” for “á”).
 */
function looksMacintosh(sample: Buffer): boolean {
  const shareOfLetters = (name: string): number => {
    const within = new TextDecoder(name).decode(sample).match(/(?<=[A-Za-z])[^\p{ASCII}]|[^\p{ASCII}](?=[a-z])/gu) ?? []
    return within.filter((letter) => /[\u00c0-\u00ff\u0152\u0153’]/.test(letter)).length / Math.max(1, within.length)
  }
  return shareOfLetters('windows-1252') < 0.5 && shareOfLetters('macintosh') > 0.9
}

async function hintFor(sample: Buffer): Promise<string | null> {
  const { default: chardet } = await import('chardet')
  const guess = chardet.detect(sample)?.toLowerCase() ?? null
  return guess && !['windows-1252', 'iso-8859-1', 'utf-8', 'ascii'].includes(guess) ? guess : null
}
