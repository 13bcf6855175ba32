import type { ScheduleRow } from '../../../db/queries/schedule'
import type { Reason } from '../../values/problem'
import { type Instant, instant, toIso, type Zone } from '../../values/time'
import { parseCron } from './cron'
import { lint, movedTime } from './lint'
import { localText, nextDue } from './next-due'
import { zoneOf } from './row'

export type Preview = {
  /** The rule in plain words, English for now. */
  sentence: string
  next: Instant[]
  warnings: Reason[]
}

/**
 * What a cron expression means: a sentence, the next `n` instants after `from`, and what to look out for.
 * Throws a Problem where the expression cannot be read.
 */
export async function preview(expression: string, zone: Zone, from: Instant, n: number): Promise<Preview> {
  parseCron(expression)
  const next: Instant[] = []
  for (let at = nextDue({ cron: expression }, zone, from); at !== null && next.length < n; ) {
    next.push(at)
    at = nextDue({ cron: expression }, zone, at)
  }
  const warnings = [...lint(expression), ...movedTime(expression, zone, next)]
  return { sentence: await sentenceOf(expression), next, warnings }
}

/** cronstrue's words for what croner has accepted; it knows all of it. Loaded when first asked, for memory's sake. */
async function sentenceOf(expression: string): Promise<string> {
  const { default: cronstrue } = await import('cronstrue')
  return cronstrue.toString(parseCron(expression).fields.join(' '), { use24HourTimeFormat: true })
}

/** The same for a schedule of any rule. */
export async function sentenceAndWarnings(
  row: ScheduleRow,
  next: Instant[],
): Promise<{ sentence: string; warnings: Reason[] }> {
  if (row.cron !== null) {
    const warnings = [...lint(row.cron), ...movedTime(row.cron, zoneOf(row), next)]
    return { sentence: await sentenceOf(row.cron), warnings }
  }
  if (row.once_at !== null)
    return { sentence: `Once, at ${localText(instant(row.once_at), zoneOf(row))}`, warnings: [] }
  const from = toIso(instant(row.anchor_at))
  return {
    sentence: `Every ${row.every_minutes === 1 ? 'minute' : `${row.every_minutes} minutes`}, counted from ${from}`,
    warnings: [],
  }
}
