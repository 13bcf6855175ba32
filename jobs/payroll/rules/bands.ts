import type { Band } from './component'

/**
 * Σ (min(x, hi) − lo)⁺ × rate, exact: parts per million of a minor unit (domains/payroll.md). Bands are ascending; what
 * lies above the last one that ends is charged nothing. Nothing is charged below zero. `scale`: parts of a minor unit that
 * the amount is counted in.
 */
export function bandsPpm(amountMinor: bigint, bands: readonly Band[], scale = 1n): bigint {
  let low = 0n
  let total = 0n
  for (const { upToMinor, ratePpm } of bands) {
    const end = upToMinor === null ? null : BigInt(upToMinor) * scale
    const high = end === null || amountMinor < end ? amountMinor : end
    if (high <= low) break
    total += (high - low) * BigInt(ratePpm)
    low = high
  }
  return total
}
