/** An instant: milliseconds since 1970-01-01T00:00:00Z. Stored as INTEGER, shown to the outside as ISO 8601 in UTC. */
export type Instant = number & { readonly __brand: 'Instant' }

/** A date on the office's calendar, `YYYY-MM-DD`. It has no zone and no time. */
export type LocalDate = string & { readonly __brand: 'LocalDate' }

/** A month, `YYYY-MM`. */
export type Month = string & { readonly __brand: 'Month' }

/** An IANA zone, such as `Europe/Lisbon`. */
export type Zone = string & { readonly __brand: 'Zone' }

export const instant = (ms: number): Instant => Math.trunc(ms) as Instant
export const toIso = (at: Instant): string => new Date(at).toISOString()

/** Reads an ISO 8601 instant that names its offset (`Z` or `+01:00`); null where the text is none. */
export function parseInstant(text: string): Instant | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/.test(text)) return null
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? null : instant(ms)
}

const DAY = 86_400_000

/** Days since 1970-01-01 of a local date. Dates are counted in UTC so that no zone can shift them. */
export const dayNumber = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / DAY
export const fromDayNumber = (day: number): LocalDate => new Date(day * DAY).toISOString().slice(0, 10) as LocalDate
export const addDays = (date: LocalDate, days: number): LocalDate => fromDayNumber(dayNumber(date) + days)
/** Both ends count: from the 1st to the 31st are 31 days; 0 where the range is empty. */
export const daysInRange = (from: LocalDate, to: LocalDate): number => Math.max(0, dayNumber(to) - dayNumber(from) + 1)

/** Reads `YYYY-MM-DD` of the years 1900 to 2199; null for anything else and for days that do not exist (30 February). */
export function parseLocalDate(text: string): LocalDate | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (!match) return null
  const year = Number(match[1])
  if (year < 1900 || year > 2199) return null
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text ? (text as LocalDate) : null
}

export const monthOf = (date: LocalDate): Month => date.slice(0, 7) as Month
export const firstOfMonth = (month: Month): LocalDate => `${month}-01` as LocalDate
export function lastOfMonth(month: Month): LocalDate {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) as LocalDate
}

/** The month so many months later; earlier where `by` is below zero. */
export function addMonths(month: Month, by: number): Month {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7) as Month
}

const formats = new Map<string, Intl.DateTimeFormat>()

export function isZone(text: string): text is Zone {
  if (!text.includes('/') && text !== 'UTC') return false
  try {
    format(text as Zone)
    return true
  } catch {
    return false
  }
}

function format(zone: Zone): Intl.DateTimeFormat {
  let made = formats.get(zone)
  if (!made) {
    made = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formats.set(zone, made)
  }
  return made
}

/** The wall clock of a zone at an instant: `YYYY-MM-DD` and `HH:MM:SS`. */
export function wallClock(at: Instant, zone: Zone): { date: LocalDate; time: string } {
  const parts = Object.fromEntries(
    format(zone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  )
  return {
    date: `${parts.year}-${parts.month}-${parts.day}` as LocalDate,
    time: `${parts.hour}:${parts.minute}:${parts.second}`,
  }
}

export const dateIn = (at: Instant, zone: Zone): LocalDate => wallClock(at, zone).date
