import { whenOf } from '../components/when'
import { words } from '../words/en'

/** The moment to the second, for what follows close upon another: 11:42:07 today, otherwise with its day. */
export function momentOf(iso: string, zone: string, now: Date): string {
  const time = new Intl.DateTimeFormat(words.locale, { timeZone: zone, timeStyle: 'medium', hourCycle: 'h23' }).format(
    new Date(iso),
  )
  const when = whenOf(iso, zone, now)
  if (when === time.slice(0, 5)) return time
  return when.includes(':') ? when : `${when} ${time.slice(0, 5)}`
}
