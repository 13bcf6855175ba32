import type { Db } from '../../../db/open'
import {
  deleteSchedule,
  insertOccurrence,
  insertSchedule,
  type ScheduleRow,
  scheduleById,
  scheduleByName,
  updateSchedule,
} from '../../../db/queries/schedule'
import { canonicalJson } from '../../values/json'
import { Problem } from '../../values/problem'
import type { Instant, Zone } from '../../values/time'
import type { Write } from '../write'
import { checkPatchIsAllowed, checkPolicies, checkRule, type Policies } from './checks'
import { argsOf, isModuleOnFor, NEW_SCHEDULE, nextDueOf, ownerOf, type Terms, writeReason } from './row'
import { noteVersion } from './versions'

/** A rule as it is typed in: exactly one of the three. */
export type TypedRule = { cron?: string; everyMinutes?: number; onceAt?: Instant }

export type NewSchedule = TypedRule &
  Policies & {
    name: string
    /** The task's own name and its arguments, checked against its schema. */
    task: string
    args: Record<string, unknown>
    zone: Zone
    expiresS: number | null
    enabled: boolean
    module: string | null
  }

/** What may change of a schedule; what is left out stays. */
export type SchedulePatch = Partial<Omit<NewSchedule, 'module'>> & { module?: string | null }

/** Throws a Problem where there is none. */
export function readSchedule(db: Db, id: number): ScheduleRow {
  const row = scheduleById(db, id)
  if (!row) throw new Problem('schedule.not_found', { id }, { kind: 'not_found' })
  return row
}

/** Adds a schedule of the administrator's own. Throws a Problem that names what is wrong or not built. */
export function createSchedule(write: Write, typed: NewSchedule, terms: Terms): ScheduleRow {
  checkRule(typed, write.now)
  checkPolicies(columnsOf(typed))
  checkName(write.db, typed.name, null)
  const row = {
    ...NEW_SCHEDULE,
    ...columnsOf(typed),
    origin: write.actor,
    anchor_at: write.now,
    next_due_at: null,
    created_at: write.now,
    changed_at: write.now,
  }
  const id = insertSchedule(write.db, { ...row, next_due_at: nextDueOf({ id: 0, ...row }, write.now, terms) })
  noteVersion(write, id, terms)
  write.emit({ type: 'schedules_changed', id })
  return readSchedule(write.db, id)
}

/**
 * Changes a schedule; a new rule, zone or a resumption counts from now on. Of a built-in one the name and the task stay,
 * of one that a rule owns everything but the pause. Throws a Problem in words.
 */
export function changeSchedule(write: Write, row: ScheduleRow, patch: SchedulePatch, terms: Terms): ScheduleRow {
  checkPatchIsAllowed(row, patch)
  if (patch.name !== undefined && patch.name !== row.name) checkName(write.db, patch.name, row.id)
  const hasNewRule = patch.cron !== undefined || patch.everyMinutes !== undefined || patch.onceAt !== undefined
  if (hasNewRule) checkRule(patch, write.now)
  const wanted = patched(write, row, patch, hasNewRule)
  checkPolicies(wanted)
  checkOnceToCome(write, wanted)
  const next = isLeftDue(row, wanted, patch, write.now) ? row.next_due_at : nextDueOf(wanted, write.now, terms)
  updateSchedule(write.db, { ...wanted, next_due_at: next, changed_at: write.now })
  noteVersion(write, row.id, terms)
  write.emit({ type: 'schedules_changed', id: row.id })
  return readSchedule(write.db, row.id)
}

/** It has fallen due and waits for the next look, and what was changed says nothing of when it runs. */
function isLeftDue(row: ScheduleRow, wanted: ScheduleRow, patch: SchedulePatch, now: Instant): boolean {
  const isOfTime = (field: string) => ['cron', 'everyMinutes', 'onceAt', 'zone', 'workingDay'].includes(field)
  if (Object.keys(patch).some(isOfTime) || row.enabled === 0 || wanted.enabled === 0) return false
  return row.next_due_at !== null && row.next_due_at <= now
}

function patched(write: Write, row: ScheduleRow, patch: SchedulePatch, hasNewRule: boolean): ScheduleRow {
  const wanted: ScheduleRow = {
    ...row,
    ...columnsOf({ ...typedOf(row), ...patch }, hasNewRule ? patch : typedRuleOf(row)),
  }
  if (patch.everyMinutes !== undefined) wanted.anchor_at = write.now
  if (patch.onceAt !== undefined && patch.enabled === undefined) wanted.enabled = 1
  if (wanted.enabled === 1) wanted.rest_reason = null
  else if (row.enabled === 1) wanted.rest_reason = writeReason({ code: 'schedule.paused', params: { by: write.actor } })
  return wanted
}

/** A single instant of the administrator's own that has passed cannot be resumed; a rule's own one then fires at once. */
function checkOnceToCome(write: Write, wanted: ScheduleRow): void {
  if (wanted.enabled === 0 || wanted.once_at === null || ownerOf(wanted) === 'rule') return
  checkRule({ onceAt: wanted.once_at as Instant }, write.now)
}

/** Takes away a schedule of the administrator's own with its occurrences; the tasks it enqueued stay. */
export function removeOwnSchedule(write: Write, row: ScheduleRow): void {
  const owner = ownerOf(row)
  if (owner !== 'user')
    throw new Problem(`schedule.${owner}_stays`, { name: row.name, owner: row.origin }, { kind: 'conflict' })
  deleteSchedule(write.db, row.id)
  write.emit({ type: 'schedules_changed', id: row.id })
}

/**
 * Runs a schedule's task now, whatever its rule, and writes the occurrence down as run by hand. A paused schedule can be
 * run; one whose module is off cannot.
 */
export function runByHand(write: Write, row: ScheduleRow, terms: Terms): { taskId: number; dueAt: Instant } {
  if (!isModuleOnFor(row, terms.isModuleOn))
    throw new Problem('schedule.module_off', { module: row.module }, { kind: 'conflict' })
  const { taskId, deduplicated } = write.enqueue(row.task, argsOf(row), { origin: write.actor })
  const reason = deduplicated ? { code: 'schedule.same_work_waits', params: { task: taskId } } : null
  const occurrence = {
    schedule_id: row.id,
    state: 'by_hand' as const,
    reason: writeReason(reason),
    task_id: taskId,
    late_s: 0,
    decided_at: write.now,
  }
  let dueAt = write.now
  while (!insertOccurrence(write.db, { ...occurrence, due_at: dueAt })) dueAt = (dueAt + 1) as Instant
  write.emit({ type: 'schedule_fired', id: row.id })
  return { taskId, dueAt }
}

function checkName(db: Db, name: string, ownId: number | null): void {
  const holder = scheduleByName(db, name)
  if (holder && holder.id !== ownId) throw new Problem('schedule.name_taken', { name }, { kind: 'conflict' })
}

const columnsOf = (typed: Omit<NewSchedule, keyof TypedRule>, rule: TypedRule = typed as TypedRule) => ({
  name: typed.name,
  task: typed.task,
  args: canonicalJson(typed.args),
  cron: rule.cron ?? null,
  every_minutes: rule.everyMinutes ?? null,
  once_at: rule.onceAt ?? null,
  zone: typed.zone,
  misfire: typed.misfire ?? 'latest',
  misfire_most: typed.misfireMost ?? NEW_SCHEDULE.misfire_most,
  overlap: typed.overlap ?? 'skip',
  working_day: typed.workingDay ?? 'unchanged',
  jitter_s: typed.jitterS ?? 0,
  expires_s: typed.expiresS,
  enabled: typed.enabled ? (1 as const) : (0 as const),
  module: typed.module,
})

const typedRuleOf = (row: ScheduleRow): TypedRule => ({
  ...(row.cron === null ? {} : { cron: row.cron }),
  ...(row.every_minutes === null ? {} : { everyMinutes: row.every_minutes }),
  ...(row.once_at === null ? {} : { onceAt: row.once_at as Instant }),
})

const typedOf = (row: ScheduleRow): Omit<NewSchedule, keyof TypedRule> => ({
  name: row.name,
  task: row.task,
  args: argsOf(row),
  zone: row.zone as Zone,
  misfire: row.misfire,
  misfireMost: row.misfire_most,
  overlap: row.overlap,
  workingDay: row.working_day,
  jitterS: row.jitter_s,
  expiresS: row.expires_s,
  enabled: row.enabled === 1,
  module: row.module,
})
