import { buffer } from 'node:stream/consumers'
import { crc32, createDeflateRaw } from 'node:zlib'
import { buildXlsx } from './xlsx'

const MB = 2 ** 20
const ROW = `<row><c t="str"><v>${'a'.repeat(4_000)}</v></c></row>`
const CHUNK = Buffer.from(ROW.repeat(1_000))

/** So many megabytes of worksheet, packed; they are never in memory whole. */
async function packedRows(megabytes: number): Promise<{ packed: Buffer; unpacked: number; crc: number }> {
  const deflate = createDeflateRaw({ level: 6 })
  const pieces: Buffer[] = []
  deflate.on('data', (piece: Buffer) => pieces.push(piece))
  const ended = new Promise((resolve) => deflate.on('end', resolve))
  let unpacked = 0
  let crc = 0
  const put = async (bytes: Buffer) => {
    unpacked += bytes.length
    crc = crc32(bytes, crc)
    if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once('drain', resolve))
  }
  await put(Buffer.from(`<worksheet><sheetData><row r="1"><c t="str"><v>Name</v></c></row>`))
  while (unpacked < megabytes * MB) await put(CHUNK)
  await put(Buffer.from('</sheetData></worksheet>'))
  deflate.end()
  await ended
  return { packed: Buffer.concat(pieces), unpacked, crc }
}

const packedOnce = new Map<number, Awaited<ReturnType<typeof packedRows>>>()

type Part = { name: string; packed: Buffer; unpacked: number; crc: number }

/** A zip archive that says of its parts what it is told to. */
function zipOf(parts: readonly Part[]): Uint8Array {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, packed, unpacked, crc } of parts) {
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc, 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(unpacked, 18)
    fields.writeUInt16LE(name.length, 22)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    fields.copy(entry, 6)
    entry.writeUInt32LE(offset, 42)
    central.push(entry, Buffer.from(name))
    const whole = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed])
    local.push(whole)
    offset += whole.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}

const MAIN = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const workbook = `<workbook xmlns:r="${MAIN}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`
const relations = `<Relationships><Relationship Id="rId1" Type="${MAIN}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`

/** A workbook whose worksheet unpacks to so many megabytes and says that it is of `declared` bytes. */
export async function bomb(megabytes: number, declared?: number): Promise<Uint8Array> {
  const rows = await (packedOnce.get(megabytes) ?? packedRows(megabytes))
  packedOnce.set(megabytes, rows)
  const stored = async (name: string, text: string): Promise<Part> => {
    const deflate = createDeflateRaw()
    deflate.end(text)
    return { name, packed: await buffer(deflate), unpacked: Buffer.byteLength(text), crc: crc32(text) }
  }
  return zipOf([
    await stored('xl/workbook.xml', workbook),
    await stored('xl/_rels/workbook.xml.rels', relations),
    { name: 'xl/worksheets/sheet1.xml', ...rows, unpacked: declared ?? rows.unpacked },
  ])
}

const cell = (reference: string, value: string): string => `<c r="${reference}" t="str"><v>${value}</v></c>`
const sheetOf = (data: string, before = '') =>
  buildXlsx({ sheets: [{ name: 'S', xml: `${before}<worksheet><sheetData>${data}</sheetData></worksheet>` }] })

export const corners = (): Uint8Array =>
  sheetOf(
    `<row r="1">${cell('A1', 'Name')}</row><row r="1048576">${cell('XFD1048576', 'x')}</row>`,
    '<?xml version="1.0"?>',
  )

export const withDtd = (): Uint8Array =>
  sheetOf(
    `<row r="1">${cell('A1', '&lol9;')}</row>`,
    `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol9 "&lol;&lol;&lol;">]>`,
  )

/** Its only worksheet lies on another machine. */
export const elsewhere = (): Uint8Array =>
  buildXlsx({
    sheets: [{ name: 'S', rows: [['Name'], ['Ann']] }],
    parts: {
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${MAIN}/worksheet" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`,
    },
  })

export const manyEntries = (count: number): Uint8Array => {
  const parts: Record<string, Uint8Array> = {}
  for (let i = 0; i < count; i++) parts[`xl/media/${i}.bin`] = new Uint8Array(0)
  return buildXlsx({ sheets: [{ name: 'S', rows: [['Name'], ['Ann']] }], parts, level: 0 })
}

/** A text file of so many megabytes: what it begins with, and then one thing again and again. */
export const textOf = (begin: string, again: string, megabytes: number): Uint8Array => {
  const file = Buffer.alloc(megabytes * MB, again)
  file.write(begin)
  return file
}
