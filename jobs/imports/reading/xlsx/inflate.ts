import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInflateRaw } from 'node:zlib'
import { Problem } from '../../../values/problem'
import type { ZipEntry } from './zip-directory'

const PACKED_BYTES = 256 * 1024
/** What is read from a piece is held together: a larger one outlives the collector's first looks. */
const PIECE_BYTES = 128 * 1024

const damaged = (entry: ZipEntry, detail: string): Problem =>
  new Problem('import.xlsx_damaged', { detail: `${entry.name}: ${detail}` })

/**
 * The bytes of an entry, piece by piece. They are counted while they come: an entry that unpacks to more than its
 * directory says is refused at that point. Node's zlib does the work on another thread, while the caller reads.
 */
export async function* inflateEntry(file: string, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.method !== 0 && entry.method !== 8) throw damaged(entry, `packed by the unknown method ${entry.method}`)
  if (entry.packed === 0) return
  const start = await dataStart(file, entry)
  const packed = createReadStream(file, { start, end: start + entry.packed - 1, highWaterMark: PACKED_BYTES })
  const stream = entry.method === 0 ? packed : packed.pipe(createInflateRaw({ chunkSize: PIECE_BYTES }))
  packed.on('error', (error) => stream.destroy(error))
  let counted = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      counted += chunk.length
      if (counted > entry.unpacked) {
        throw new Problem('import.lying_size', { entry: entry.name, declared: entry.unpacked }, { kind: 'too_large' })
      }
      yield chunk
    }
  } catch (error) {
    throw error instanceof Problem ? error : damaged(entry, 'cannot be unpacked')
  } finally {
    stream.destroy()
    packed.destroy()
  }
  if (counted !== entry.unpacked) throw damaged(entry, `${entry.unpacked} bytes announced, ${counted} found`)
}

/** The local header repeats the name and has its own extra field, so only it says where the data begins. */
async function dataStart(file: string, entry: ZipEntry): Promise<number> {
  const handle = await open(file, 'r')
  try {
    const header = Buffer.alloc(30)
    const { bytesRead } = await handle.read(header, 0, 30, entry.offset)
    if (bytesRead < 30 || header.readUInt32LE(0) !== 0x04034b50) throw damaged(entry, 'not where it should be')
    return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  } finally {
    await handle.close()
  }
}
