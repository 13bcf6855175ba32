import { addDays, type LocalDate, monthOf } from './time'

/** What is not written to one person is in English. */
const ENGLISH = 'en-GB'

const STYLES = {
  day: { day: 'numeric', month: 'long' },
  shortDay: { day: 'numeric', month: 'short' },
  month: { month: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const formats = new Map<string, Intl.DateTimeFormat>()

/** A format is made once, when first used: making one takes longer than using it, and each payslip has several dates. */
function formatOf(style: keyof typeof STYLES, locale: string): Intl.DateTimeFormat {
  const known = formats.get(locale + style)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', ...STYLES[style] })
  formats.set(locale + style, made)
  return made
}

const written = (date: LocalDate, style: keyof typeof STYLES, locale: string): string =>
  formatOf(style, locale)
    .format(new Date(`${date}T00:00:00Z`))
    .replace(/\bSept\b/, 'Sep')

/** 2026-11-25 as 25 November 2026. */
export const dayInWords = (date: LocalDate, locale = ENGLISH): string => written(date, 'day', locale)

/** A whole month by its name (“October 2026”), any other days as “26 Sep 2026 – 25 Oct 2026”. */
export function periodInWords(start: LocalDate, end: LocalDate, locale = ENGLISH): string {
  const isMonth = start.endsWith('-01') && monthOf(start) === monthOf(end) && addDays(end, 1).endsWith('-01')
  if (isMonth) return written(start, 'month', locale)
  const short = (date: LocalDate) => written(date, 'shortDay', locale)
  return `${short(start)} – ${short(end)}`
}
