import type { z } from 'zod'
import type { Db } from '../../../db/open'
import { periodRow } from '../../../db/queries/payroll/periods'
import { latestOccurrences, type OccurrenceRow, type ScheduleRow } from '../../../db/queries/schedule'
import { nameOfEntity } from '../../../db/queries/shared/entity-names'
import type { ApiState } from '../../engine/engine'
import { taskState } from '../../engine/monitor'
import {
  argsOf,
  type IsModuleOn,
  localText,
  nextOf,
  occurrenceReason,
  preview,
  restReasonOf,
  sentenceAndWarnings,
  type Terms,
  usualDuration,
} from '../../engine/scheduler'
import { savedSentence } from '../../payroll/period-view'
import { actorName } from '../../shared/users/actor-name'
import type { Reason } from '../../values/problem'
import { type Instant, toIso, type Zone } from '../../values/time'
import { wordReason } from '../../words'
import type { ScheduleDetail, ScheduleOutput } from '../contract/schedules'

const NEXT = 5
const OCCURRENCES = 50
const LISTED = 30

export const inWords = (reason: Reason) => ({ code: reason.code, ...wordReason(reason) })
const inWordsOrNull = (reason: Reason | null) => (reason === null ? null : inWords(reason))
const isoOrNull = (at: number | null) => (at === null ? null : toIso(at as Instant))

/** A schedule as the API shows it. */
export function itemOf(db: Db, row: ScheduleRow, isModuleOn: IsModuleOn): z.infer<typeof ScheduleOutput> {
  const resting = restReasonOf(row, isModuleOn)
  return {
    id: row.id,
    name: row.name,
    of: periodOf(db, row.origin),
    task: row.task,
    args: argsOf(row),
    withheld: null,
    cron: row.cron,
    every_minutes: row.every_minutes,
    once_at: isoOrNull(row.once_at),
    zone: row.zone,
    misfire: row.misfire,
    misfire_most: row.misfire_most,
    overlap: row.overlap,
    working_day: row.working_day,
    jitter_s: row.jitter_s,
    expires_s: row.expires_s,
    enabled: resting === null,
    resting: resting === null ? null : inWords(byName(db, resting)),
    origin: row.origin,
    module: row.module,
    next_due_at: resting === null ? isoOrNull(row.next_due_at) : null,
  }
}

/** The pay period whose rule laid a schedule down, as it is called. */
export const periodOf = (db: Db, origin: string): string | null =>
  origin.startsWith('period:') ? nameOfEntity(db, origin) : null

/** What a pay period's rule says, in the words it was chosen by; null for every other schedule. */
async function periodSentence(db: Db, { origin, zone }: ScheduleRow, now: Instant): Promise<string | null> {
  const id = /^period:(\d+)$/.exec(origin)?.[1]
  const period = id === undefined ? undefined : periodRow(db, Number(id))
  if (!period?.automation_rule) return null
  return savedSentence(period.automation_rule, async (cron) => (await preview(cron, zone as Zone, now, 1)).sentence)
}

/** Whoever paused it is called by name. */
const byName = (db: Db, { code, params }: Reason): Reason =>
  typeof params.by === 'string' ? { code, params: { ...params, by: actorName(db, params.by) } } : { code, params }

type Viewpoint = { db: Db; now: Instant; terms: Terms }

/** A schedule as the list shows it. */
export async function lineOf(row: ScheduleRow, from: Viewpoint) {
  const detail = await detailOf(row, from)
  return { ...detail, occurrences: detail.occurrences.slice(0, LISTED) }
}

/** A schedule with what comes next and what became of the last occurrences. */
export async function detailOf(
  row: ScheduleRow,
  { db, now, terms }: Viewpoint,
): Promise<z.infer<typeof ScheduleDetail>> {
  const next = nextOf(row, now, NEXT, terms)
  const { sentence, warnings } = await sentenceAndWarnings(row, next, terms.days, usualDuration(db, row.task))
  return {
    ...itemOf(db, row, terms.isModuleOn),
    sentence: (await periodSentence(db, row, now)) ?? sentence,
    warnings: warnings.map(inWords),
    next: next.map(toIso),
    next_local: next.map((due) => localText(due, row.zone as Zone)),
    occurrences: latestOccurrences(db, row.id, OCCURRENCES).map((one) => occurrenceOf(db, one)),
  }
}

export const occurrenceOf = (db: Db, row: OccurrenceRow) =>
  occurrenceView(row, row.task_id === null ? null : taskState(db, row.task_id))

export const occurrenceView = (row: OccurrenceRow, state: ApiState | null) => ({
  due_at: toIso(row.due_at as Instant),
  state: row.state,
  reason: inWordsOrNull(occurrenceReason(row)),
  task_id: row.task_id === null ? null : String(row.task_id),
  task_state: state,
  late_s: row.late_s,
})
