/** The box that the office's logo is scaled into on a payslip, in points: it keeps its own proportions. */
export const LOGO_BOX = { width: 168, height: 44 }

/** What is accepted as a logo. A small file can stand for a huge picture, so the pixels are counted before any is read. */
export const LOGO_LIMITS = { bytes: 1024 * 1024, pixels: 4_000_000, leastSide: 16, mostSide: 8_000 }

/** What a logo may weigh on each payslip; five thousand of them carry it. */
export const LOGO_ON_SLIP_BYTES = 48 * 1024

/** Pixels for a point of the box: at three, print is sharp (216 dots an inch). */
export const PIXELS_PER_POINT = 3

export type Size = { width: number; height: number }

/** A size as it fits into another without being distorted, and never larger than it is. */
export function fitInto({ width, height }: Size, box: Size): Size {
  const scale = Math.min(box.width / width, box.height / height, 1)
  return { width: width * scale, height: height * scale }
}
