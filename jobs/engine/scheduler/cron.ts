import { Cron } from 'croner'
import { Problem } from '../../values/problem'
import { type Wall, wall } from './offsets'

const MINUTE = 60_000
const HOUR = 3_600_000
const DAY = 86_400_000

/** The five fields in order, as the administrator would call them, with what each may hold. */
export const FIELDS = [
  { name: 'minute', expected: '0-59' },
  { name: 'hour', expected: '0-23' },
  { name: 'day of month', expected: '1-31 or L for the last day' },
  { name: 'month', expected: '1-12 or JAN-DEC' },
  { name: 'day of week', expected: '0-7 or SUN-SAT (0 and 7 are Sunday)' },
] as const

/** The nicknames of crontab(5). `@reboot` names an event and no time, so it is none of ours. */
const NICKNAMES: Record<string, string> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
}

export type Expression = {
  /** Minute, hour, day of month, month, day of week. */
  fields: [string, string, string, string, string]
  /** Milliseconds into a day at which it fires, ascending, on each day that matches. */
  times: number[]
  /** The first matching day at or after the one that begins at `day` (a wall midnight); null where there is none. */
  nextDay(day: Wall): Wall | null
}

const parsed = new Map<string, Expression>()
/** An office has some dozens of rules; preview while typing brings more, which are forgotten. */
const MOST_PARSED = 300

/** Reads a cron expression of five fields. Throws a Problem that names the field, what was found and what fits there. */
export function parseCron(text: string): Expression {
  let expression = parsed.get(text)
  if (!expression) {
    expression = parse(text)
    if (parsed.size >= MOST_PARSED) parsed.clear()
    parsed.set(text, expression)
  }
  return expression
}

function parse(text: string): Expression {
  const fields = splitFields(text)
  // Every rule is read at each start: only one that croner refuses is taken apart to name the field.
  if (FOREIGN.test(fields.join(' ')) || !canRead(fields.join(' '))) {
    FIELDS.forEach((_, index) => {
      checkField(text, fields, index)
    })
  }
  const [minute, hour, dayOfMonth, month, dayOfWeek] = fields
  const minutes = matching(minute, (field) => `${field} * * * *`, 60, MINUTE)
  const times = matching(hour, (field) => `0 ${field} * * *`, 24, HOUR).flatMap((at) =>
    minutes.map((past) => at + past),
  )
  return { fields, times, nextDay: dayWalker(cronOf(`0 0 ${dayOfMonth} ${month} ${dayOfWeek}`)) }
}

/** The expression's five fields, with its nickname spelled out. */
export function splitFields(text: string): Expression['fields'] {
  const trimmed = text.trim()
  if (trimmed.toLowerCase() === '@reboot') throw new Problem('schedule.cron_reboot', { expression: text })
  const [minute, hour, dayOfMonth, month, dayOfWeek, ...more] = (NICKNAMES[trimmed.toLowerCase()] ?? trimmed).split(
    /\s+/,
  )
  const count = trimmed === '' ? 0 : trimmed.split(/\s+/).length
  if (count === 6 || count === 7) throw new Problem('schedule.cron_seconds', { expression: text, count })
  if (!minute || !hour || !dayOfMonth || !month || !dayOfWeek || more.length)
    throw new Problem('schedule.cron_fields', { expression: text, count })
  return [minute, hour, dayOfMonth, month, dayOfWeek]
}

function checkField(text: string, fields: Expression['fields'], index: number): void {
  const alone = FIELDS.map((_, other) => (other === index ? fields[index] : '*')).join(' ')
  const field = FIELDS[index]
  const found = fields[index]
  if (!field || found === undefined) return
  if (!FOREIGN.test(found) && canRead(alone)) return
  throw new Problem('schedule.cron_field', { expression: text, field: field.name, found, expected: field.expected })
}

/** croner would take `?` for `*` and `+` for "and also": other programs read them otherwise, so they are refused. */
const FOREIGN = /[?+]/

function canRead(expression: string): boolean {
  try {
    cronOf(expression)
    return true
  } catch {
    return false
  }
}

/** croner on a clock without daylight saving: it is asked for wall-clock times only, the zone is ours (next-due.ts). */
const cronOf = (expression: string) => new Cron(expression, { timezone: 'UTC', paused: true, mode: '5-part' })

/** Which of the first `count` steps of a day a field matches; croner is asked only where it is more than one number. */
function matching(field: string, expressionOf: (field: string) => string, count: number, step: number): number[] {
  if (/^\d+$/.test(field)) return [Number(field) * step]
  const steps = Array.from({ length: count }, (_, index) => index * step)
  if (field === '*') return steps
  const cron = cronOf(expressionOf(field))
  return steps.filter((at) => cron.match(new Date(at)))
}

/**
 * Days are tried one by one for a week, then croner searches: a match takes 10 µs, a search 80 to 120 µs wherever it
 * ends, and 4 ms where it ends in the year 10,000 without having found anything.
 */
function dayWalker(cron: Cron): Expression['nextDay'] {
  // The same day is asked for again and again while a rule is followed through it.
  let asked: Wall | null = null
  let answer: Wall | null = null
  const search = (from: Wall): Wall | null => {
    for (let day = from; day < from + 7 * DAY; day = wall(day + DAY)) {
      if (cron.match(new Date(day))) return day
    }
    const next = cron.nextRun(new Date(from + 7 * DAY - 1_000))
    return next ? wall(next.getTime()) : null
  }
  return (from) => {
    if (from !== asked) answer = search(from)
    asked = from
    return answer
  }
}

/** The first wall-clock time at or after `from` that the expression matches; null where there is none before the year 10,000. */
export function nextWall(expression: Expression, from: Wall): Wall | null {
  const day = wall(Math.floor(from / DAY) * DAY)
  const today = expression.nextDay(day)
  if (today === null) return null
  if (today === day) {
    const time = expression.times.find((one) => day + one >= from)
    if (time !== undefined) return wall(day + time)
    const later = expression.nextDay(wall(day + DAY))
    return later === null ? null : wall(later + (expression.times[0] ?? 0))
  }
  return wall(today + (expression.times[0] ?? 0))
}

/** Whether a wall-clock time (a whole minute) matches. */
export const matchesWall = (expression: Expression, at: Wall): boolean => nextWall(expression, at) === at
