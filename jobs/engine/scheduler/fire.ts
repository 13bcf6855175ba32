import {
  hasOccurrence,
  insertOccurrence,
  type ScheduleRow,
  setNextDue,
  updateSchedule,
} from '../../../db/queries/schedule'
import type { Reason } from '../../values/problem'
import { type Instant, instant, toIso } from '../../values/time'
import type { Write } from '../write'
import { isMissed, type Left, planCatchUp, secondsLate } from './catch-up'
import { fallenDue } from './missed'
import { nextDue } from './next-due'
import { type Decision, start } from './overlap'
import { isModuleOnFor, ruleOf, type Terms, writeReason, zoneOf } from './row'

/** One schedule's part of what happened while the office was closed. */
export type CaughtUp = {
  scheduleId: number
  name: string
  task: string
  /** The last task that was started; null where none was, and `reason` says why. */
  taskId: number | null
  /** How many occurrences were started, or wait for their turn. */
  ran: number
  /** The instant that was decided last, and the earliest of all. */
  due: Instant
  firstDue: Instant
  lateS: number
  /** How many more had fallen due and did not run; at least, where they were too many to count. */
  coalesced: number
  reason: Reason | null
}

/**
 * Decides a schedule that is due, all in the open transaction: what runs and what is left out by its misfire policy is
 * written down, each with its reason, and the next due instant is set. An instant that has been decided before, because
 * the clock went back since, is not decided again. Answers with what ran late or was left out.
 */
export function fire(write: Write, row: ScheduleRow, terms: Terms): CaughtUp | null {
  if (row.next_due_at === null || !isModuleOnFor(row, terms.isModuleOn)) {
    setNextDue(write.db, row.id, null)
    return null
  }
  const due = firstUndecided(write, row, terms, instant(row.next_due_at))
  const caughtUp = due === null ? null : decide(write, row, terms, due)
  advance(write, row, terms)
  write.emit({ type: 'schedule_fired', id: row.id })
  return caughtUp
}

/** So many instants that were lived through before are stepped over; five days of minutes are 7,200. */
const MOST_RELIVED = 20_000

/** The clock may have gone back since: what was decided then stays so. Null where nothing until now is undecided. */
function firstUndecided(write: Write, row: ScheduleRow, terms: Terms, due: Instant): Instant | null {
  let at: Instant | null = due
  for (let n = 0; n < MOST_RELIVED && at !== null && hasOccurrence(write.db, row.id, at); n++)
    at = nextDue(ruleOf(row, terms.days), zoneOf(row), at)
  return at === null || at > write.now ? null : at
}

function advance(write: Write, row: ScheduleRow, terms: Terms): void {
  if (row.once_at === null) {
    setNextDue(write.db, row.id, nextDue(ruleOf(row, terms.days), zoneOf(row), write.now))
    return
  }
  const reason: Reason = { code: 'schedule.once_done', params: { due: toIso(instant(row.once_at)) } }
  updateSchedule(write.db, { ...row, enabled: 0, next_due_at: null, rest_reason: writeReason(reason) })
}

type Decided = Decision & { due: Instant }
/** `follows`: another one of the same catch-up was started before it. */
type Standing = { follows: boolean; standsForMore: boolean }

function decide(write: Write, row: ScheduleRow, terms: Terms, firstDue: Instant): CaughtUp | null {
  const fallen = fallenDue(ruleOf(row, terms.days), zoneOf(row), firstDue, write.now)
  const plan = planCatchUp(row, fallen, write.now)
  const coalesced = plan.left.reduce((sum, left) => sum + (leave(write, row, left) ? left.stands : 0), 0)
  const decided: Decided[] = []
  for (const due of plan.run) {
    if (hasOccurrence(write.db, row.id, due)) continue
    const before = decided[decided.length - 1]
    const follows = before !== undefined && before.state !== 'skipped'
    decided.push(begin(write, row, due, { follows, standsForMore: coalesced > 0 && row.misfire === 'latest' }))
  }
  return tell(write, row, decided, { left: plan.left, coalesced, firstDue })
}

/** False where that instant had been decided before. */
const leave = (write: Write, row: ScheduleRow, { due, state, reason }: Left): boolean =>
  insertOccurrence(write.db, {
    schedule_id: row.id,
    due_at: due,
    state,
    reason: writeReason(reason),
    task_id: null,
    late_s: secondsLate(due, write.now),
    decided_at: write.now,
  })

function begin(write: Write, row: ScheduleRow, due: Instant, { follows, standsForMore }: Standing): Decided {
  const decision = start(write, row, due, follows)
  const isLate = isMissed(due, write.now) || standsForMore
  const reason = decision.reason ?? (isLate ? lateReason(write, row, due) : null)
  insertOccurrence(write.db, {
    schedule_id: row.id,
    due_at: due,
    state: decision.state,
    reason: writeReason(reason),
    task_id: decision.taskId,
    late_s: secondsLate(due, write.now),
    decided_at: write.now,
  })
  return { ...decision, reason, due }
}

/** A single instant that had passed when it was written down: nobody missed it. */
const wasMadeLate = (row: ScheduleRow, due: Instant): boolean => row.once_at !== null && row.changed_at > due

function lateReason(write: Write, row: ScheduleRow, due: Instant): Reason {
  if (wasMadeLate(row, due))
    return { code: 'schedule.already_due', params: { due: toIso(due), made: toIso(instant(row.changed_at)) } }
  const late_s = secondsLate(due, write.now)
  return { code: 'schedule.caught_up', params: { due: toIso(due), woke: toIso(write.now), late_s } }
}

type Rest = { left: Left[]; coalesced: number; firstDue: Instant }

/** What the administrator is told of it; null where all was on time, or decided before. */
function tell(
  write: Write,
  row: ScheduleRow,
  decided: Decided[],
  { left, coalesced, firstDue }: Rest,
): CaughtUp | null {
  const last = decided[decided.length - 1]
  const lastLeft = left[left.length - 1]
  const due = last?.due ?? lastLeft?.due
  if (due === undefined || (decided.length === 0 && coalesced === 0)) return null
  if (coalesced === 0 && (!isMissed(decided[0]?.due ?? due, write.now) || wasMadeLate(row, due))) return null
  const { id: scheduleId, name, task } = row
  const ran = decided.filter((one) => one.state !== 'skipped')
  return {
    scheduleId,
    name,
    task,
    taskId: ran[ran.length - 1]?.taskId ?? null,
    ran: ran.length,
    due,
    firstDue,
    lateS: secondsLate(due, write.now),
    coalesced: ran.length > 0 ? coalesced : Math.max(0, coalesced - (last ? 0 : 1)),
    reason: last ? last.reason : (lastLeft?.reason ?? null),
  }
}
