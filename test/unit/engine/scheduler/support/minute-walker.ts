/**
 * A deliberately simple second opinion: it walks the minutes of real time, reads the wall clock of each, and says at which
 * of them a cron expression is due. It shares no code with the scheduler.
 */
const MINUTE = 60_000
const DAY = 86_400_000

/** Minutes since 1970 on the wall clock, as if it were UTC. */
export function wallMinutes(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  return (at) => {
    const [day = 0, month = 0, year = 0, hour = 0, minute = 0] = (format.format(at).match(/\d+/g) ?? []).map(Number)
    return Date.UTC(year, month - 1, day, hour, minute) / MINUTE
  }
}

const NAMES = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']

/** The values a field allows, from `low` to `high`. */
export function allowed(field: string, low: number, high: number): Set<number> {
  const values = new Set<number>()
  for (const part of field.split(',')) {
    const [range = '', step = '1'] = part.split('/')
    const [from = low, to = from] = range === '*' ? [low, high] : range.split('-').map((text) => numberOf(text, low))
    for (let value = from; value <= to; value += Number(step)) values.add(value)
  }
  return values
}

function numberOf(text: string, low: number): number {
  const name = text.toUpperCase()
  if (MONTHS.includes(name)) return MONTHS.indexOf(name) + low
  if (NAMES.includes(name)) return NAMES.indexOf(name)
  return Number(text)
}

/** Whether a wall minute matches, as crontab(5) says: where both day fields are restricted, either is enough. */
export function matcher(cron: string): (wallMinute: number) => boolean {
  const [minute = '*', hour = '*', dayOfMonth = '*', month = '*', dayOfWeek = '*'] = cron.split(' ')
  const minutes = allowed(minute, 0, 59)
  const hours = allowed(hour, 0, 23)
  const dates = allowed(dayOfMonth === 'L' ? '*' : dayOfMonth, 1, 31)
  const months = allowed(month, 1, 12)
  const weekdays = allowed(dayOfWeek, 0, 6)
  if (weekdays.has(7)) weekdays.add(0)
  const days = new Map<number, boolean>()
  const isDay = (number: number): boolean => {
    const at = new Date(number * DAY)
    const isLast = new Date((number + 1) * DAY).getUTCDate() === 1
    const date = dayOfMonth === 'L' ? isLast : dates.has(at.getUTCDate())
    const weekday = weekdays.has(at.getUTCDay())
    const either = dayOfMonth === '*' ? weekday : dayOfWeek === '*' ? date : date || weekday
    return either && months.has(at.getUTCMonth() + 1)
  }
  return (wallMinute) => {
    if (!minutes.has(wallMinute % 60) || !hours.has(Math.floor(wallMinute / 60) % 24)) return false
    const number = Math.floor(wallMinute / 1440)
    if (!days.has(number)) days.set(number, isDay(number))
    return days.get(number) ?? false
  }
}

export type Choices = { gap?: 'transition' | 'skip'; overlap?: 'once' | 'twice' }

/** The walls of a stretch of real time, minute by minute, read once for many expressions. */
export class Walk {
  readonly from: number
  readonly to: number
  readonly #walls: number[] = []
  readonly #seenBefore: boolean[] = []
  readonly #lead: number

  constructor(zone: string, from: number, to: number) {
    this.from = from
    this.to = to
    const wall = wallMinutes(zone)
    const start = from - 2 * DAY
    this.#lead = 2 * 1440
    let highest = Number.NEGATIVE_INFINITY
    for (let at = start; at < to; at += MINUTE) {
      const now = wall(at)
      this.#walls.push(now)
      this.#seenBefore.push(now <= highest)
      highest = Math.max(highest, now)
    }
  }

  /** Every due instant from `from` (inclusive) to `to` (exclusive). */
  due(cron: string, { gap = 'transition', overlap = 'once' }: Choices = {}): number[] {
    const found: number[] = []
    const matches = matcher(cron)
    for (let i = this.#lead; i < this.#walls.length; i++) {
      const now = this.#walls[i] ?? 0
      const before = this.#walls[i - 1] ?? 0
      const counts = overlap === 'twice' || !this.#seenBefore[i]
      let isDue = counts && matches(now)
      if (gap === 'transition') for (let lost = before + 1; lost < now && !isDue; lost++) isDue = matches(lost)
      if (isDue) found.push(this.from + (i - this.#lead) * MINUTE)
    }
    return found
  }
}

/** Whole minutes between two instants at which a zone's wall clock jumps. */
export function jumps(zone: string, from: number, to: number): number[] {
  const wall = wallMinutes(zone)
  const offset = (at: number) => wall(at) - at / MINUTE
  const found: number[] = []
  for (let day = from; day < to; day += DAY) {
    if (offset(day) === offset(day + DAY)) continue
    for (let at = day + MINUTE; at <= day + DAY; at += MINUTE) if (offset(at) !== offset(at - MINUTE)) found.push(at)
  }
  return found
}
