import { dayNumber, firstOfMonth, fromDayNumber, type LocalDate, lastOfMonth, monthOf } from '../../values/time'

/** Which days a contract is paid by: all of the calendar, or the office's working days; with or without its holidays. */
export type DayRule = { dayCount: 'calendar' | 'working'; excludeHolidays: boolean }

/** When the office works: days of the week (1 Monday to 7 Sunday) and its holidays. */
export type OfficeCalendar = { workdays: number[]; holidays: LocalDate[] }

export const EVERY_DAY: DayRule = { dayCount: 'calendar', excludeHolidays: false }
export const NO_CALENDAR: OfficeCalendar = { workdays: [1, 2, 3, 4, 5], holidays: [] }

/** Counts the days of one rule, both ends included, within the months that a period touches. */
export type DayCounter = (from: LocalDate, to: LocalDate) => number

export function dayCounter(
  rule: DayRule,
  calendar: OfficeCalendar,
  period: { start: LocalDate; end: LocalDate },
): DayCounter {
  const first = dayNumber(firstOfMonth(monthOf(period.start)))
  const end = dayNumber(lastOfMonth(monthOf(period.end)))
  const closed = new Set(rule.excludeHolidays ? calendar.holidays.map(dayNumber) : [])
  const open = new Set(calendar.workdays)
  const counts = (day: number) => (rule.dayCount === 'calendar' || open.has(isoWeekday(day))) && !closed.has(day)
  const before = [0] // [n]: how many of the first n days count
  for (let day = first; day <= end; day++) before.push((before.at(-1) ?? 0) + (counts(day) ? 1 : 0))
  const upTo = (day: number) => before[Math.min(Math.max(day - first, 0), before.length - 1)] ?? 0
  // Most contracts ask for the whole period, which is counted once.
  let last = { from: period.start, to: period.end, days: 0 }
  const count = (from: LocalDate, to: LocalDate) => Math.max(0, upTo(dayNumber(to) + 1) - upTo(dayNumber(from)))
  last.days = count(last.from, last.to)
  return (from, to) => {
    if (from !== last.from || to !== last.to) last = { from, to, days: count(from, to) }
    return last.days
  }
}

/** 1 January 1970 was a Thursday. */
const isoWeekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

/** The part of each calendar month that lies between two days, both included. */
export function monthsBetween(from: LocalDate, to: LocalDate): { from: LocalDate; to: LocalDate }[] {
  const parts: { from: LocalDate; to: LocalDate }[] = []
  for (let day = from; day <= to; ) {
    const last = lastOfMonth(monthOf(day))
    const until = last < to ? last : to
    parts.push({ from: day, to: until })
    day = fromDayNumber(dayNumber(until) + 1)
  }
  return parts
}
