import {
  hasOccurrence,
  insertOccurrence,
  type ScheduleRow,
  setNextDue,
  unfinishedTaskOf,
  updateSchedule,
} from '../../../db/queries/schedule'
import { Problem, type Reason } from '../../values/problem'
import { type Instant, instant, toIso } from '../../values/time'
import type { EnqueueOptions, Write } from '../write'
import { type Fallen, fallenDue } from './missed'
import { nextDue } from './next-due'
import { argsOf, type IsModuleOn, isModuleOnFor, ruleOf, writeReason, zoneOf } from './row'

/** What is decided more than so many seconds after it was due counts as missed: the office was closed or asleep. */
export const LATE_S = 60

/** One schedule's part of what happened while the office was closed. */
export type CaughtUp = {
  scheduleId: number
  name: string
  task: string
  /** Null where it did not run; `reason` says why. */
  taskId: number | null
  /** The instant that ran now, and the earliest of those it stands for. */
  due: Instant
  firstDue: Instant
  lateS: number
  /** How many more had fallen due; at least, where they were too many to count. */
  coalesced: number
  reason: Reason | null
}

type Decision = { state: 'enqueued' | 'skipped'; taskId: number | null; reason: Reason | null }

const seconds = (ms: number): number => Math.max(0, Math.floor(ms / 1_000))

/**
 * Decides a schedule that is due, all in the open transaction: the latest occurrence is enqueued (or skipped with its
 * reason), older ones are coalesced into it (misfire `latest`), and the next due instant is set. An instant that has
 * been decided before, because the clock went back since, is not decided again. Answers with what ran late.
 */
export function fire(write: Write, row: ScheduleRow, isModuleOn: IsModuleOn): CaughtUp | null {
  if (row.next_due_at === null || !isModuleOnFor(row, isModuleOn)) {
    setNextDue(write.db, row.id, null)
    return null
  }
  const fallen = fallenDue(ruleOf(row), zoneOf(row), instant(row.next_due_at), write.now)
  const caughtUp = decide(write, row, fallen)
  advance(write, row)
  write.emit({ type: 'schedule_fired', id: row.id })
  return caughtUp
}

function advance(write: Write, row: ScheduleRow): void {
  if (row.once_at === null) {
    setNextDue(write.db, row.id, nextDue(ruleOf(row), zoneOf(row), write.now))
    return
  }
  const reason: Reason = { code: 'schedule.once_done', params: { due: toIso(instant(row.once_at)) } }
  updateSchedule(write.db, { ...row, enabled: 0, next_due_at: null, rest_reason: writeReason(reason) })
}

function decide(write: Write, row: ScheduleRow, { listed, unlisted }: Fallen): CaughtUp | null {
  const due = listed[listed.length - 1]
  const firstDue = unlisted?.first ?? listed[0]
  if (due === undefined || firstDue === undefined) return null
  const coalesced = coalesce(write, row, { listed, unlisted }, due)
  if (hasOccurrence(write.db, row.id, due)) return null
  const lateS = seconds(write.now - due)
  const isLate = lateS > LATE_S || coalesced > 0
  const decision = start(write, row)
  const reason = decision.reason ?? (isLate ? lateReason(write, row, due, lateS) : null)
  insertOccurrence(write.db, {
    schedule_id: row.id,
    due_at: due,
    state: decision.state,
    reason: writeReason(reason),
    task_id: decision.taskId,
    late_s: lateS,
    decided_at: write.now,
  })
  if (!isLate || wasMadeLate(row, due)) return null
  const taskId = decision.state === 'enqueued' ? decision.taskId : null
  return { scheduleId: row.id, name: row.name, task: row.task, taskId, due, firstDue, lateS, coalesced, reason }
}

/** A single instant that had passed when it was written down: nobody missed it. */
const wasMadeLate = (row: ScheduleRow, due: Instant): boolean => row.once_at !== null && row.changed_at > due

function lateReason(write: Write, row: ScheduleRow, due: Instant, lateS: number): Reason {
  if (wasMadeLate(row, due))
    return { code: 'schedule.already_due', params: { due: toIso(due), made: toIso(instant(row.changed_at)) } }
  return { code: 'schedule.caught_up', params: { due: toIso(due), woke: toIso(write.now), late_s: lateS } }
}

/** Writes down the older ones; answers with how many there were. */
function coalesce(write: Write, row: ScheduleRow, { listed, unlisted }: Fallen, ran: Instant): number {
  const older = listed.slice(0, -1)
  let written = 0
  const record = (due: Instant, reason: Reason, stands: number) => {
    const occurrence = { schedule_id: row.id, due_at: due, state: 'coalesced' as const, task_id: null }
    const late = { late_s: seconds(write.now - due), decided_at: write.now }
    if (insertOccurrence(write.db, { ...occurrence, ...late, reason: writeReason(reason) })) written += stands
  }
  if (unlisted) {
    const until = toIso(older[0] ?? ran)
    const count = unlisted.isCounted ? String(unlisted.count) : `more than ${unlisted.count}`
    const params = { from: toIso(unlisted.first), until, count, ran: toIso(ran) }
    record(unlisted.first, { code: 'schedule.coalesced_many', params }, unlisted.count)
  }
  for (const due of older) record(due, { code: 'schedule.coalesced', params: { ran: toIso(ran) } }, 1)
  return written
}

/** Enqueues the schedule's task, unless an earlier one is unfinished (overlap `skip`). What the edge refuses is a reason. */
function start(write: Write, row: ScheduleRow): Decision {
  const unfinished = unfinishedTaskOf(write.db, row.id)
  if (unfinished !== null)
    return { state: 'skipped', taskId: null, reason: { code: 'schedule.still_running', params: { task: unfinished } } }
  try {
    const expires = row.expires_s === null ? {} : { expiresSeconds: row.expires_s }
    const options: EnqueueOptions = { origin: `schedule:${row.id}`, ...expires }
    const { taskId, deduplicated } = write.enqueue(row.task, argsOf(row), options)
    if (!deduplicated) return { state: 'enqueued', taskId, reason: null }
    return { state: 'skipped', taskId, reason: { code: 'schedule.same_work_waits', params: { task: taskId } } }
  } catch (error) {
    if (!(error instanceof Problem) || error.kind === 'unavailable') throw error
    return { state: 'skipped', taskId: null, reason: error.reason }
  }
}
