/** `09:30`, `9.30`, `9h30`, `2:15 PM` as `HH:MM`; a date in front and seconds behind are left out. Null: no time of a day. */
export function readTimeOfDay(text: string): string | null {
  const plain = text.trim().replace(/^\d{4}-\d\d-\d\d[T ]/, '')
  const [, hour, minute = '00', half] =
    /^(\d{1,2})(?:[:.h](\d\d))?(?::\d\d(?:\.\d+)?)?\s*([ap])?\.?(?:m\.?)?$/i.exec(plain) ?? []
  if (hour === undefined || (half === undefined && !/[:.h]/i.test(plain))) return null
  const given = Number(hour)
  if (Number(minute) > 59 || (half !== undefined && (given < 1 || given > 12))) return null
  const hours = half === undefined ? given : (given % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  return hours > 23 ? null : `${String(hours).padStart(2, '0')}:${minute}`
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Minutes on the wall clock from one time to the next; over midnight where the second is the earlier one. */
export const minutesBetween = (from: string, to: string): number => (minuteOf(to) - minuteOf(from) + 1440) % 1440

/**
 * A duration in whole minutes, halves up: `1:30`, `01:30:20`, `1h 30m`, `90 min`, and hours as `1.5` or `1,5`. Null: none.
 */
export function readMinutes(text: string): number | null {
  const plain = text.trim().toLowerCase()
  const clock = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/.exec(plain)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]) + (Number(clock[3] ?? 0) >= 30 ? 1 : 0)
  const worded = /^(?:(\d{1,3})\s*h(?:ours?|rs?)?)?\s*(?:(\d{1,4})\s*m(?:in(?:utes?)?)?)?$/.exec(plain)
  if (worded && (worded[1] !== undefined || worded[2] !== undefined)) {
    return Number(worded[1] ?? 0) * 60 + Number(worded[2] ?? 0)
  }
  const hours = /^(\d{1,3})(?:[.,](\d{1,4}))?$/.exec(plain)
  if (!hours) return null
  const tenThousandths = Number(hours[1]) * 10_000 + Number((hours[2] ?? '').padEnd(4, '0'))
  return Math.floor((tenThousandths * 60 + 5_000) / 10_000)
}

/** 90 as `1:30`. */
export const shownMinutes = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
