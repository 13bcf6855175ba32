import {
  type OccurrenceRow,
  queuedOccurrences,
  type ScheduleRow,
  scheduleById,
  settleQueued,
  unfinishedTaskOf,
} from '../../../db/queries/schedule'
import type { Reason } from '../../values/problem'
import { instant, toIso } from '../../values/time'
import type { Write } from '../write'
import { type Decision, enqueue } from './overlap'
import { restReasonOf, type Terms, writeReason } from './row'

/**
 * Starts what waits for an earlier occurrence of its schedule, oldest first, as far as the overlap policy lets it. Of a
 * schedule that was paused meanwhile nothing more starts.
 */
export function releaseQueued(write: Write, scheduleId: number, terms: Terms): void {
  const row = scheduleById(write.db, scheduleId)
  if (!row) return
  const rests = restsBy(row, terms)
  for (const occurrence of queuedOccurrences(write.db, scheduleId)) {
    if (rests === null && row.overlap !== 'allow' && unfinishedTaskOf(write.db, scheduleId) !== null) return
    settle(write, occurrence, rests === null ? started(write, row, occurrence) : left(rests))
  }
  write.emit({ type: 'schedule_fired', id: scheduleId })
}

/** A single instant that waits is not the less wanted because there is none after it. */
function restsBy(row: ScheduleRow, terms: Terms): Reason | null {
  const reason = restReasonOf(row, terms.isModuleOn)
  return reason?.code === 'schedule.once_done' ? null : reason
}

const left = (reason: Reason): Decision => ({ state: 'skipped', taskId: null, reason })

function started(write: Write, row: ScheduleRow, { due_at }: OccurrenceRow): Decision {
  const due = instant(due_at)
  const decision = enqueue(write, row, due)
  if (decision.state !== 'enqueued') return decision
  return {
    ...decision,
    reason: { code: 'schedule.waited', params: { due: toIso(due), started: toIso(write.now) } },
  }
}

const settle = (write: Write, { id }: OccurrenceRow, { state, reason, taskId }: Decision) =>
  settleQueued(write.db, { id, state, reason: writeReason(reason), task_id: taskId })
