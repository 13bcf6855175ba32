import { words } from '../words/en'
import { formatOf, shortMonths } from './dates'

const DAY_MS = 86_400_000

/** A moment as an office says it: 14:05 today, Thu 02:00 this week, 25 Nov this year, 25 Nov 2026 otherwise. */
export function whenOf(iso: string, zone: string, now: Date): string {
  const at = new Date(iso)
  const part = (options: Intl.DateTimeFormatOptions) =>
    formatOf(words.locale, { timeZone: zone, ...options }).format(at)
  const dayOf = (date: Date) => formatOf('en-CA', { timeZone: zone }).format(date)
  const time = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  if (dayOf(at) === dayOf(now)) return time
  if (Math.abs(at.getTime() - now.getTime()) < 6 * DAY_MS) return `${part({ weekday: 'short' })} ${time}`
  const isThisYear = dayOf(at).slice(0, 4) === dayOf(now).slice(0, 4)
  return shortMonths(part({ day: 'numeric', month: 'short', ...(isThisYear ? {} : { year: 'numeric' }) }))
}

/** The day as a heading: Wednesday 25 November 2026. */
export const dayInFull = (zone: string, now: Date): string =>
  formatOf(words.locale, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
    .format(now)
    .replace(',', '')
