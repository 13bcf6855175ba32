import { words } from '../words/en'

const formats = new Map<string, Intl.DateTimeFormat>()

/** A list asks for hundreds of these with every frame, and to make one takes longer than to use it: each is made once. */
export function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, options)
  formats.set(key, made)
  return made
}

const format = (date: string, options: Intl.DateTimeFormatOptions) =>
  shortMonths(formatOf(words.locale, { timeZone: 'UTC', ...options }).format(new Date(`${date}T00:00:00Z`)))

/** British English alone writes one month in four letters, which no column of dates has room for. */
export const shortMonths = (text: string): string => text.replace(/\bSept\b/, 'Sep')

/** A date without a time, as an office says it: 25 Nov 2026. */
export const dayOf = (date: string): string => format(date, { day: 'numeric', month: 'short', year: 'numeric' })

/** A sentence of the office with its dates as an office says them: “from 2026-11-15” is from 15 Nov 2026. */
export const datesInWords = (sentence: string, instant: (iso: string) => string = dayOf): string =>
  sentence.replace(/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, instant).replace(/\b\d{4}-\d\d-\d\d\b(?=[^”]*(?:“|$))/g, dayOf)

/** 2026-11 as November 2026. */
export const monthOf = (month: string): string => format(`${month}-01`, { month: 'long', year: 'numeric' })

/** 2026-11 as Nov 2026, where a column is narrow. */
export const shortMonthOf = (month: string): string => format(`${month}-01`, { month: 'short', year: 'numeric' })

/** A whole month by its name, other dates from – to. */
export function spanOf(start: string, end: string): string {
  const next = new Date(Date.parse(`${end}T00:00:00Z`) + 86_400_000).toISOString()
  const isMonth = start.endsWith('-01') && next.slice(8, 10) === '01' && start.slice(0, 7) === end.slice(0, 7)
  return isMonth ? monthOf(start.slice(0, 7)) : `${dayOf(start)} – ${dayOf(end)}`
}
