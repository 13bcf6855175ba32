import { toSafeNumber } from '../../values/money'
import { Problem } from '../../values/problem'
import { bandsPpm } from './bands'
import { evaluate, type Values } from './formula'
import { type Fraction, multiply, whole, ZERO } from './fraction'
import { type OneOff, quantityText } from './one-off'
import { basePay, type PaidPart, paidPart, proratedAmount } from './proration'
import { denominatorOf, formatQuantity, type Quantity } from './quantity'
import type { SlipPlan, Step } from './slip-plan'

/** Somebody's paid days in the period. */
export type PaidTime = {
  /** The parts of the contract that lie in the period, in order; one at least, each with a base. */
  parts: PaidPart[]
  /** Per month, of the last segment. */
  baseMinor: number
  structureId: number | null
  totalDays: number
  employedDays: number
  /** Employed days less unpaid leave and absence, in half-days. */
  paidHalfDays: number
  /** Absence that has no date within the month takes its share of all days: what is left of them. */
  presence: Fraction
}

/** An exact amount, and what it was made from. */
export type Made = Fraction & {
  /** Days or units. */
  quantity: string | null
  /** ppm of a percentage, minor units of a per-unit rate. */
  rate: number | null
  /** What rate, bands or proration was applied to; of a formula what it names, so that a review sees what it follows. */
  baseMinor: number | null
}

/** What a component is computed from besides the paid days. */
export type Sources = {
  /** This period's amount of a component, GROSS or TAXABLE, in minor units. */
  amountOf(code: string): bigint
  /** Year to date before this period. */
  yearOf(code: string): bigint
  units: Quantity | null
}

const NOTHING: Made = { ...ZERO, quantity: null, rate: null, baseMinor: null }
const PPM = 1_000_000n

/** What a component comes to by its own method. Throws where its formula has no value. */
export function amountByRule(step: Step, time: PaidTime, plan: SlipPlan, from: Sources): Made {
  const { component } = step
  const sum = (of: (code: string) => bigint) => component.base.reduce((total, one) => total + of(one), 0n)
  switch (component.method) {
    case 'base_pay':
      return component.prorate ? proratedBase(time, plan) : wholeBase(time, plan)
    case 'fixed':
      return component.prorate ? proratedFixed(step, time) : fixed(step)
    case 'percent': {
      const base = sum(from.amountOf)
      const rate = toSafeNumber(step.rate)
      return { numerator: base * step.rate, denominator: PPM, quantity: null, rate, baseMinor: toSafeNumber(base) }
    }
    case 'bands': {
      const base = sum(from.amountOf)
      const numerator = bandsPpm(base, step.bands)
      return { numerator, denominator: PPM, quantity: null, rate: null, baseMinor: toSafeNumber(base) }
    }
    case 'cumulative_bands': {
      const base = sum((code) => from.yearOf(code) + from.amountOf(code))
      const numerator = bandsPpm(base, step.bands) - from.yearOf(component.code) * PPM
      return { numerator, denominator: PPM, quantity: null, rate: null, baseMinor: toSafeNumber(base) }
    }
    case 'formula':
      return formulaAmount(step, time, plan, from)
    case 'per_unit': // units come with the month's items
    case 'held_pay':
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

const proratedBase = (time: PaidTime, plan: SlipPlan): Made => ({
  ...multiply(basePay(time.parts, plan.period), time.presence),
  quantity: daysText(time.paidHalfDays),
  rate: null,
  baseMinor: time.baseMinor,
})

function wholeBase(time: PaidTime, plan: SlipPlan): Made {
  const { start: from, end: to } = plan.period
  const all = paidPart({ from, to, baseMinor: time.baseMinor }, plan.period, plan.dayCount(time.structureId))
  const pay = basePay([all], plan.period)
  return { ...pay, quantity: daysText(time.totalDays * 2), rate: null, baseMinor: time.baseMinor }
}

const proratedFixed = (step: Step, time: PaidTime): Made => ({
  ...multiply(proratedAmount(step.amount ?? 0n, time.parts), time.presence),
  quantity: daysText(time.paidHalfDays),
  rate: null,
  baseMinor: step.amount === null ? null : toSafeNumber(step.amount),
})

const fixed = (step: Step): Made => ({
  ...whole(step.amount ?? 0n),
  quantity: null,
  rate: null,
  baseMinor: step.amount === null ? null : toSafeNumber(step.amount),
})

function formulaAmount(step: Step, time: PaidTime, plan: SlipPlan, from: Sources): Made {
  if (!step.formula) return NOTHING
  const found = evaluate(step.formula.tree, formulaValues(time, plan, from))
  if ('problem' in found) {
    const { code, params } = found.problem
    throw new Problem(code, { ...params, component: step.component.code })
  }
  const { needs } = step.formula
  const base = needs.length === 0 ? BigInt(time.baseMinor) : needs.reduce((sum, one) => sum + from.amountOf(one), 0n)
  const quantity = from.units && formatQuantity(from.units)
  return { ...found.value, quantity, rate: null, baseMinor: toSafeNumber(base) }
}

function formulaValues(time: PaidTime, plan: SlipPlan, from: Sources): Values {
  const days = (halfDays: number): Fraction => ({ numerator: BigInt(halfDays), denominator: 2n })
  return {
    of(name) {
      switch (name) {
        case 'BASE_PAY':
          return whole(BigInt(time.baseMinor))
        case 'DAYS':
          return days(time.paidHalfDays)
        case 'TOTAL_DAYS':
          return days(time.totalDays * 2)
        case 'EMPLOYED_DAYS':
          return days(time.employedDays * 2)
        case 'UNPAID_DAYS':
          return days(time.employedDays * 2 - time.paidHalfDays)
        case 'UNITS':
          return from.units ? { numerator: from.units.units, denominator: denominatorOf(from.units) } : ZERO
      }
      const table = plan.tables.get(name)
      if (table?.kind === 'rate') return { numerator: BigInt(table.ratePpm ?? 0), denominator: PPM }
      if (table?.kind === 'amount') return whole(BigInt(table.amountMinor ?? 0))
      return whole(from.amountOf(name))
    },
    year: from.yearOf,
    bands(code, amount) {
      const table = plan.tables.get(code)
      return table?.bands ? bandsOfFraction(amount, table.bands) : null
    },
  }
}

/** Bands of an amount that is no whole number of minor units: the bands are widened by its denominator. */
function bandsOfFraction({ numerator, denominator }: Fraction, bands: Step['bands']): Fraction {
  return { numerator: bandsPpm(numerator, bands, denominator), denominator: denominator * PPM }
}

const daysText = (halfDays: number): string => String(halfDays / 2)
