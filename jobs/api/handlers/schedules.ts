import type { z } from 'zod'
import { nearestFreeName, type ScheduleRow, schedulesAfter } from '../../../db/queries/schedule'
import { checkArgs } from '../../engine/registry'
import {
  changeSchedule,
  createSchedule,
  localText,
  preview,
  readSchedule,
  removeOwnSchedule,
  runByHand,
  type SchedulePatch,
  usualDuration,
  whileClosed,
} from '../../engine/scheduler'
import { type AuditEntry, recordAudit } from '../../shared/audit'
import { ALL_MODULES } from '../../shared/settings'
import { Problem } from '../../values/problem'
import { type Instant, isZone, toIso, type Zone } from '../../values/time'
import type { scheduleContract } from '../contract/schedules'
import type { Caller, HandlersOf, Office } from '../office'
import { positionalArgs } from './positional-args'
import { dryRunSchedules, explainSchedule } from './schedule-answers'
import { instantOf, termsOf } from './schedule-terms'
import { detailOf, inWords, lineOf, occurrenceOf } from './schedule-views'
import { taskOf } from './tasks'
import { withheldFrom } from './withheld'

export const scheduleHandlers: HandlersOf<typeof scheduleContract> = {
  'schedules.explain': explainSchedule,
  'schedules.dry_run': dryRunSchedules,

  async 'schedules.preview'(office, { cron, zone, from, n, working_day, task }) {
    const at = zone === undefined ? office.engine.zone() : zoneOf(zone)
    const start = from === undefined ? office.clock.now() : instantOf('from', from)
    const shown = await preview(cron, at, start, n, {
      workingDay: working_day === 'unchanged' ? undefined : { move: working_day, days: termsOf(office.db).days },
      takesMs: task === undefined ? null : usualDuration(office.db, task),
    })
    return {
      sentence: shown.sentence,
      zone: at,
      next: shown.next.map(toIso),
      next_local: shown.next.map((due) => localText(due, at)),
      warnings: shown.warnings.map(inWords),
    }
  },

  'schedules.while_closed': ({ db }) => ({
    items: whileClosed(db).map((row) => ({
      ...occurrenceOf(db, row),
      schedule_id: row.schedule_id,
      name: row.name,
      task: row.task,
      decided_at: toIso(row.decided_at as Instant),
    })),
  }),

  async 'schedules.list'(office, { cursor, limit }, caller) {
    const rows = schedulesAfter(office.db, cursor ?? 0, limit + 1)
    const last = rows.length > limit ? rows[limit - 1] : undefined
    const from = viewpoint(office)
    const items = await Promise.all(rows.slice(0, limit).map((row) => lineOf(row, from)))
    return { items: items.map((one) => shownTo(caller, office, one)), next: last ? String(last.id) : null }
  },

  'schedules.get': async (office, { id }, caller) =>
    shownTo(caller, office, await detailOf(readSchedule(office.db, id), viewpoint(office))),

  async 'schedules.create'(office, given, { actor }) {
    const patch = patchOf(office, given, null)
    const row = await office.engine.write(actor, (write) => {
      const { name = nearestFreeName(write.db, patch.task ?? given.task), task = given.task, ...rest } = patch
      const defaults = { args: {}, zone: office.engine.zone(), expiresS: null, enabled: true, module: null }
      const added = createSchedule(write, { ...defaults, ...rest, name, task }, termsOf(write.db))
      recordAudit(write, entryOf('schedule.added', added.id, { ...given, name }))
      return added
    })
    return detailOf(row, viewpoint(office))
  },

  async 'schedules.change'(office, { id, ...given }, { actor }) {
    const row = await office.engine.write(actor, (write) => {
      const before = readSchedule(write.db, id)
      const changed = changeSchedule(write, before, patchOf(office, given, before), termsOf(write.db))
      recordAudit(write, entryOf('schedule.changed', id, given))
      return changed
    })
    return detailOf(row, viewpoint(office))
  },

  'schedules.delete': (office, { id }, { actor }) =>
    office.engine.write(actor, (write) => {
      const { name, task } = readSchedule(write.db, id)
      removeOwnSchedule(write, readSchedule(write.db, id))
      recordAudit(write, { action: 'schedule.deleted', entity: `schedule:${id}`, payload: { name, task } })
      return { id, deleted: true as const }
    }),

  'schedules.run': (office, { id }, { actor }) =>
    office.engine.write(actor, (write) => {
      const { taskId, dueAt } = runByHand(write, readSchedule(write.db, id), termsOf(write.db))
      recordAudit(write, { action: 'schedule.run_by_hand', entity: `schedule:${id}`, payload: { task_id: taskId } })
      return { task_id: String(taskId), due_at: toIso(dueAt) }
    }),
}

/** Without its arguments, where they may hold what a mail says and to whom. */
function shownTo<View extends { task: string; args: Record<string, unknown> }>(
  caller: Caller,
  office: Office,
  view: View,
): View {
  const withheld = withheldFrom(caller, office, view.task)
  return withheld ? { ...view, args: {}, withheld: inWords(withheld) } : view
}

type Given = Omit<z.infer<(typeof scheduleContract)['schedules.change']['input']>, 'id'>

/** Arguments may name people, so they stand apart. */
function entryOf(action: string, id: number, { args, ...given }: Given): AuditEntry {
  const entry: AuditEntry = { action, entity: `schedule:${id}`, payload: given }
  return args === undefined ? entry : { ...entry, personal: { partyId: null, payload: { args } } }
}

/** What was given, in the scheduler's terms: task and arguments as the engine knows them, instants and zone read. */
function patchOf(office: Office, given: Given, before: ScheduleRow | null): SchedulePatch {
  const patch: SchedulePatch = {}
  if (given.name !== undefined) patch.name = given.name
  if (given.task !== undefined || given.args !== undefined) {
    const task = taskOf(office, given.task ?? before?.task ?? '')
    const args = given.args ?? (before ? JSON.parse(before.args) : {})
    patch.args = checkArgs(task, Array.isArray(args) ? positionalArgs(task, args) : args)
    if (given.task !== undefined) Object.assign(patch, { task: task.name, module: moduleOf(task.name) })
  }
  if (typeof given.cron === 'string') patch.cron = given.cron
  if (typeof given.every_minutes === 'number') patch.everyMinutes = given.every_minutes
  if (typeof given.once_at === 'string') patch.onceAt = instantOf('once_at', given.once_at)
  if (given.zone !== undefined) patch.zone = zoneOf(given.zone)
  if (given.misfire !== undefined) patch.misfire = given.misfire
  if (given.misfire_most !== undefined) patch.misfireMost = given.misfire_most
  if (given.overlap !== undefined) patch.overlap = given.overlap
  if (given.working_day !== undefined) patch.workingDay = given.working_day
  if (given.jitter_s !== undefined) patch.jitterS = given.jitter_s
  if (given.expires_s !== undefined) patch.expiresS = given.expires_s
  if (given.enabled !== undefined) patch.enabled = given.enabled
  return patch
}

const viewpoint = (office: Office) => ({
  db: office.db,
  now: office.clock.now(),
  terms: termsOf(office.db),
})

/** The module of a task is the area of its name, where that area can be switched. */
const moduleOf = (task: string): string | null => ALL_MODULES.find((module) => task.startsWith(`${module}.`)) ?? null

function zoneOf(text: string): Zone {
  if (isZone(text)) return text
  throw new Problem('schedule.unknown_zone', { found: text })
}
