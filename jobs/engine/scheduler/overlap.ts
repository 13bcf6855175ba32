import {
  countQueued,
  queuedOccurrences,
  type ScheduleRow,
  settleQueued,
  unfinishedTaskOf,
} from '../../../db/queries/schedule'
import { Problem, type Reason } from '../../values/problem'
import { type Instant, instant, toIso } from '../../values/time'
import type { EnqueueOptions, Write } from '../write'
import { jitterSeconds } from './jitter'
import { argsOf, writeReason } from './row'

/** queued: it waits until the task of an earlier occurrence has ended (waiting.ts). */
export type Decision = { state: 'enqueued' | 'queued' | 'skipped'; taskId: number | null; reason: Reason | null }

/** So many occurrences of a schedule wait at most; a task that never ends is not to fill the database. */
export const MOST_QUEUED = 1_000

const skipped = (reason: Reason, taskId: number | null = null): Decision => ({ state: 'skipped', taskId, reason })

/**
 * Starts an occurrence by the overlap policy, where the task of an earlier one may not have ended: `skip` leaves it out,
 * `queue` has it wait, `replace` has it wait while the earlier one is ended, `allow` starts it beside. `follows`: it was
 * missed together with one that has just been started; those run one after another under `skip` as well.
 */
export function start(write: Write, row: ScheduleRow, due: Instant, follows: boolean): Decision {
  const { db } = write
  if (row.overlap === 'allow') return enqueue(write, row, due)
  if (row.overlap === 'replace') return replace(write, row, due)
  const unfinished = unfinishedTaskOf(db, row.id)
  const waiting = countQueued(db, row.id)
  if (unfinished === null && waiting === 0) return enqueue(write, row, due)
  if (row.overlap === 'queue' || follows) return wait(waiting)
  if (unfinished !== null) return skipped({ code: 'schedule.still_running', params: { task: unfinished } })
  return skipped({ code: 'schedule.still_waiting', params: { count: waiting } })
}

function wait(waiting: number): Decision {
  if (waiting >= MOST_QUEUED) return skipped({ code: 'schedule.queue_full', params: { most: MOST_QUEUED } })
  return { state: 'queued', taskId: null, reason: { code: 'schedule.waits_in_line', params: { before: waiting + 1 } } }
}

/** What waited to replace is replaced itself; the scheduler ends the unfinished task after the commit. */
function replace(write: Write, row: ScheduleRow, due: Instant): Decision {
  const replaced = writeReason({ code: 'schedule.replaced', params: { by: toIso(due) } })
  for (const { id } of queuedOccurrences(write.db, row.id))
    settleQueued(write.db, { id, state: 'skipped', reason: replaced, task_id: null })
  const unfinished = unfinishedTaskOf(write.db, row.id)
  if (unfinished === null) return enqueue(write, row, due)
  return { state: 'queued', taskId: null, reason: { code: 'schedule.replaces', params: { task: unfinished } } }
}

/** Enqueues the schedule's task. What the engine refuses is a reason; same work that waits already stands for this one. */
export function enqueue(write: Write, row: ScheduleRow, due: Instant): Decision {
  const jitter = jitterSeconds(row.id, due, row.jitter_s)
  const eta = instant(due + jitter * 1_000)
  const options: EnqueueOptions = {
    origin: `schedule:${row.id}`,
    ...(row.expires_s === null ? {} : { expiresSeconds: row.expires_s }),
    ...(jitter > 0 && eta > write.now ? { eta } : {}),
  }
  try {
    const { taskId, deduplicated } = write.enqueue(row.task, argsOf(row), options)
    if (deduplicated) return skipped({ code: 'schedule.same_work_waits', params: { task: taskId } }, taskId)
    const reason = options.eta ? { code: 'schedule.spread', params: { seconds: jitter, most: row.jitter_s } } : null
    return { state: 'enqueued', taskId, reason }
  } catch (error) {
    if (!(error instanceof Problem) || error.kind === 'unavailable') throw error
    return skipped(error.reason)
  }
}
