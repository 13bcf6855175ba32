import { Problem, type Reason } from '../../values/problem'
import type { Instant, Zone } from '../../values/time'
import { type Expression, FIELDS, nextWall, parseCron } from './cron'
import { type CronRule, isMoved, localText } from './next-due'
import { type Wall, wall } from './offsets'

const DAY = 86_400_000

/** Throws a Problem where a cron expression cannot be read or matches no date at all (30 February). */
export function checkCron(expression: string): void {
  if (neverFires(parseCron(expression)))
    throw new Problem('schedule.cron_never_fires', { expression }, { kind: 'invalid' })
}

const neverFires = (expression: Expression): boolean => nextWall(expression, wall(Date.UTC(2000, 0, 1))) === null

/** What reads well and yet does not do what is mostly meant: reasons to be shown beside the rule, none of them a refusal. */
export function lint(cron: string): Reason[] {
  const expression = parseCron(cron)
  if (neverFires(expression)) return [{ code: 'schedule.cron_never_fires', params: { expression: cron } }]
  return [...eitherDay(expression), ...skippedMonths(expression), ...unevenSteps(expression)]
}

/** Both day fields are restricted: cron fires where either matches (crontab(5)), people mostly mean both. */
function eitherDay({ fields: [, , dayOfMonth, , dayOfWeek] }: Expression): Reason[] {
  if (dayOfMonth === '*' || dayOfWeek === '*') return []
  return [{ code: 'schedule.warning_either_day', params: { day_of_month: dayOfMonth, day_of_week: dayOfWeek } }]
}

/** Months that the month field names and no day matches, in all years or in some: the 31st, 29 February, a fifth Friday. */
function skippedMonths(expression: Expression): Reason[] {
  const month = expression.fields[3]
  const named = parseCron(`0 0 1 ${month} *`)
  const always = new Set<number>()
  const sometimes = new Set<number>()
  const from = Date.UTC(2001, 0, 1)
  const to = Date.UTC(2005, 0, 1) // four years: one of them has a 29 February
  for (let first = named.nextDay(wall(from)); first !== null && first < to; first = named.nextDay(wall(first + DAY))) {
    const number = new Date(first).getUTCMonth()
    if (firesInMonth(expression, first)) sometimes.add(number)
    else always.add(number)
  }
  const skipped = [...always].sort((a, b) => a - b)
  if (skipped.length === 0) return []
  const months = skipped.map((number) => MONTHS[number]).join(', ')
  const allYears = skipped.every((number) => !sometimes.has(number))
  return [
    {
      code: allYears ? 'schedule.warning_skips_months' : 'schedule.warning_skips_months_some_years',
      params: { months },
    },
  ]
}

function firesInMonth(expression: Expression, first: Wall): boolean {
  const next = expression.nextDay(first)
  return next !== null && new Date(next).getUTCMonth() === new Date(first).getUTCMonth() && next - first < 31 * DAY
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October']
MONTHS.push('November', 'December')

/** How many steps of one there are in a field; days of a month differ, so that no step of them comes out even. */
const LENGTHS = [60, 24, null, 12, 7]

/** A step begins anew with each hour, day, month or year, so that the last interval is shorter than the others. */
function unevenSteps({ fields }: Expression): Reason[] {
  return fields.flatMap((field, index) => {
    const step = Number(/^\*\/(\d+)$/.exec(field)?.[1] ?? 1)
    const length = LENGTHS[index]
    if (step === 1 || (length && length % step === 0)) return []
    return [{ code: 'schedule.warning_uneven_steps', params: { field: FIELDS[index]?.name ?? '', found: field, step } }]
  })
}

/** The first of some instants that a change of the clock has moved, as a warning. */
export function movedTime(rule: CronRule, zone: Zone, instants: Instant[]): Reason[] {
  const moved = instants.find((at) => isMoved(rule, zone, at))
  return moved === undefined ? [] : [{ code: 'schedule.warning_moved', params: { runs_at: localText(moved, zone) } }]
}
