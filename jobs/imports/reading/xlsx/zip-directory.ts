import type { FileHandle } from 'node:fs/promises'
import { Problem } from '../../../values/problem'
import { MAX_ENTRIES, MAX_RATIO, MAX_UNPACKED_BYTES, megabytes, RATIO_FREE_BYTES, refuseOver } from '../limits'

/** One file of a zip archive, as the central directory declares it. Names are keys, never paths on this machine. */
export type ZipEntry = {
  name: string
  /** 0 stored, 8 deflated. */
  method: number
  packed: number
  unpacked: number
  /** Of the local header, from the start of the file. */
  offset: number
}

export type ZipDirectory = Map<string, ZipEntry>

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const ENTRY = 0x02014b50
const END_BYTES = 22
const LONGEST_COMMENT = 0xffff
const MOST_DIRECTORY_BYTES = 8 * 1024 * 1024

const damaged = (detail: string): Problem => new Problem('import.xlsx_damaged', { detail })

/**
 * Reads the central directory of a zip archive and holds it against the limits, before a byte is unpacked: entries,
 * unpacked size, ratio, overlapping entries, encryption. Sizes that lie are caught when the entry is unpacked.
 */
export async function readZipDirectory(handle: FileHandle, size: number): Promise<ZipDirectory> {
  const { count, bytes } = await readDirectoryBytes(handle, size)
  refuseOver('import.too_many_entries', count, MAX_ENTRIES)
  const directory: ZipDirectory = new Map()
  let unpacked = 0
  for (let at = 0; at + 46 <= bytes.length && bytes.readUInt32LE(at) === ENTRY; ) {
    const { entry, encrypted, next } = readEntry(bytes, at)
    if (encrypted) throw new Problem('import.encrypted_entry', { entry: entry.name })
    if (directory.has(entry.name)) throw damaged(`two entries named ${entry.name}`)
    directory.set(entry.name, entry)
    refuseOver('import.too_many_entries', directory.size, MAX_ENTRIES)
    unpacked += entry.unpacked
    at = next
  }
  if (directory.size !== count) throw damaged(`${count} entries announced, ${directory.size} found`)
  if (unpacked > MAX_UNPACKED_BYTES) {
    const params = { found: megabytes(unpacked), limit: megabytes(MAX_UNPACKED_BYTES) }
    throw new Problem('import.unpacked_too_large', params, { kind: 'too_large' })
  }
  if (unpacked > RATIO_FREE_BYTES) refuseOver('import.ratio_too_high', Math.ceil(unpacked / size), MAX_RATIO)
  refuseOverlaps([...directory.values()], size)
  return directory
}

async function readDirectoryBytes(handle: FileHandle, size: number): Promise<{ count: number; bytes: Buffer }> {
  const tail = Buffer.alloc(Math.min(size, END_BYTES + LONGEST_COMMENT))
  await handle.read(tail, 0, tail.length, size - tail.length)
  let end = tail.length - END_BYTES
  while (end >= 0 && tail.readUInt32LE(end) !== END) end--
  if (end < 0) throw damaged('the archive has no end; the file may have been cut off')
  let count = tail.readUInt16LE(end + 10)
  let length = tail.readUInt32LE(end + 12)
  let offset = tail.readUInt32LE(end + 16)
  if (count === 0xffff || length === 0xffffffff || offset === 0xffffffff) {
    if (end < 20 || tail.readUInt32LE(end - 20) !== LOCATOR_64) throw damaged('its directory cannot be found')
    const end64 = Buffer.alloc(56)
    const at = Number(tail.readBigUInt64LE(end - 12))
    if (at + 56 > size) throw damaged('its directory lies outside the file')
    await handle.read(end64, 0, 56, at)
    if (end64.readUInt32LE(0) !== END_64) throw damaged('its directory cannot be found')
    count = Number(end64.readBigUInt64LE(32))
    length = Number(end64.readBigUInt64LE(40))
    offset = Number(end64.readBigUInt64LE(48))
  }
  refuseOver('import.too_many_entries', count, MAX_ENTRIES)
  if (length > MOST_DIRECTORY_BYTES || offset + length > size) throw damaged('its directory lies outside the file')
  const bytes = Buffer.alloc(length)
  await handle.read(bytes, 0, length, offset)
  return { count, bytes }
}

function readEntry(bytes: Buffer, at: number): { entry: ZipEntry; encrypted: boolean; next: number } {
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30)
  const next = extraEnd + bytes.readUInt16LE(at + 32)
  if (next > bytes.length) throw damaged('its directory is cut off')
  const entry: ZipEntry = {
    name: bytes.toString('utf8', at + 46, nameEnd),
    method: bytes.readUInt16LE(at + 10),
    packed: bytes.readUInt32LE(at + 20),
    unpacked: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  }
  readZip64(entry, bytes.subarray(nameEnd, extraEnd))
  return { entry, encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1, next }
}

/** Some writers always use the 64-bit form: the fields that are full stand in an extra field, in this order. */
function readZip64(entry: ZipEntry, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let field = at + 4
    for (const key of ['unpacked', 'packed', 'offset'] as const) {
      if (entry[key] !== 0xffffffff || field + 8 > extra.length) continue
      entry[key] = Number(extra.readBigUInt64LE(field))
      field += 8
    }
  }
}

/** Entries that share their bytes are how a small archive unpacks to petabytes. */
function refuseOverlaps(entries: ZipEntry[], size: number): void {
  const inOrder = [...entries].sort((a, b) => a.offset - b.offset)
  for (const [position, entry] of inOrder.entries()) {
    const end = entry.offset + 30 + entry.packed
    if (end > (inOrder[position + 1]?.offset ?? size)) throw damaged(`the entry ${entry.name} overlaps another one`)
  }
}
