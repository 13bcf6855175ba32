import { promisify } from 'node:util'
import { deflateSync, inflate } from 'node:zlib'
import { Problem } from '../../values/problem'
import { crc32 } from './crc32'
import { type PngShape, pixelsOf, rawLength } from './png-pixels'
import type { Raster } from './raster'

export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

const broken = (what: string) => new Problem('logo.broken', { what })

/** Which depths each colour type may have (PNG, second edition, table 11.1). */
const DEPTHS: Record<number, number[]> = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] }

type Chunk = { type: string; data: Buffer }

function* chunksOf(bytes: Buffer): Generator<Chunk> {
  for (let at = PNG_SIGNATURE.length; at < bytes.length; ) {
    if (at + 12 > bytes.length) throw broken('it ends in the middle')
    const length = bytes.readUInt32BE(at)
    const end = at + 12 + length
    if (end > bytes.length) throw broken('it ends in the middle')
    const body = bytes.subarray(at + 4, end - 4)
    if (crc32(body) !== bytes.readUInt32BE(end - 4)) throw broken('a check sum does not fit')
    const type = body.subarray(0, 4).toString('latin1')
    yield { type, data: body.subarray(4) }
    if (type === 'IEND') return
    at = end
  }
  throw broken('it ends in the middle')
}

/** What the head of a PNG says of it; no pixel is read. Throws `logo.broken`. */
export function pngShape(bytes: Buffer): PngShape {
  const [head] = chunksOf(bytes)
  if (head?.type !== 'IHDR' || head.data.length !== 13) throw broken('it has no head')
  const [depth = 0, colour = -1, compression, filter, interlace = 2] = head.data.subarray(8)
  if (!DEPTHS[colour]?.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1)
    throw broken('its head says what no PNG can be')
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)]
  return { width, height, depth, colour, isInterlaced: interlace === 1 }
}

/**
 * The pixels of a PNG whose size was checked. What unpacks to more than its head says is refused before it costs memory.
 * Throws `logo.broken`.
 */
export async function readPng(bytes: Buffer): Promise<Raster> {
  const shape = pngShape(bytes)
  const packed: Buffer[] = []
  let palette: Buffer | null = null
  let transparent: Buffer | null = null
  for (const { type, data } of chunksOf(bytes)) {
    if (type === 'IDAT') packed.push(data)
    if (type === 'PLTE') palette = data
    if (type === 'tRNS') transparent = data
  }
  const expected = rawLength(shape)
  const raw = await unpacked(Buffer.concat(packed), expected)
  if (raw.length !== expected) throw broken('its pixels are not all there')
  if (shape.colour === 3 && palette === null) throw broken('its colours are missing')
  return pixelsOf(shape, raw, palette, transparent)
}

async function unpacked(packed: Buffer, expected: number): Promise<Buffer> {
  try {
    return await promisify<Buffer, object, Buffer>(inflate)(packed, { maxOutputLength: expected })
  } catch {
    throw broken('its pixels cannot be unpacked')
  }
}

/** A PNG of a raster: with alpha only where something is transparent. */
export function writePng({ width, height, rgba }: Raster): Buffer {
  const hasAlpha = rgba.some((value, at) => at % 4 === 3 && value !== 255)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, hasAlpha ? 6 : 2, 0, 0, 0], 8)
  const size = hasAlpha ? 4 : 3
  const rows = Buffer.alloc(height * (1 + width * size))
  for (let y = 0, to = 0; y < height; y++) {
    to++ // filter 0: small flat pictures pack best as they are
    for (let x = 0; x < width; x++, to += size)
      rows.set(rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + size), to)
  }
  const chunks = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([PNG_SIGNATURE, ...chunks])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
