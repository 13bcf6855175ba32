import type { Size } from '../../values/logo'
import { Problem } from '../../values/problem'
import type { Raster } from './raster'

export type PngShape = Size & {
  /** Bits of a sample. */
  depth: number
  /** 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha. */
  colour: number
  isInterlaced: boolean
}

const SAMPLES: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Adam7: where each pass begins and how far its pixels stand apart (PNG, 8.2). */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

type Pass = { x: number; y: number; stepX: number; stepY: number; width: number; height: number }

function passesOf({ width, height, isInterlaced }: PngShape): Pass[] {
  if (!isInterlaced) return [{ x: 0, y: 0, stepX: 1, stepY: 1, width, height }]
  return PASSES.map(([x, y, stepX, stepY]) => ({
    x,
    y,
    stepX,
    stepY,
    width: Math.ceil((width - x) / stepX),
    height: Math.ceil((height - y) / stepY),
  })).filter((pass) => pass.width > 0 && pass.height > 0)
}

const bitsOf = ({ depth, colour }: PngShape) => depth * (SAMPLES[colour] ?? 1)
const rowLength = (shape: PngShape, width: number) => Math.ceil((width * bitsOf(shape)) / 8)

/** How many bytes a PNG unpacks to: each row of each pass with its filter's byte. */
export const rawLength = (shape: PngShape): number =>
  passesOf(shape).reduce((sum, pass) => sum + pass.height * (1 + rowLength(shape, pass.width)), 0)

/** The pixels of unpacked rows. `transparent` is the tRNS chunk. Throws `logo.broken`. */
export function pixelsOf(shape: PngShape, raw: Buffer, palette: Buffer | null, transparent: Buffer | null): Raster {
  const rgba = new Uint8Array(shape.width * shape.height * 4)
  const apart = Math.max(1, bitsOf(shape) >> 3)
  let at = 0
  for (const pass of passesOf(shape)) {
    const length = rowLength(shape, pass.width)
    let before: Uint8Array = new Uint8Array(length)
    for (let row = 0; row < pass.height; row++) {
      const line = raw.subarray(at + 1, at + 1 + length)
      unfilter(raw[at] ?? 0, line, before, apart)
      at += 1 + length
      const y = pass.y + row * pass.stepY
      for (let column = 0; column < pass.width; column++) {
        const to = (y * shape.width + pass.x + column * pass.stepX) * 4
        writePixel(shape, line, column, palette, transparent, rgba, to)
      }
      before = line
    }
  }
  return { width: shape.width, height: shape.height, rgba }
}

/** Takes the filter of a row off, in place (PNG, 9.2). */
function unfilter(filter: number, line: Uint8Array, before: Uint8Array, apart: number): void {
  if (filter > 4) throw new Problem('logo.broken', { what: 'a row has a filter that there is not' })
  if (filter === 0) return
  for (let i = 0; i < line.length; i++) {
    const left = i < apart ? 0 : (line[i - apart] ?? 0)
    const up = before[i] ?? 0
    const corner = i < apart ? 0 : (before[i - apart] ?? 0)
    const predicted =
      filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : paeth(left, up, corner)
    line[i] = ((line[i] ?? 0) + predicted) & 0xff
  }
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner
  const [toLeft, toUp, toCorner] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

function writePixel(
  { depth, colour }: PngShape,
  line: Uint8Array,
  column: number,
  palette: Buffer | null,
  transparent: Buffer | null,
  rgba: Uint8Array,
  to: number,
): void {
  const samples = SAMPLES[colour] ?? 1
  /** As it stands in the row: of 16 bits the upper eight, which is what a screen shows. */
  const sample = (n: number): number => {
    if (depth === 16) return line[(column * samples + n) * 2] ?? 0
    if (depth === 8) return line[column * samples + n] ?? 0
    const bit = column * depth
    return ((line[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1)
  }
  const grey = (n: number) => (depth < 8 ? Math.round((sample(n) * 255) / ((1 << depth) - 1)) : sample(n))
  if (colour === 3) {
    const index = sample(0)
    if (palette === null || index * 3 + 2 >= palette.length)
      throw new Problem('logo.broken', { what: 'a colour is missing' })
    rgba.set(palette.subarray(index * 3, index * 3 + 3), to)
    rgba[to + 3] = transparent?.[index] ?? 255
    return
  }
  const isGrey = colour === 0 || colour === 4
  for (let n = 0; n < 3; n++) rgba[to + n] = isGrey ? grey(0) : sample(n)
  const alpha = colour === 4 ? sample(1) : colour === 6 ? sample(3) : null
  rgba[to + 3] = alpha ?? (isKeyed(line, column, samples, depth, transparent, sample) ? 0 : 255)
}

/** One colour of a PNG without alpha may be declared transparent: two bytes a sample, compared whole (PNG, 11.3.2.1). */
function isKeyed(
  line: Uint8Array,
  column: number,
  samples: number,
  depth: number,
  key: Buffer | null,
  sample: (n: number) => number,
): boolean {
  if (key === null || key.length < samples * 2) return false
  for (let n = 0; n < samples; n++) {
    const found = depth === 16 ? (sample(n) << 8) | (line[(column * samples + n) * 2 + 1] ?? 0) : sample(n)
    if (found !== key.readUInt16BE(n * 2)) return false
  }
  return true
}
