import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import type { Raster } from '../../../shared/images/raster'

/** A picture as a PDF holds it (PDF 32000-1, 8.9.5); made once and put into as many files as there are. */
export type PdfImage = {
  width: number
  height: number
  colours: 'DeviceRGB' | 'DeviceGray'
  filter: 'FlateDecode' | 'DCTDecode'
  data: Buffer
  /** How opaque each pixel is; null: all of them wholly. */
  alpha: Buffer | null
  /** SHA-256 of both, made once: the files it is in have ids made of it instead of being read through once more. */
  digest: string
}

const packed = (bytes: Uint8Array) => deflateSync(bytes, { level: 9 })

function withDigest(image: Omit<PdfImage, 'digest'>): PdfImage {
  const hash = createHash('sha256').update(image.data)
  if (image.alpha) hash.update(image.alpha)
  return { ...image, digest: hash.digest('hex') }
}

export function imageOfRaster({ width, height, rgba }: Raster): PdfImage {
  const rgb = new Uint8Array(width * height * 3)
  const alpha = new Uint8Array(width * height)
  for (let pixel = 0; pixel < alpha.length; pixel++) {
    rgb.set(rgba.subarray(pixel * 4, pixel * 4 + 3), pixel * 3)
    alpha[pixel] = rgba[pixel * 4 + 3] ?? 255
  }
  return withDigest({
    width,
    height,
    colours: 'DeviceRGB',
    filter: 'FlateDecode',
    data: packed(rgb),
    alpha: alpha.every((one) => one === 255) ? null : packed(alpha),
  })
}

/** A JPEG goes in as it is. */
export const imageOfJpeg = (jpeg: { width: number; height: number; components: 1 | 3; bytes: Buffer }): PdfImage =>
  withDigest({
    width: jpeg.width,
    height: jpeg.height,
    colours: jpeg.components === 1 ? 'DeviceGray' : 'DeviceRGB',
    filter: 'DCTDecode',
    data: jpeg.bytes,
    alpha: null,
  })
