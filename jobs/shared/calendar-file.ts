import { Problem } from '../values/problem'
import { addDays, type LocalDate, parseLocalDate } from '../values/time'

/** A day on which a calendar file says that the office is closed. */
export type CalendarDay = { date: LocalDate; name: string }

export type CalendarFile = {
  /** Each date once, ascending. */
  days: CalendarDay[]
  /** Events that were not taken, in words for the administrator: which, and why. */
  left: { name: string; why: CalendarLeft }[]
}

/** no_date: no day that exists. repeats: it repeats otherwise than once a year. too_long: over so many days at a stretch. */
export type CalendarLeft = 'no_date' | 'repeats' | 'too_long' | 'outside'

/** Parsing that many takes 0.2 s at worst; ten years of a country's holidays are a third of it. */
export const MOST_CALENDAR_BYTES = 300_000
/** Components nest two deep (a calendar, its events, their alarms); deeper ones are no calendar of holidays. */
const DEEPEST = 4
const MOST_EVENTS = 5_000
const MOST_DAYS = 2_000
/** Longer than that is a closure to be typed in, not a holiday. */
const LONGEST_DAYS = 62

/** Days from `from` to `to` are taken, both included; what repeats yearly is spelled out within them. */
export type CalendarWindow = { from: LocalDate; to: LocalDate }

/**
 * Reads an iCalendar file (RFC 5545): its all-day events, and those that repeat once a year within the window. It comes
 * from outside, so its size, depth and number of events are bounded before it is parsed. Throws a Problem in words.
 */
export async function readCalendarFile(text: string, window: CalendarWindow): Promise<CalendarFile> {
  checkText(text)
  const { default: ical } = await import('ical.js')
  const events = eventsOf(parsed(() => ical.parse(text.trimStart())))
  const days = new Map<LocalDate, string>()
  const left: CalendarFile['left'] = []
  for (const event of events) {
    const taken = daysOf(event, window)
    if (Array.isArray(taken)) for (const date of taken) days.set(date, days.get(date) ?? event.name)
    else left.push({ name: event.name, why: taken })
    if (days.size > MOST_DAYS)
      throw new Problem('holidays.file_too_many_days', { most: MOST_DAYS }, { kind: 'too_large' })
  }
  if (days.size === 0) throw new Problem('holidays.file_without_days', { events: events.length })
  const sorted = [...days].sort(([a], [b]) => (a < b ? -1 : 1))
  return { days: sorted.map(([date, name]) => ({ date, name })), left }
}

function checkText(text: string): void {
  const bytes = Buffer.byteLength(text)
  if (bytes > MOST_CALENDAR_BYTES)
    throw new Problem('holidays.file_too_large', { found: bytes, most: MOST_CALENDAR_BYTES }, { kind: 'too_large' })
  if (!/^\s*BEGIN:VCALENDAR\s/i.test(text)) throw new Problem('holidays.not_a_calendar', { found: shown(text) })
  let depth = 0
  let events = 0
  for (const [, word, what] of text.matchAll(/^(BEGIN|END):([^\r\n]*)/gim)) {
    depth += word?.toUpperCase() === 'BEGIN' ? 1 : -1
    if (depth > DEEPEST) throw new Problem('holidays.file_too_deep', { most: DEEPEST })
    if (word?.toUpperCase() === 'BEGIN' && /^VEVENT\s*$/i.test(what ?? '')) events++
  }
  if (events > MOST_EVENTS)
    throw new Problem('holidays.file_too_many_events', { found: events, most: MOST_EVENTS }, { kind: 'too_large' })
}

const shown = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 40)

function parsed<T>(parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    throw new Problem('holidays.file_broken', { found: shown(error instanceof Error ? error.message : '') })
  }
}

type CalendarEvent = {
  name: string
  start: LocalDate | null
  end: LocalDate | null
  rule: Rule | null
  removed: boolean
}
type Rule = { freq: string; interval: number; count: number | null; until: LocalDate | null; isPlain: boolean }

/**
 * The events of a calendar as ical.js parsed it, in jCal (RFC 7265): `[name, properties, components]`, a property being
 * `[name, parameters, type, value]`. Its own objects are left alone: they make 2 March of the 30th of February.
 */
const eventsOf = (calendar: unknown): CalendarEvent[] =>
  list(list(calendar)[2]).flatMap((component) => {
    const [kind, properties] = list(component)
    if (kind !== 'vevent') return []
    const values = new Map(list(properties).map((property) => [list(property)[0], list(property)[3]]))
    return [
      {
        name: nameOf(values.get('summary')),
        start: dateOf(values.get('dtstart')),
        end: dateOf(values.get('dtend')),
        rule: ruleOf(values.get('rrule')),
        removed: values.get('status') === 'CANCELLED',
      },
    ]
  })

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function nameOf(summary: unknown): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a name from outside is shown on screen and in logs
  const name = typeof summary === 'string' ? summary.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim() : ''
  return name.slice(0, 120) || '–'
}

/** The date of a value as it is written; an instant of a day counts as that day. */
const dateOf = (value: unknown): LocalDate | null =>
  typeof value === 'string' ? parseLocalDate(value.slice(0, 10)) : null

/** The parts of a rule that repeat otherwise than on the same date every year. */
const OTHERWISE = ['byday', 'byweekno', 'byyearday', 'bysetpos', 'byhour', 'byminute', 'bysecond']

function ruleOf(value: unknown): Rule | null {
  if (value === undefined) return null
  const parts: Map<string, unknown> = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
  const count = parts.get('count')
  return {
    freq: String(parts.get('freq')).toLowerCase(),
    interval: Number(parts.get('interval') ?? 1),
    count: count === undefined ? null : Number(count),
    until: dateOf(parts.get('until')),
    isPlain: !OTHERWISE.some((part) => parts.has(part)),
  }
}

/** The days of an event within the window; why none were taken, where none were. */
function daysOf(event: CalendarEvent, window: CalendarWindow): LocalDate[] | CalendarLeft {
  const { start, end, rule, removed } = event
  if (start === null || removed) return 'no_date'
  if (rule && (rule.freq !== 'yearly' || !rule.isPlain || !Number.isInteger(rule.interval) || rule.interval < 1))
    return 'repeats'
  const length = end === null ? 1 : Math.max(1, (Date.parse(end) - Date.parse(start)) / 86_400_000)
  if (length > LONGEST_DAYS) return 'too_long'
  const starts = rule ? yearly(start, rule, window) : [start]
  const days = starts
    .flatMap((first) => Array.from({ length }, (_, n) => addDays(first, n)))
    .filter((date) => date >= window.from && date <= window.to)
  return days.length > 0 ? days : 'outside'
}

/** The same date each year, where it exists (29 February), as far as window, count and end of the rule reach. */
function yearly(start: LocalDate, { interval, count, until }: Rule, window: CalendarWindow): LocalDate[] {
  const found: LocalDate[] = []
  const dayOfYear = start.slice(4)
  const [first, from, to] = [start, window.from, window.to].map((date) => Number(date.slice(0, 4)))
  let counted = 0
  for (let year = first ?? 0; year <= (to ?? 0) && (count === null || counted < count); year += interval) {
    if (dayOfYear === '-02-29' && !isLeap(year)) continue
    counted++
    if (year < (from ?? 0) - 1) continue
    const date = `${year}${dayOfYear}` as LocalDate // the start exists, and so does its day in this year
    if (until !== null && date > until) break
    found.push(date)
  }
  return found
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
