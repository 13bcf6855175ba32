import { Problem, type Reason } from '../../values/problem'
import { daysInRange, type LocalDate, parseLocalDate } from '../../values/time'
import type { PeriodType } from './proration'

const MAX_DAYS = 366

/** How long a period of its type is, in days. A custom one is as long as it is. */
const LENGTHS: Record<PeriodType, { least: number; most: number } | null> = {
  monthly: { least: 28, most: 31 },
  semimonthly: { least: 13, most: 16 },
  biweekly: { least: 14, most: 14 },
  weekly: { least: 7, most: 7 },
  custom: null,
}

/** Reads a period's dates. Throws in words: no date, end before start, longer than a year. */
export function readPeriodDates(start: string, end: string): { start: LocalDate; end: LocalDate } {
  const from = readDate('start_date', start)
  const to = readDate('end_date', end)
  if (to < from) throw new Problem('payroll.period_ends_before_it_begins', { start: from, end: to })
  const days = daysInRange(from, to)
  if (days > MAX_DAYS) throw new Problem('payroll.period_too_long', { start: from, end: to, days, most: MAX_DAYS })
  return { start: from, end: to }
}

function readDate(field: string, text: string): LocalDate {
  const date = parseLocalDate(text)
  if (!date) throw new Problem('payroll.period_date_unreadable', { field, found: text })
  return date
}

/** A length that its type mostly does not have; worth a look, no refusal. */
export function unusualLength(type: PeriodType, dates: { start: LocalDate; end: LocalDate }): Reason | null {
  const usual = LENGTHS[type]
  const days = daysInRange(dates.start, dates.end)
  if (!usual || (days >= usual.least && days <= usual.most)) return null
  const expected = usual.least === usual.most ? `${usual.most}` : `${usual.least} to ${usual.most}`
  return { code: 'payroll.warning_unusual_length', params: { type, days, expected } }
}
