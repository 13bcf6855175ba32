import type { Band } from './component'

/**
 * Σ (min(x, hi) − lo)⁺ × rate, exact: parts per million of a minor unit (domains/payroll.md). Bands are ascending; what
 * lies above the last one that ends is charged nothing. Nothing is charged below zero.
 */
export function bandsPpm(amountMinor: bigint, bands: readonly Band[]): bigint {
  let low = 0n
  let total = 0n
  for (const { upToMinor, ratePpm } of bands) {
    const high = upToMinor === null || amountMinor < BigInt(upToMinor) ? amountMinor : BigInt(upToMinor)
    if (high <= low) break
    total += (high - low) * BigInt(ratePpm)
    low = high
  }
  return total
}
