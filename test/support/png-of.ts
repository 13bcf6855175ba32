import { deflateSync } from 'node:zlib'

/** A PNG written by the standard alone (W3C PNG, second edition), in every shape it has: what the office's reader is held to. */
export type Shape = { width: number; height: number; depth: number; colour: number; interlaced: boolean }
/** Samples of a pixel, as deep as the shape says; of a palette its index. */
export type Pixel = number[]

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
const STARTS = [0, 4, 0, 2, 0, 1, 0]
const TOPS = [0, 0, 4, 0, 2, 0, 1]
const ACROSS = [8, 8, 4, 4, 2, 2, 1]
const DOWN = [8, 8, 8, 4, 4, 2, 2]

export function pngOf(
  shape: Shape,
  pixels: Pixel[],
  { filters = [0], palette, key }: { filters?: number[]; palette?: number[][]; key?: number[] } = {},
): Buffer {
  const { width, height, depth, colour, interlaced } = shape
  const rows: Buffer[] = []
  let drawn = 0
  for (const pass of interlaced ? [0, 1, 2, 3, 4, 5, 6] : [-1]) {
    const [x0, y0, dx, dy] = pass < 0 ? [0, 0, 1, 1] : [STARTS[pass], TOPS[pass], ACROSS[pass], DOWN[pass]].map(Number)
    let above: Buffer | null = null
    for (let y = y0 ?? 0; y < height; y += dy ?? 1) {
      const line: Pixel[] = []
      for (let x = x0 ?? 0; x < width; x += dx ?? 1) line.push(pixels[y * width + x] ?? [])
      if (line.length === 0) continue
      const raw = packed(line, depth)
      const filter = filters[drawn++ % filters.length] ?? 0
      rows.push(Buffer.concat([Buffer.from([filter]), filtered(filter, raw, above, bytesApart(shape))]))
      above = raw
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([depth, colour, 0, 0, interlaced ? 1 : 0], 8)
  const alphas = palette?.map(([, , , alpha = 255]) => alpha) ?? []
  const half = Buffer.alloc((key?.length ?? 0) * 2)
  for (const [n, sample] of (key ?? []).entries()) half.writeUInt16BE(sample, n * 2)
  const idat = deflateSync(Buffer.concat(rows))
  const cut = Math.ceil(idat.length / 2)
  return Buffer.concat([
    SIGNATURE,
    chunkOf('IHDR', head),
    ...(palette ? [chunkOf('PLTE', Buffer.from(palette.flatMap((one) => one.slice(0, 3))))] : []),
    ...(palette && alphas.some((one) => one < 255) ? [chunkOf('tRNS', Buffer.from(alphas))] : []),
    ...(key ? [chunkOf('tRNS', half)] : []),
    chunkOf('tEXt', Buffer.from('Comment\0by hand')),
    chunkOf('IDAT', idat.subarray(0, cut)),
    chunkOf('IDAT', idat.subarray(cut)),
    chunkOf('IEND', Buffer.alloc(0)),
  ])
}

const SAMPLES = [1, 0, 3, 1, 2, 0, 4]
const bytesApart = ({ depth, colour }: Shape) => Math.max(1, (depth * (SAMPLES[colour] ?? 1)) / 8)

function packed(line: Pixel[], depth: number): Buffer {
  const bits = line
    .flat()
    .map((sample) => sample.toString(2).padStart(depth, '0'))
    .join('')
  const bytes = bits.match(/.{1,8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)))
}

function filtered(filter: number, raw: Buffer, above: Buffer | null, apart: number): Buffer {
  return Buffer.from(
    raw.map((value, i) => {
      const a = i < apart ? 0 : (raw[i - apart] ?? 0)
      const b = above?.[i] ?? 0
      const c = i < apart ? 0 : (above?.[i - apart] ?? 0)
      const p = a + b - c
      const nearest = [a, b, c].reduce((best, one) => (Math.abs(p - one) < Math.abs(p - best) ? one : best))
      return (value - ([0, a, b, Math.floor((a + b) / 2), nearest][filter] ?? 0)) & 0xff
    }),
  )
}

export function chunkOf(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length)
  body.copy(out, 4)
  out.writeUInt32BE(crcBitwise(body), body.length + 4)
  return out
}

function crcBitwise(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
