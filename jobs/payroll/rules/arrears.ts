import { toSafeNumber } from '../../values/money'
import type { Kind } from './component'

export type ComponentAmount = { code: string; kind: Kind; amountMinor: number }

/** What is to be posted now for a component of a closed period. `freshMinor`: what it comes to with today's facts. */
export type Difference = ComponentAmount & { freshMinor: number }

/**
 * Per component, what a fresh computation of a closed period gives beyond what has been posted for it. Posted and
 * differences together are the fresh computation, so that a second look finds nothing.
 */
export function differencesOf(fresh: readonly ComponentAmount[], posted: readonly ComponentAmount[]): Difference[] {
  const sums = new Map<string, { code: string; kind: Kind; fresh: bigint; posted: bigint }>()
  const add = (one: ComponentAmount, side: 'fresh' | 'posted') => {
    const key = `${one.kind} ${one.code}`
    const sum = sums.get(key) ?? { code: one.code, kind: one.kind, fresh: 0n, posted: 0n }
    sum[side] += BigInt(one.amountMinor)
    sums.set(key, sum)
  }
  for (const one of fresh) add(one, 'fresh')
  for (const one of posted) add(one, 'posted')
  return [...sums.values()]
    .filter((sum) => sum.fresh !== sum.posted)
    .map(({ code, kind, fresh: is, posted: was }) => ({
      code,
      kind,
      amountMinor: toSafeNumber(is - was),
      freshMinor: toSafeNumber(is),
    }))
}

/** The four sums of a slip. */
export function sumsOf(lines: readonly ComponentAmount[]) {
  const sum = (kind: Kind) =>
    lines.reduce((total, one) => (one.kind === kind ? total + BigInt(one.amountMinor) : total), 0n)
  const gross = sum('earning')
  const deductions = sum('deduction')
  return {
    grossMinor: toSafeNumber(gross),
    deductionsMinor: toSafeNumber(deductions),
    employerMinor: toSafeNumber(sum('employer')),
    netMinor: toSafeNumber(gross - deductions),
  }
}
