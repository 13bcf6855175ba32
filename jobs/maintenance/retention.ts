import type { KeptRow } from '../../db/queries/retention'
import type { TasksSetting } from '../shared/settings'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

export type Dropped = 'task' | 'result' | null

/** How long a result is kept. */
const resultsMs = ({ results_days, results_hours }: TasksSetting): number =>
  results_hours > 0 ? results_hours * HOUR_MS : results_days * DAY_MS

/** What of a finished task is no longer kept. Days and hours are full ones since its end; 0 keeps for ever. */
export function dropped(row: KeptRow, kept: TasksSetting, now: number): Dropped {
  if (row.finished_at === null || row.in_running_batch === 1) return null
  const age = now - row.finished_at
  const isPast = (ms: number) => ms > 0 && age >= ms
  if (isPast((kept.by_task[row.task] ?? kept.tasks_days) * DAY_MS)) return 'task'
  return row.has_result === 1 && isPast(resultsMs(kept)) ? 'result' : null
}

/** What is older is no longer kept, besides tasks that are kept otherwise by their name; -1 where all is kept. */
export const keptSince = ({ tasks_days }: TasksSetting, now: number): number =>
  tasks_days > 0 ? now - tasks_days * DAY_MS : -1

/** The youngest age at which anything may go: whatever is younger need not be looked at. Infinite: nothing ever goes. */
export function youngestMs(kept: TasksSetting): number {
  const days = [kept.tasks_days, ...Object.values(kept.by_task)]
  return Math.min(...[resultsMs(kept), ...days.map((one) => one * DAY_MS)].filter((ms) => ms > 0))
}
