import { toSafeNumber } from '../../values/money'
import { bandsPpm } from './bands'
import { type OneOff, quantityText } from './one-off'
import { basePay, type Fraction, fullBasePay, type PaidSegment } from './proration'
import type { SlipPlan, Step } from './slip-plan'

/** Somebody's paid days in the period. */
export type PaidTime = {
  /** The parts of the contract that lie in the period, in order; one at least, each with a base. */
  segments: PaidSegment[]
  /** Per month, of the last segment. */
  baseMinor: number
  totalDays: number
  employedDays: number
  /** Employed days less absence, in half-days. */
  paidHalfDays: number
}

/** An exact amount, and what it was made from. */
export type Made = Fraction & {
  /** Days or units. */
  quantity: string | null
  /** ppm of a percentage, minor units of a per-unit rate. */
  rate: number | null
  /** What rate or proration was applied to. */
  baseMinor: number | null
}

const NOTHING: Made = { numerator: 0n, denominator: 1n, quantity: null, rate: null, baseMinor: null }
const PPM = 1_000_000n

/** What a component comes to by its own method. `of`: the amount its percentage or bands are taken of. */
export function amountByRule(step: Step, time: PaidTime, plan: SlipPlan, of: () => bigint): Made {
  const { component } = step
  switch (component.method) {
    case 'base_pay':
      return component.prorate ? proratedBase(time, plan) : wholeBase(time, plan)
    case 'fixed':
      return component.prorate ? proratedFixed(step, time) : wholeFixed(step)
    case 'percent': {
      const base = of()
      const { ratePpm: rate } = component
      return { numerator: base * step.rate, denominator: PPM, quantity: null, rate, baseMinor: toSafeNumber(base) }
    }
    case 'bands': {
      const base = of()
      const numerator = bandsPpm(base, component.bands ?? [])
      return { numerator, denominator: PPM, quantity: null, rate: null, baseMinor: toSafeNumber(base) }
    }
    case 'per_unit': // units come with the month's items
    case 'net_rounding':
      return NOTHING
  }
}

/** What the month's items come to, in place of the component's own method. */
export const amountByItems = (oneOff: OneOff): Made => ({
  numerator: oneOff.numerator,
  denominator: oneOff.denominator,
  quantity: quantityText(oneOff),
  rate: oneOff.rateMinor === null ? null : toSafeNumber(oneOff.rateMinor),
  baseMinor: null,
})

/** Absence is not dated within the month: it takes its share of all employed days. */
function proratedBase(time: PaidTime, plan: SlipPlan): Made {
  const pay = basePay(time.segments, plan.period)
  const line = { quantity: daysText(time.paidHalfDays), rate: null, baseMinor: time.baseMinor }
  if (time.paidHalfDays === time.employedDays * 2) return { ...pay, ...line }
  return {
    numerator: pay.numerator * BigInt(time.paidHalfDays),
    denominator: pay.denominator * BigInt(time.employedDays) * 2n,
    ...line,
  }
}

const wholeBase = (time: PaidTime, plan: SlipPlan): Made => ({
  ...fullBasePay(time.baseMinor, plan.period),
  quantity: daysText(time.totalDays * 2),
  rate: null,
  baseMinor: time.baseMinor,
})

const proratedFixed = (step: Step, time: PaidTime): Made => ({
  numerator: (step.amount ?? 0n) * BigInt(time.paidHalfDays),
  denominator: BigInt(time.totalDays) * 2n,
  quantity: daysText(time.paidHalfDays),
  rate: null,
  baseMinor: step.component.amountMinor,
})

const wholeFixed = (step: Step): Made => ({
  numerator: step.amount ?? 0n,
  denominator: 1n,
  quantity: null,
  rate: null,
  baseMinor: step.component.amountMinor,
})

const daysText = (halfDays: number): string => String(halfDays / 2)
