import { addDays, type LocalDate, monthOf } from './time'

/** Documents and mail are written in English, whatever separates the digits of their amounts. */
const LOCALE = 'en-GB'

const STYLES = {
  day: { day: 'numeric', month: 'long' },
  shortDay: { day: 'numeric', month: 'short' },
  month: { month: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const formats = new Map<keyof typeof STYLES, Intl.DateTimeFormat>()

/** A format is made once, when first used: making one takes longer than using it, and each payslip has several dates. */
function formatOf(style: keyof typeof STYLES): Intl.DateTimeFormat {
  const known = formats.get(style)
  if (known) return known
  const made = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', year: 'numeric', ...STYLES[style] })
  formats.set(style, made)
  return made
}

const written = (date: LocalDate, style: keyof typeof STYLES): string =>
  formatOf(style)
    .format(new Date(`${date}T00:00:00Z`))
    .replace(/\bSept\b/, 'Sep')

/** 2026-11-25 as 25 November 2026. */
export const dayInWords = (date: LocalDate): string => written(date, 'day')

/** A whole month by its name (“October 2026”), any other days as “26 Sep 2026 – 25 Oct 2026”. */
export function periodInWords(start: LocalDate, end: LocalDate): string {
  const isMonth = start.endsWith('-01') && monthOf(start) === monthOf(end) && addDays(end, 1).endsWith('-01')
  if (isMonth) return written(start, 'month')
  const short = (date: LocalDate) => written(date, 'shortDay')
  return `${short(start)} – ${short(end)}`
}
