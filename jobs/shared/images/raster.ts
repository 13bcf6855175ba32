import type { Size } from '../../values/logo'

/** Pixels, four bytes each: red, green, blue, alpha. */
export type Raster = Size & { rgba: Uint8Array }

/**
 * A raster at a smaller size: each new pixel is the mean of those it covers, weighed by their alpha, so that what is
 * transparent lends its edge no colour. Sizes are whole pixels, at most the raster's own.
 */
export function scaleDown(from: Raster, to: Size): Raster {
  const [width, height] = [Math.max(1, Math.round(to.width)), Math.max(1, Math.round(to.height))]
  if (width >= from.width && height >= from.height) return from
  const rgba = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++) {
    const [top, bottom] = span(y, height, from.height)
    for (let x = 0; x < width; x++) {
      const [left, right] = span(x, width, from.width)
      meanOf(from, left, right, top, bottom, rgba, (y * width + x) * 4)
    }
  }
  return { width, height, rgba }
}

/** The pixels of the old row that the new one covers; always at least one. */
function span(at: number, of: number, from: number): [number, number] {
  const first = Math.floor((at * from) / of)
  return [first, Math.max(first + 1, Math.floor(((at + 1) * from) / of))]
}

function meanOf(
  from: Raster,
  left: number,
  right: number,
  top: number,
  bottom: number,
  into: Uint8Array,
  at: number,
): void {
  let [red, green, blue, alpha] = [0, 0, 0, 0]
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const i = (y * from.width + x) * 4
      const weight = from.rgba[i + 3] ?? 0
      red += (from.rgba[i] ?? 0) * weight
      green += (from.rgba[i + 1] ?? 0) * weight
      blue += (from.rgba[i + 2] ?? 0) * weight
      alpha += weight
    }
  }
  if (alpha === 0) return
  into[at] = Math.round(red / alpha)
  into[at + 1] = Math.round(green / alpha)
  into[at + 2] = Math.round(blue / alpha)
  into[at + 3] = Math.round(alpha / ((right - left) * (bottom - top)))
}
