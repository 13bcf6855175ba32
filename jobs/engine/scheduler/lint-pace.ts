import type { Db } from '../../../db/open'
import type { ScheduleRow } from '../../../db/queries/schedule'
import { lastDurations } from '../../../db/queries/schedule-history'
import type { Reason } from '../../values/problem'
import type { Instant, Zone } from '../../values/time'
import { nextDue, type Rule } from './next-due'

/** So many of a task's last runs say how long it takes. */
const MEASURED = 20
/** One run tells nothing of the next. */
const FEWEST = 3
/** So many instants are looked at for the shortest time between two. */
const LOOKED_AT = 60

/** The median of the task's last runs that succeeded, in milliseconds; null where there are too few to say. */
export function usualDuration(db: Db, task: string): number | null {
  const measured = lastDurations(db, task, MEASURED).sort((a, b) => a - b)
  return measured.length < FEWEST ? null : (measured[Math.floor(measured.length / 2)] ?? null)
}

/** It falls due again before its task has usually ended. */
export function tooOften(rule: Rule, zone: Zone, from: Instant, takesMs: number | null): Reason[] {
  if (takesMs === null) return []
  const gap = shortestGap(rule, zone, from)
  if (gap === null || gap >= takesMs) return []
  const params = { gap_s: Math.round(gap / 1_000), takes_s: Math.ceil(takesMs / 1_000) }
  return [{ code: 'schedule.warning_faster_than_task', params }]
}

function shortestGap(rule: Rule, zone: Zone, from: Instant): number | null {
  let shortest: number | null = null
  let before = nextDue(rule, zone, from)
  for (let i = 1; before !== null && i < LOOKED_AT; i++) {
    const next = nextDue(rule, zone, before)
    if (next === null) break
    shortest = Math.min(shortest ?? Number.POSITIVE_INFINITY, next - before)
    before = next
  }
  return shortest
}

/** Its start is spread over more time than lies between two of its instants. */
export function spreadTooFar(row: Pick<ScheduleRow, 'jitter_s'>, next: Instant[]): Reason[] {
  const gaps = next.slice(1).map((at, i) => (at - (next[i] ?? at)) / 1_000)
  const shortest = Math.min(...gaps)
  if (row.jitter_s === 0 || gaps.length === 0 || row.jitter_s < shortest) return []
  return [{ code: 'schedule.warning_spread_too_far', params: { jitter_s: row.jitter_s, gap_s: Math.round(shortest) } }]
}
