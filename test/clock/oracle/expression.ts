import { allowed } from '../../unit/engine/scheduler/support/minute-walker'

const DAY_MS = 86_400_000
export const MINUTES_A_DAY = 1_440

/** A cron expression as crontab(5) reads it, with the marks for the last day and the nth weekday of a month. */
export type Expression = {
  text: string
  /** Whether it matches a minute of the day, by number from 0 to 1439. */
  isTime: (minuteOfDay: number) => boolean
  /** The first matching minute of the day from a minute on; null where there is none left that day. */
  timeFrom: (minuteOfDay: number) => number | null
  /** Whether it matches a day, counted from 1970-01-01. */
  isDay: (day: number) => boolean
}

/** Reads an expression the simple way: every field becomes the set of what it allows. It shares no code with the scheduler. */
export function readExpression(text: string): Expression {
  const [minute = '*', hour = '*', dayOfMonth = '*', month = '*', dayOfWeek = '*'] = text.split(' ')
  const minutes = allowed(minute, 0, 59)
  const hours = allowed(hour, 0, 23)
  const months = allowed(month, 1, 12)
  const isTime = (at: number) => minutes.has(at % 60) && hours.has(Math.floor(at / 60))
  const following = followingTimes(isTime)
  const isDate = dateTest(dayOfMonth)
  const isWeekday = weekdayTest(dayOfWeek)
  const known = new Map<number, boolean>()
  const isDay = (day: number): boolean => {
    const at = new Date(day * DAY_MS)
    if (!months.has(at.getUTCMonth() + 1)) return false
    if (dayOfMonth === '*') return isWeekday(at)
    return dayOfWeek === '*' ? isDate(at) : isDate(at) || isWeekday(at)
  }
  return {
    text,
    isTime,
    timeFrom: (at) => following[at] ?? null,
    isDay: (day) => {
      const is = known.get(day) ?? isDay(day)
      known.set(day, is)
      return is
    },
  }
}

function followingTimes(isTime: (at: number) => boolean): (number | null)[] {
  const following: (number | null)[] = []
  let next: number | null = null
  for (let at = MINUTES_A_DAY - 1; at >= 0; at--) {
    if (isTime(at)) next = at
    following[at] = next
  }
  return following
}

const isLastOfMonth = (at: Date) => new Date(at.getTime() + DAY_MS).getUTCDate() === 1

function dateTest(field: string): (at: Date) => boolean {
  if (field === 'L') return isLastOfMonth
  const dates = allowed(field, 1, 31)
  return (at) => dates.has(at.getUTCDate())
}

function weekdayTest(field: string): (at: Date) => boolean {
  const nth = /^(.+)#(\d)$/.exec(field)
  const last = /^(.+)L$/.exec(field)
  const weekdays = allowed(nth?.[1] ?? last?.[1] ?? field, 0, 6)
  if (weekdays.has(7)) weekdays.add(0)
  return (at) => {
    if (!weekdays.has(at.getUTCDay())) return false
    if (nth) return Math.ceil(at.getUTCDate() / 7) === Number(nth[2])
    return !last || new Date(at.getTime() + 7 * DAY_MS).getUTCMonth() !== at.getUTCMonth()
  }
}
