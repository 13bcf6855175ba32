import { fitInto, LOGO_BOX, LOGO_LIMITS, LOGO_ON_SLIP_BYTES, PIXELS_PER_POINT, type Size } from '../../values/logo'
import { Problem } from '../../values/problem'
import { JPEG_SIGNATURE, readJpeg } from './jpeg'
import { PNG_SIGNATURE, pngShape, readPng, writePng } from './png'
import { scaleDown } from './raster'

/** A logo as payslips carry it. */
export type PreparedLogo = Size & { mediaType: 'image/png' | 'image/jpeg'; bytes: Buffer }

/**
 * Checks a file that is to be the office's logo and makes it as small as its place on a payslip allows. What it is, is
 * told by its first bytes, not by its name; its size is held against the limits before a pixel is read. Throws `logo.*`
 * problems.
 */
export async function prepareLogo(bytes: Buffer): Promise<PreparedLogo> {
  if (bytes.length > LOGO_LIMITS.bytes)
    throw new Problem('logo.too_large', { kb: Math.ceil(bytes.length / 1024) }, { kind: 'too_large' })
  if (starts(bytes, PNG_SIGNATURE)) return preparePng(bytes)
  if (starts(bytes, JPEG_SIGNATURE)) return prepareJpeg(bytes)
  // A drawing is a program of its own: it may fetch, and looks different in every reader.
  if (/^\s*</.test(textOf(bytes)) && /<svg[\s>]/i.test(textOf(bytes))) throw new Problem('logo.svg')
  throw new Problem('logo.not_an_image')
}

const starts = (bytes: Buffer, with_: Buffer) => bytes.subarray(0, with_.length).equals(with_)
const textOf = (bytes: Buffer) =>
  bytes
    .subarray(0, 2_000)
    .toString('utf8')
    .replace(/^\uFEFF/, '')

function refuseSize({ width, height }: Size): void {
  const { pixels, leastSide, mostSide } = LOGO_LIMITS
  if (Math.min(width, height) < leastSide) throw new Problem('logo.too_few_pixels', { width, height, least: leastSide })
  if (Math.max(width, height) > mostSide || width * height > pixels)
    throw new Problem('logo.too_many_pixels', { width, height, most: pixels }, { kind: 'too_large' })
}

async function preparePng(bytes: Buffer): Promise<PreparedLogo> {
  refuseSize(pngShape(bytes))
  const raster = await readPng(bytes)
  for (let perPoint = PIXELS_PER_POINT; ; perPoint /= 1.5) {
    const box = { width: LOGO_BOX.width * perPoint, height: LOGO_BOX.height * perPoint }
    const small = scaleDown(raster, fitInto(raster, box))
    const packed = writePng(small)
    if (packed.length <= LOGO_ON_SLIP_BYTES)
      return { mediaType: 'image/png', bytes: packed, width: small.width, height: small.height }
  }
}

function prepareJpeg(bytes: Buffer): PreparedLogo {
  const jpeg = readJpeg(bytes)
  refuseSize(jpeg)
  if (jpeg.bytes.length > LOGO_ON_SLIP_BYTES) {
    const params = { kb: Math.ceil(jpeg.bytes.length / 1024), most_kb: LOGO_ON_SLIP_BYTES / 1024 }
    throw new Problem('logo.heavy_jpeg', params, { kind: 'too_large' })
  }
  return { mediaType: 'image/jpeg', bytes: jpeg.bytes, width: jpeg.width, height: jpeg.height }
}
