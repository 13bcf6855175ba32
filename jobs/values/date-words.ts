import { addDays, type LocalDate, monthOf } from './time'

/** Documents and mail are written in English, whatever separates the digits of their amounts. */
const LOCALE = 'en-GB'

const written = (date: LocalDate, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', year: 'numeric', ...options })
    .format(new Date(`${date}T00:00:00Z`))
    .replace(/\bSept\b/, 'Sep')

/** 2026-11-25 as 25 November 2026. */
export const dayInWords = (date: LocalDate): string => written(date, { day: 'numeric', month: 'long' })

/** A whole month by its name (“October 2026”), any other days as “26 Sep 2026 – 25 Oct 2026”. */
export function periodInWords(start: LocalDate, end: LocalDate): string {
  const isMonth = start.endsWith('-01') && monthOf(start) === monthOf(end) && addDays(end, 1).endsWith('-01')
  if (isMonth) return written(start, { month: 'long' })
  const short = (date: LocalDate) => written(date, { day: 'numeric', month: 'short' })
  return `${short(start)} – ${short(end)}`
}
