import {
  deleteSchedule,
  hasOccurrence,
  insertSchedule,
  type ScheduleRow,
  scheduleByName,
  updateSchedule,
} from '../../../db/queries/schedule'
import { canonicalJson } from '../../values/json'
import { Problem } from '../../values/problem'
import { type Instant, toIso, type Zone } from '../../values/time'
import type { Write } from '../write'
import { NEW_SCHEDULE, readReason, writeReason } from './row'
import { noteVersion } from './versions'

/** A single instant that a rule of an area has worked out: a payroll period's due instant. */
export type OnceSchedule = {
  /** Unique among all schedules: 'Pay run of January 2026'. */
  name: string
  task: string
  args: Record<string, unknown>
  onceAt: Instant
  zone: Zone
  /** The row whose rule it is: 'period:7'. */
  origin: string
  module: string | null
}

/**
 * Lays down a rule's single instant, or moves it. Nothing changed, nothing written. An instant that has passed fires at
 * the scheduler's next look, with its reason; one that has been decided before never fires again. A pause stays.
 * Answers with the schedule's id. Throws a Problem where the name belongs to somebody else.
 */
export function upsertOnceSchedule(write: Write, once: OnceSchedule): number {
  const found = scheduleByName(write.db, once.name)
  if (!found) return add(write, once)
  if (found.origin !== once.origin) throw new Problem('schedule.name_taken', { name: once.name }, { kind: 'conflict' })
  const wanted = { ...found, ...fieldsOf(once), ...stateOf(write, found, once) }
  if (canonicalJson(wanted) === canonicalJson(found)) return found.id
  updateSchedule(write.db, { ...wanted, changed_at: write.now })
  noteVersion(write, found.id)
  write.emit({ type: 'schedules_changed', id: found.id })
  return found.id
}

/** Takes a rule's schedule away; its occurrences go with it. False where there was none of that name. */
export function removeSchedule(write: Write, name: string): boolean {
  const found = scheduleByName(write.db, name)
  if (!found) return false
  deleteSchedule(write.db, found.id)
  write.emit({ type: 'schedules_changed', id: found.id })
  return true
}

const fieldsOf = (once: OnceSchedule) => ({
  task: once.task,
  args: canonicalJson(once.args),
  once_at: once.onceAt,
  zone: once.zone,
  module: once.module,
})

/** Done and moved to an instant not decided yet: it works again. Moved to one that was: it stays done. */
function stateOf(write: Write, found: ScheduleRow, once: OnceSchedule) {
  const isDone = readReason(found.rest_reason)?.code === 'schedule.once_done'
  if (hasOccurrence(write.db, found.id, once.onceAt)) {
    const reason = { code: 'schedule.once_done', params: { due: toIso(once.onceAt) } }
    return { enabled: 0 as const, next_due_at: null, rest_reason: writeReason(reason) }
  }
  const isPaused = found.enabled === 0 && !isDone
  if (isPaused) return { next_due_at: null }
  return { enabled: 1 as const, next_due_at: once.onceAt, rest_reason: null }
}

function add(write: Write, once: OnceSchedule): number {
  const id = insertSchedule(write.db, {
    ...fieldsOf(once),
    ...NEW_SCHEDULE,
    name: once.name,
    origin: once.origin,
    next_due_at: once.onceAt,
    anchor_at: write.now,
    created_at: write.now,
    changed_at: write.now,
  })
  noteVersion(write, id)
  write.emit({ type: 'schedules_changed', id })
  return id
}
