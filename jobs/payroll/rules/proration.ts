import type { PeriodType } from '../../values/pay-period'
import { daysInRange, firstOfMonth, type LocalDate, lastOfMonth, monthOf } from '../../values/time'
import { type DayCounter, monthsBetween } from './day-count'
import { add, type Fraction, ZERO } from './fraction'

export type { PeriodType } from '../../values/pay-period'
export type { Fraction } from './fraction'
export type PeriodDates = { type: PeriodType; start: LocalDate; end: LocalDate }

/** What is paid from a day to a day; `baseMinor` per month. */
export type PaidSegment = { from: LocalDate; to: LocalDate | null; baseMinor: number | null }

/** Days without pay, both ends included; `halfDay`: half of each. */
export type UnpaidDays = { from: LocalDate; to: LocalDate; halfDay: boolean }

/** The part of a contract that lies in the period, with the days that count by its structure. */
export type PaidPart = {
  from: LocalDate
  to: LocalDate
  baseMinor: number | null
  /** Days of the whole period, and employed ones. */
  totalDays: number
  employedDays: number
  /** Employed days less unpaid leave, in half-days. */
  paidHalfDays: number
  count: DayCounter
  unpaid: readonly UnpaidDays[]
}

const later = (a: LocalDate, b: LocalDate) => (a > b ? a : b)
const earlier = (a: LocalDate, b: LocalDate) => (a < b ? a : b)

/** The part of a segment that lies in the period; null where none does. */
export function within<T extends { from: LocalDate; to: LocalDate | null }>(
  segment: T,
  period: { start: LocalDate; end: LocalDate },
): (T & { to: LocalDate }) | null {
  const from = later(segment.from, period.start)
  const to = segment.to === null ? period.end : earlier(segment.to, period.end)
  return from <= to ? { ...segment, from, to } : null
}

export const periodDays = (period: PeriodDates): number => daysInRange(period.start, period.end)

export function paidPart(
  segment: PaidSegment & { to: LocalDate },
  period: PeriodDates,
  count: DayCounter,
  unpaid: readonly UnpaidDays[] = [],
): PaidPart {
  const { from, to, baseMinor } = segment
  const part = { from, to, baseMinor, count, unpaid }
  return {
    ...part,
    totalDays: count(period.start, period.end),
    employedDays: count(from, to),
    paidHalfDays: paidHalves(part, from, to),
  }
}

/** Paid half-days of a part from a day to a day. */
function paidHalves(part: Pick<PaidPart, 'count' | 'unpaid'>, from: LocalDate, to: LocalDate): number {
  let halves = part.count(from, to) * 2
  for (const leave of part.unpaid) {
    const days = within(leave, { start: from, end: to })
    if (days) halves -= part.count(days.from, days.to) * (leave.halfDay ? 1 : 2)
  }
  return Math.max(0, halves)
}

/**
 * Base pay of the paid days, exact and rounded nowhere, so that a month cut into segments of one base is worth what the
 * whole month is. A monthly period pays base × paid days ÷ days of the period, a semimonthly one half a base for all its
 * days, the others each day's share of its calendar month. Segments without a base must have been refused before.
 */
export const basePay = (parts: readonly PaidPart[], period: PeriodDates): Fraction =>
  parts.reduce((sum, part) => add(sum, payOfPart(part, period)), ZERO)

function payOfPart(part: PaidPart, period: PeriodDates): Fraction {
  const base = BigInt(part.baseMinor ?? 0)
  if (period.type === 'monthly' || period.type === 'semimonthly') {
    const halves = BigInt(part.totalDays) * (period.type === 'monthly' ? 2n : 4n)
    return share(base * BigInt(part.paidHalfDays), halves)
  }
  return monthsBetween(part.from, part.to).reduce((sum, { from, to }) => {
    const month = monthOf(from)
    const halves = BigInt(part.count(firstOfMonth(month), lastOfMonth(month))) * 2n
    return add(sum, share(base * BigInt(paidHalves(part, from, to)), halves))
  }, ZERO)
}

/** A period in which no day counts pays nothing. */
const share = (numerator: bigint, denominator: bigint): Fraction =>
  denominator === 0n ? ZERO : { numerator, denominator }

/** One amount for the paid days of a period: amount × paid days ÷ days of the period. */
export const proratedAmount = (amount: bigint, parts: readonly PaidPart[]): Fraction =>
  parts.reduce((sum, part) => add(sum, share(amount * BigInt(part.paidHalfDays), BigInt(part.totalDays) * 2n)), ZERO)
