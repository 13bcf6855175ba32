import type { ScheduleRow } from '../../../db/queries/schedule'
import type { Reason } from '../../values/problem'
import { type Instant, instant, toIso, type Zone } from '../../values/time'
import { parseCron } from './cron'
import { lint, movedTime } from './lint'
import { spreadTooFar, tooOften } from './lint-pace'
import { type CronRule, localText, nextDue } from './next-due'
import { ruleOf, zoneOf } from './row'
import type { WorkingDays } from './working-days'

export type Preview = {
  /** The rule in plain words, English for now. */
  sentence: string
  next: Instant[]
  warnings: Reason[]
}

export type PreviewOptions = {
  workingDay?: CronRule['workingDay']
  /** How long the task takes, in milliseconds, where that was measured. */
  takesMs?: number | null
}

/**
 * What a cron expression means: a sentence, the next `n` instants after `from`, and what to look out for.
 * Throws a Problem where the expression cannot be read.
 */
export async function preview(
  expression: string,
  zone: Zone,
  from: Instant,
  n: number,
  { workingDay, takesMs = null }: PreviewOptions = {},
): Promise<Preview> {
  parseCron(expression)
  const rule: CronRule = { cron: expression, workingDay }
  const next: Instant[] = []
  for (let at = nextDue(rule, zone, from); at !== null && next.length < n; at = nextDue(rule, zone, at)) next.push(at)
  const warnings = [...lint(expression), ...movedTime(rule, zone, next), ...tooOften(rule, zone, from, takesMs)]
  return { sentence: `${await sentenceOf(expression)}${daysInWords(workingDay?.move)}`, next, warnings }
}

const daysInWords = (move: ScheduleRow['working_day'] | undefined): string => {
  if (move === 'before') return ', on a day off the working day before'
  return move === 'after' ? ', on a day off the working day after' : ''
}

/** cronstrue's words for what croner has accepted; it knows all of it. Loaded when first asked, for memory's sake. */
async function sentenceOf(expression: string): Promise<string> {
  const { default: cronstrue } = await import('cronstrue')
  return cronstrue.toString(parseCron(expression).fields.join(' '), { use24HourTimeFormat: true })
}

/** The same for a schedule of any rule. `takesMs` as in `PreviewOptions`. */
export async function sentenceAndWarnings(
  row: ScheduleRow,
  next: Instant[],
  days: WorkingDays,
  takesMs: number | null = null,
): Promise<{ sentence: string; warnings: Reason[] }> {
  const zone = zoneOf(row)
  if (row.once_at !== null) return { sentence: `Once, at ${localText(instant(row.once_at), zone)}`, warnings: [] }
  const rule = ruleOf(row, days)
  const often = next[0] === undefined ? [] : tooOften(rule, zone, instant(next[0] - 1), takesMs)
  const spread = spreadTooFar(row, next)
  if (row.cron !== null && 'cron' in rule) {
    const sentence = `${await sentenceOf(row.cron)}${daysInWords(row.working_day)}`
    return { sentence, warnings: [...lint(row.cron), ...movedTime(rule, zone, next), ...often, ...spread] }
  }
  const from = toIso(instant(row.anchor_at))
  return {
    sentence: `Every ${row.every_minutes === 1 ? 'minute' : `${row.every_minutes} minutes`}, counted from ${from}`,
    warnings: [...often, ...spread],
  }
}
