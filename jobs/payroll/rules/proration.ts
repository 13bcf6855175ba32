import { addDays, dayNumber, daysInRange, firstOfMonth, type LocalDate, lastOfMonth, monthOf } from '../../values/time'

export type PeriodType = 'monthly' | 'semimonthly' | 'biweekly' | 'weekly' | 'custom'
export type PeriodDates = { type: PeriodType; start: LocalDate; end: LocalDate }

/** What is paid from a day to a day; `baseMinor` per month. */
export type PaidSegment = { from: LocalDate; to: LocalDate | null; baseMinor: number | null }

/** An exact amount in minor units. */
export type Fraction = { numerator: bigint; denominator: bigint }

/** 28, 29, 30 and 31 divide it: a day's share of any month in whole numbers. */
const MONTH_SHARES = 377_580n

const later = (a: LocalDate, b: LocalDate) => (a > b ? a : b)
const earlier = (a: LocalDate, b: LocalDate) => (a < b ? a : b)

/** The part of a segment that lies in the period; null where none does. */
export function within<T extends { from: LocalDate; to: LocalDate | null }>(
  segment: T,
  period: PeriodDates,
): (T & { to: LocalDate }) | null {
  const from = later(segment.from, period.start)
  const to = segment.to === null ? period.end : earlier(segment.to, period.end)
  return from <= to ? { ...segment, from, to } : null
}

export const periodDays = (period: PeriodDates): number => daysInRange(period.start, period.end)

/** Calendar days of the period on which the person is employed; segments do not overlap. */
export const employedDays = (segments: readonly PaidSegment[], period: PeriodDates): number =>
  segments.reduce((days, segment) => {
    const part = within(segment, period)
    return part ? days + daysInRange(part.from, part.to) : days
  }, 0)

/**
 * Base pay of the employed days, exact and rounded nowhere, so that a month cut into segments of one base is worth what
 * the whole month is. A monthly period pays base × days ÷ days of the period, a semimonthly one half a base for all its
 * days, the others each day's share of its calendar month.
 * Segments without a base must have been refused before.
 */
export function basePay(segments: readonly PaidSegment[], period: PeriodDates): Fraction {
  const shares = period.type === 'monthly' || period.type === 'semimonthly' ? daysOf : monthShares
  let numerator = 0n
  for (const segment of segments) {
    const part = within(segment, period)
    if (part) numerator += BigInt(segment.baseMinor ?? 0) * shares(part.from, part.to)
  }
  return { numerator, denominator: fullShares(period) }
}

/** One base over the whole period, for contracts whose base is not prorated. */
export function fullBasePay(baseMinor: number, period: PeriodDates): Fraction {
  const shares = period.type === 'monthly' || period.type === 'semimonthly' ? daysOf : monthShares
  return { numerator: BigInt(baseMinor) * shares(period.start, period.end), denominator: fullShares(period) }
}

function fullShares(period: PeriodDates): bigint {
  if (period.type === 'monthly') return BigInt(periodDays(period))
  if (period.type === 'semimonthly') return BigInt(periodDays(period)) * 2n
  return MONTH_SHARES
}

const daysOf = (from: LocalDate, to: LocalDate): bigint => BigInt(daysInRange(from, to))

function monthShares(from: LocalDate, to: LocalDate): bigint {
  let total = 0n
  for (let day = from; day <= to; ) {
    const last = lastOfMonth(monthOf(day))
    const length = dayNumber(last) - dayNumber(firstOfMonth(monthOf(day))) + 1
    const until = earlier(last, to)
    total += BigInt(daysInRange(day, until)) * (MONTH_SHARES / BigInt(length))
    day = addDays(until, 1)
  }
  return total
}
