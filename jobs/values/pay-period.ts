import { addDays, daysInRange, firstOfMonth, type LocalDate, lastOfMonth, type Month, monthOf } from './time'

export type PeriodType = 'monthly' | 'semimonthly' | 'biweekly' | 'weekly' | 'custom'
type Dates = { start: LocalDate; end: LocalDate }

/** The one that ends last of a type; undefined: there is none yet. */
export const lastOfType = <T extends { period_type: PeriodType; end_date: string }>(
  periods: readonly T[],
  type: PeriodType,
): T | undefined =>
  periods
    .filter(({ period_type }) => period_type === type)
    .reduce<T | undefined>((last, one) => (last && last.end_date >= one.end_date ? last : one), undefined)

/** The dates a new period most likely has: those that follow the last of its type, else the month in which today lies. */
export function likelyDates(last: { start: LocalDate; end: LocalDate } | null, type: PeriodType, today: LocalDate) {
  if (last) return nextPeriods(last, type, 1)[0] ?? null
  const month = monthOf(today)
  return type === 'monthly' ? { start: firstOfMonth(month), end: lastOfMonth(month) } : null
}

/**
 * The periods that follow one of its type without a gap: whole months after a whole month, halves of months after a half,
 * else as many days again; `count` of them.
 */
export function nextPeriods(first: Dates, type: PeriodType, count: number): Dates[] {
  const periods: Dates[] = []
  const length = daysInRange(first.start, first.end)
  for (let last = first; periods.length < count; ) {
    const start = addDays(last.end, 1)
    const period = { start, end: endOf(start, first, type, length) }
    periods.push(period)
    last = period
  }
  return periods
}

function endOf(start: LocalDate, first: Dates, type: PeriodType, length: number): LocalDate {
  const month = monthOf(start)
  if (type === 'monthly') {
    const isWhole = first.start === firstOfMonth(monthOf(first.start))
    return isWhole ? lastOfMonth(month) : addDays(sameDayNextMonth(start, Number(first.start.slice(8))), -1)
  }
  if (type === 'semimonthly' && start === firstOfMonth(month)) return `${month}-15` as LocalDate
  if (type === 'semimonthly' && start === `${month}-16`) return lastOfMonth(month)
  return addDays(start, length - 1)
}

/** A month later, on the day on which the periods begin where that month has it. */
function sameDayNextMonth(start: LocalDate, day: number): LocalDate {
  const next: Month = monthOf(addDays(lastOfMonth(monthOf(start)), 1))
  const last = lastOfMonth(next)
  const wanted = `${next}-${String(day).padStart(2, '0')}` as LocalDate
  return Number(last.slice(8)) < day ? last : wanted
}
