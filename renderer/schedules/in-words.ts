import { datesInWords, shortMonths } from '../components/dates'
import { words } from '../words/en'
import type { Schedule } from './outcomes'
import { ruleOf } from './rule'

const text = words.schedules

/** Why it rests, with its instant as an office says it. */
export const restOf = (schedule: Schedule): Schedule['resting'] =>
  schedule.resting && {
    ...schedule.resting,
    message: datesInWords(schedule.resting.message, (iso) => momentOf(iso, schedule.zone)),
  }

/** 27 Nov 2024, 02:00. */
const momentOf = (iso: string, zone: string): string =>
  shortMonths(
    new Intl.DateTimeFormat(words.locale, {
      timeZone: zone,
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(new Date(iso)),
  )

/** The rule as a sentence; a cron expression that the sentence builder does not know, as the office words it. */
export function sentenceOf(schedule: Schedule): string {
  if (schedule.of !== null) return datesInWords(schedule.sentence) // the rule of its pay period
  const rule = ruleOf(schedule)
  switch (rule.kind) {
    case 'day':
      return text.says.day(rule.time)
    case 'weekdays':
      return text.says.weekdays(rule.time)
    case 'week':
      return text.says.week(text.weekdays[Number(rule.weekday)] ?? '', rule.time)
    case 'month':
      return text.says.month(rule.day === 'L' ? text.lastDay : text.ordinal(Number(rule.day)), rule.time)
    case 'minutes':
      return text.says.minutes(Number(rule.everyMinutes))
    case 'once':
      return schedule.once_at === null ? schedule.sentence : text.says.once(inFull(schedule.once_at, schedule.zone))
    default:
      return datesInWords(schedule.sentence)
  }
}

/** A dot never begins a line. */
const DOT = '\u00a0· '

/** The next five, short: the times of one day, or 26 · 27 · 28 Nov. */
export function shortDates(next: string[], zone: string): string {
  const part = (iso: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(words.locale, { timeZone: zone, ...options }).format(new Date(iso))
  const days = next.map((iso) => part(iso, { day: 'numeric', month: 'short' }))
  if (next.length > 1 && new Set(days).size === 1)
    return next.map((iso) => part(iso, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })).join(DOT)
  const isNamed = (index: number) => days[index]?.split(' ')[1] !== days[index + 1]?.split(' ')[1]
  return days.map((day, index) => (isNamed(index) ? day.replace(' ', '\u00a0') : day.split(' ')[0])).join(DOT)
}

/** Fri 27 Nov 2026, 02:00, on the wall clock of the schedule's zone. */
export function inFull(iso: string, zone: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const part = (wanted: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(words.locale, { timeZone: zone, ...wanted }).format(new Date(iso))
  return `${shortMonths(part(options)).replace(',', '')}, ${part(time)}`
}
