import type { KeptRow } from '../../db/queries/retention'
import type { TasksSetting } from '../shared/settings'

const DAY_MS = 86_400_000

export type Dropped = 'task' | 'result' | null

/** What of a finished task is no longer kept. Days are full days since its end; 0 keeps for ever. */
export function dropped(row: KeptRow, kept: TasksSetting, now: number): Dropped {
  if (row.finished_at === null || row.in_running_batch === 1) return null
  const age = now - row.finished_at
  const isPast = (days: number) => days > 0 && age >= days * DAY_MS
  if (isPast(kept.by_task[row.task] ?? kept.tasks_days)) return 'task'
  return row.has_result === 1 && isPast(kept.results_days) ? 'result' : null
}

/** What is older is no longer kept, besides tasks that are kept otherwise by their name; -1 where all is kept. */
export const keptSince = ({ tasks_days }: TasksSetting, now: number): number =>
  tasks_days > 0 ? now - tasks_days * DAY_MS : -1

/** The youngest age at which anything may go: whatever is younger need not be looked at. Infinite: nothing ever goes. */
export function youngestMs({ results_days, tasks_days, by_task }: TasksSetting): number {
  const days = [results_days, tasks_days, ...Object.values(by_task)].filter((one) => one > 0)
  return days.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...days) * DAY_MS
}
