import type { OccurrenceRow } from '../../../db/queries/schedule'
import type { Reason } from '../../../jobs/values/problem'
import { instant, toIso } from '../../../jobs/values/time'
import type { Planned } from './plan'

/** The most rows a catch-up may leave of one schedule: a thousand, and one for the rest. */
export const MOST_ROWS = 1_001

const shown = (at: number) => toIso(instant(at)).slice(0, 19)
const codeOf = (row: OccurrenceRow): string => (row.reason === null ? '' : (JSON.parse(row.reason) as Reason).code)

/** The rows that stand for many instants: from their own until before another. */
function manyOf(rows: OccurrenceRow[]): { from: number; until: number }[] {
  return rows.flatMap((row) => {
    if (!codeOf(row).endsWith('_many')) return []
    const { until } = (JSON.parse(row.reason ?? '') as Reason).params
    return [{ from: row.due_at, until: Date.parse(String(until)) }]
  })
}

/** Every due instant has a row, or lies in what a row stands for; and every row stands for a due instant. */
export function everyInstantIsDecided(name: string, rows: OccurrenceRow[], due: Set<number>): string[] {
  const decided = new Set(rows.map((row) => row.due_at))
  const many = manyOf(rows)
  const missing = [...due].filter((at) => !decided.has(at) && !many.some(({ from, until }) => from <= at && at < until))
  const extra = rows.filter((row) => !due.has(row.due_at))
  return [
    ...missing.slice(0, 3).map((at) => `${name}: was due at ${shown(at)}, and no row says what became of it`),
    ...extra
      .slice(0, 3)
      .map((row) => `${name}: ${row.state} ${codeOf(row)} at ${shown(row.due_at)}, when it was not due`),
  ]
}

/** No instant twice, no task for two instants, no task without its instant. */
export function nothingFiresTwice(name: string, rows: OccurrenceRow[], tasks: number[]): string[] {
  const broken: string[] = []
  if (new Set(rows.map((row) => row.due_at)).size !== rows.length) broken.push(`${name}: an instant was decided twice`)
  const ofRows = rows.flatMap((row) => (row.task_id === null ? [] : [row.task_id])).sort((a, b) => a - b)
  if (new Set(ofRows).size !== ofRows.length) broken.push(`${name}: a task stands for two instants`)
  if (ofRows.length !== tasks.length || ofRows.some((id, i) => id !== tasks[i]))
    broken.push(`${name}: ${tasks.length} tasks were started, and ${ofRows.length} rows say so`)
  return broken
}

/** What does not run on time says why. */
export function everyRowSaysWhy(name: string, rows: OccurrenceRow[]): string[] {
  const silent = rows.filter((row) => row.reason === null && (row.state !== 'enqueued' || row.late_s > 60))
  return silent.slice(0, 3).map((row) => `${name}: ${row.state} at ${shown(row.due_at)} without a reason`)
}

/** Each catch-up keeps to the misfire policy, and to its bound. */
export function catchUpsKeepTheirPolicy(
  { name, misfire, misfireMost, overlap }: Planned,
  rows: OccurrenceRow[],
): string[] {
  const broken: string[] = []
  const most = misfire === 'all' && overlap !== 'replace' ? misfireMost : 1
  for (const [decidedAt, group] of byDecision(rows)) {
    const left = (row: OccurrenceRow) => /coalesced|misfire_skipped|beyond_most/.test(codeOf(row))
    const taken = group.filter((row) => !left(row))
    const at = `in the catch-up of ${shown(decidedAt)}`
    if (group.length > MOST_ROWS) broken.push(`${name}: ${group.length} rows ${at}`)
    if (taken.length > most) broken.push(`${name}: ${taken.length} were run ${at}, ${most} at most`)
    if (misfire === 'skip' && taken.some((row) => row.late_s > 60)) broken.push(`${name}: ran what it missed ${at}`)
    const lastLeft = Math.max(...group.filter(left).map((row) => row.due_at))
    // The one that would have run had been decided already, before the clock was set back.
    const hadRun = rows.some((row) => row.id < (group[0]?.id ?? 0) && row.due_at > lastLeft && row.due_at <= decidedAt)
    if (misfire !== 'skip' && taken.length === 0 && group.length > 1 && !hadRun)
      broken.push(`${name}: none of ${group.length} ran ${at}`)
    if (taken.some((row) => row.due_at < lastLeft)) broken.push(`${name}: an older one ran than was left ${at}`)
  }
  return broken.slice(0, 3)
}

function byDecision(rows: OccurrenceRow[]): Map<number, OccurrenceRow[]> {
  const groups = new Map<number, OccurrenceRow[]>()
  for (const row of rows) {
    const group = groups.get(row.decided_at)
    if (group) group.push(row)
    else groups.set(row.decided_at, [row])
  }
  return groups
}

/** Tasks start in the order in which they were due, as long as the clock did not go back in between. */
export function tasksStartInOrder(name: string, rows: OccurrenceRow[], eraOf: (taskId: number) => number): string[] {
  const started = rows.filter((row) => row.task_id !== null).sort((a, b) => (a.task_id ?? 0) - (b.task_id ?? 0))
  const wrong = started.find((row, i) => {
    const before = started[i - 1]
    return before && eraOf(before.task_id ?? 0) === eraOf(row.task_id ?? 0) && before.due_at > row.due_at
  })
  return wrong ? [`${name}: the task of ${shown(wrong.due_at)} was started after a later one`] : []
}
