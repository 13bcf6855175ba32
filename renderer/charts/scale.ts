/** A linear scale: where values stand, and the round values that are written beside the axis. */
export type Scale = { at: (value: number) => number; ticks: number[] }

const STEPS = [1, 2, 2.5, 5, 10]

/** The smallest round step that divides a span into at most so many parts; whole where `isWhole`. */
export function roundStep(span: number, parts: number, isWhole = false): number {
  if (!(span > 1e-9)) return 1
  const rough = span / parts
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = (STEPS.find((one) => one * power >= rough * (1 - 1e-9)) ?? 10) * power
  return isWhole ? Math.max(1, Math.ceil(step)) : step
}

/** From below the smallest to above the largest value, both at round numbers; `length` pixels, the smallest at 0. */
export function scaleOf(smallest: number, largest: number, length: number, parts: number, isWhole = false): Scale {
  const step = roundStep(largest - smallest, parts, isWhole)
  const low = Math.floor(smallest / step) * step
  const high = Math.max(low + step, Math.ceil(largest / step - 1e-9) * step)
  const count = Math.round((high - low) / step)
  return {
    at: (value) => ((value - low) / (high - low)) * length,
    ticks: Array.from({ length: count + 1 }, (_, n) => low + n * step),
  }
}

/** Every how many of the months a label has room: 1, 2, 3, 4, 6 or 12, so that the same months are named each year. */
export const labelEvery = (bandWidth: number, labelWidth: number): number =>
  [1, 2, 3, 4, 6, 12].find((every) => every * bandWidth >= labelWidth) ?? 12
