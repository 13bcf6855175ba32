import {
  allSchedules,
  insertSchedule,
  type ScheduleRow,
  scheduleByName,
  updateSchedule,
} from '../../../db/queries/schedule'
import { canonicalJson } from '../../values/json'
import type { Reason } from '../../values/problem'
import { type Instant, instant, type Zone } from '../../values/time'
import type { Write } from '../write'
import { checkCron } from './lint'
import { NEW_SCHEDULE, nextDueOf, readReason, type Terms, writeReason } from './row'
import { noteVersion } from './versions'

/** A schedule that comes with Daybook, with the module that switches it (null: always on). Times are office time. */
export type BuiltIn = {
  name: string
  task: string
  args?: Record<string, unknown>
  cron?: string
  everyMinutes?: number
  expiresSeconds?: number
  misfire?: 'skip' | 'latest' | 'all'
  module: string | null
}

/** Appends to the audit chain (jobs/shared/audit.ts, which stands above the engine). */
export type Audit = (
  write: Write,
  entry: { action: string; entity: string; payload: Record<string, unknown> },
) => unknown

/** The fields of a built-in schedule that are Daybook's until the administrator changes them. */
const FOLLOWING = ['task', 'args', 'cron', 'every_minutes', 'zone', 'expires_s', 'module'] as const
type Following = Pick<ScheduleRow, (typeof FOLLOWING)[number]>
type LaidDown = Following & { name: string }

const BUILT_IN_GONE: Reason = { code: 'schedule.built_in_gone', params: {} }
/** Every thirty minutes means :00 and :30 of the hour, not half an hour after the installation. */
const ANCHOR = instant(0)

/** Throws an Error where a built-in schedule is wrong: a slip in the code, found when the office is put together. */
export function checkBuiltIns(builtIn: BuiltIn[], isTask: (name: string) => boolean): void {
  const names = new Set<string>()
  for (const { name, task, cron, everyMinutes } of builtIn) {
    if (names.has(name)) throw new Error(`two built-in schedules are called ${name}`)
    names.add(name)
    if (!isTask(task)) throw new Error(`the built-in schedule ${name} names no task: ${task}`)
    if ((cron === undefined) === (everyMinutes === undefined))
      throw new Error(`the built-in schedule ${name} needs one rule`)
    if (cron !== undefined) checkCron(cron)
  }
}

/**
 * Brings the built-in schedules of the table up to what this Daybook comes with: new ones are added, fields that nobody
 * changed follow the code and the office's zone, changed ones stay, and one that is no longer known rests with its reason.
 */
export function syncBuiltIns(write: Write, builtIn: BuiltIn[], terms: Terms, audit: Audit): void {
  const known = new Map<string, ScheduleRow>()
  for (const row of allSchedules(write.db)) {
    if (row.origin === 'built_in') known.set(laidDownOf(row)?.name ?? row.name, row)
  }
  for (const one of builtIn) {
    const definition = definitionOf(one, write.zone)
    const row = known.get(one.name)
    known.delete(one.name)
    if (row) follow(write, row, definition, terms, audit)
    else add(write, one, definition, terms, audit)
  }
  for (const gone of known.values()) retire(write, gone, terms, audit)
}

const definitionOf = (one: BuiltIn, zone: Zone): LaidDown => ({
  name: one.name,
  task: one.task,
  args: canonicalJson(one.args ?? {}),
  cron: one.cron ?? null,
  every_minutes: one.everyMinutes ?? null,
  zone,
  expires_s: one.expiresSeconds ?? null,
  module: one.module,
})

const laidDownOf = (row: ScheduleRow): LaidDown | null =>
  row.laid_down === null ? null : (JSON.parse(row.laid_down) as LaidDown)

function add(write: Write, one: BuiltIn, definition: LaidDown, terms: Terms, audit: Audit): void {
  const taken = scheduleByName(write.db, definition.name) !== undefined
  const row = {
    ...NEW_SCHEDULE,
    ...definition,
    misfire: one.misfire ?? NEW_SCHEDULE.misfire,
    name: taken ? `${definition.name} (Daybook)` : definition.name,
    once_at: null,
    origin: 'built_in',
    laid_down: canonicalJson(definition),
    anchor_at: ANCHOR,
    next_due_at: null,
    created_at: write.now,
    changed_at: write.now,
  }
  const id = insertSchedule(write.db, { ...row, next_due_at: nextDueOf({ id: 0, ...row }, write.now, terms) })
  noteVersion(write, id, terms)
  audit(write, { action: 'schedule.added', entity: `schedule:${id}`, payload: { ...definition, origin: 'built_in' } })
}

function follow(write: Write, row: ScheduleRow, definition: LaidDown, terms: Terms, audit: Audit): void {
  const before = laidDownOf(row)
  const isBack = readReason(row.rest_reason)?.code === BUILT_IN_GONE.code
  if (!isBack && row.laid_down === canonicalJson(definition)) return
  const changed = merge(row, before, definition)
  const wanted: ScheduleRow = { ...row, ...changed, laid_down: canonicalJson(definition) }
  if (isBack) Object.assign(wanted, { enabled: 1, rest_reason: null })
  updateSchedule(write.db, {
    ...wanted,
    changed_at: write.now,
    next_due_at: nextAfterChange(row, wanted, write.now, terms),
  })
  noteVersion(write, row.id, terms)
  audit(write, {
    action: 'schedule.followed',
    entity: `schedule:${row.id}`,
    payload: { ...changed, enabled: wanted.enabled },
  })
}

/** What has fallen due already stays due, to be caught up; the rest is computed anew. */
function nextAfterChange(before: ScheduleRow, after: ScheduleRow, now: Instant, terms: Terms): number | null {
  const next = nextDueOf(after, now, terms)
  return next !== null && before.next_due_at !== null && before.next_due_at <= now ? before.next_due_at : next
}

/** The fields of the definition, where the row still has what was laid down before. The rule is one field. */
function merge(row: ScheduleRow, before: LaidDown | null, definition: LaidDown): Partial<Following> {
  const changed: Partial<Following> = {}
  const keepsRule =
    before !== null && row.cron === before.cron && row.every_minutes === before.every_minutes && row.once_at === null
  for (const field of FOLLOWING) {
    const isRule = field === 'cron' || field === 'every_minutes'
    const isUntouched = isRule ? keepsRule : before !== null && row[field] === before[field]
    if (isUntouched && row[field] !== definition[field]) Object.assign(changed, { [field]: definition[field] })
  }
  return changed
}

function retire(write: Write, row: ScheduleRow, terms: Terms, audit: Audit): void {
  if (row.enabled === 0) return
  const rest = { enabled: 0 as const, next_due_at: null, rest_reason: writeReason(BUILT_IN_GONE) }
  updateSchedule(write.db, { ...row, ...rest, changed_at: write.now })
  noteVersion(write, row.id, terms)
  audit(write, {
    action: 'schedule.retired',
    entity: `schedule:${row.id}`,
    payload: { name: row.name, task: row.task },
  })
}

/**
 * Computes every next due instant anew from now, after the clock went back, a module was switched, or a start. What has
 * fallen due stays due, to be caught up; an occurrence decided before is not decided again.
 */
export function realign(write: Write, terms: Terms): void {
  for (const row of allSchedules(write.db)) {
    const next = nextAfterChange(row, row, write.now, terms)
    if (next !== row.next_due_at) updateSchedule(write.db, { ...row, next_due_at: next })
    noteVersion(write, row.id, terms)
  }
}
