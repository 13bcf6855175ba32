import type { Db } from '../../../db/open'
import type { OccurrenceRow, ScheduleRow } from '../../../db/queries/schedule'
import { occurrencesBetween, rowForMany, type VersionRow, versionAt } from '../../../db/queries/schedule-history'
import type { Reason } from '../../values/problem'
import { dayNumber, fromDayNumber, type Instant, instant, toIso, wallClock, type Zone } from '../../values/time'
import { type Around, MINUTE, neighbours, officeThen, ruleOfVersion } from './explain-around'
import { localText, localToInstant, nextDue } from './next-due'
import { wall } from './offsets'
import { nextDueOf, readReason, restReasonOf, type Terms } from './row'
import { movedDay } from './working-days'

const DAY = 24 * 60 * MINUTE

export type Verdict = 'ran' | 'waits' | 'left_out' | 'not_due' | 'moved' | 'rested' | 'not_made' | 'to_come' | 'no_row'

export type Explanation = {
  verdict: Verdict
  /** Why, in one sentence. */
  reason: Reason
  /** The row that says so, where there is one. */
  occurrence: OccurrenceRow | null
} & Around

/**
 * Why a schedule did or did not run in the minute of an instant, answered from rows: what became of the occurrence, else
 * whether the schedule was there, rested, and had that minute by the rule it had then.
 */
export function explain(db: Db, row: ScheduleRow, at: Instant, now: Instant, terms: Terms): Explanation {
  const minute = instant(Math.floor(at / MINUTE) * MINUTE)
  const version = versionAt(db, row.id, minute + MINUTE - 1)
  const around = version ? neighbours(version, minute, terms) : { before: null, after: null }
  const found = occurrencesBetween(db, row.id, minute, minute + MINUTE).at(-1) ?? coveredBy(db, row, minute, terms)
  return {
    ...(found ? ofRow(found) : withoutRow(row, minute, now, version, terms)),
    ...around,
    office: officeThen(db, minute),
  }
}

type Answer = Pick<Explanation, 'verdict' | 'reason' | 'occurrence'>

/** A row that stands for many instants, this one among them. */
function coveredBy(db: Db, row: ScheduleRow, minute: Instant, terms: Terms): OccurrenceRow | null {
  const many = rowForMany(db, row.id, minute)
  const until = readReason(many?.reason ?? null)?.params.until
  if (!many || typeof until !== 'string' || minute >= Date.parse(until)) return null
  const version = versionAt(db, row.id, minute)
  return version && isDue(version, minute, terms) ? many : null
}

const VERDICTS: Record<OccurrenceRow['state'], Verdict> = {
  enqueued: 'ran',
  by_hand: 'ran',
  queued: 'waits',
  skipped: 'left_out',
  coalesced: 'left_out',
}

function ofRow(occurrence: OccurrenceRow): Answer {
  const due = toIso(instant(occurrence.due_at))
  const plain = occurrence.state === 'by_hand' ? 'schedule.explained_by_hand' : 'schedule.explained_on_time'
  const reason = readReason(occurrence.reason) ?? { code: plain, params: { due, task: occurrence.task_id } }
  return { verdict: VERDICTS[occurrence.state], reason, occurrence }
}

function withoutRow(
  row: ScheduleRow,
  minute: Instant,
  now: Instant,
  version: VersionRow | undefined,
  terms: Terms,
): Answer {
  const at = toIso(minute)
  const answer = (verdict: Verdict, reason: Reason): Answer => ({ verdict, reason, occurrence: null })
  if (minute > now) return toCome(row, minute, terms)
  if (!version) {
    const made = toIso(instant(row.created_at))
    return row.created_at > minute
      ? answer('not_made', { code: 'schedule.explained_not_made', params: { at, made } })
      : answer('no_row', { code: 'schedule.explained_not_recorded', params: { at, made } })
  }
  if (!isDue(version, minute, terms)) return notDue(version, minute, terms)
  const resting = readReason(version.resting)
  if (resting) {
    const params = { at, since: toIso(instant(version.at)), by: version.by, code: resting.code }
    if (resting.code === 'schedule.module_off')
      return answer('rested', {
        code: 'schedule.explained_module_off',
        params: { ...params, module: resting.params.module ?? '' },
      })
    return answer('rested', { code: 'schedule.explained_paused', params })
  }
  const madeAt = toIso(instant(version.at))
  if (version.at > minute)
    return answer('not_made', { code: 'schedule.explained_not_made', params: { at, made: madeAt } })
  return answer('no_row', { code: 'schedule.explained_no_row', params: { at, since: madeAt } })
}

function toCome(row: ScheduleRow, minute: Instant, terms: Terms): Answer {
  const at = toIso(minute)
  const resting = restReasonOf(row, terms.isModuleOn)
  if (resting) return { verdict: 'rested', reason: resting, occurrence: null }
  const isComing = nextDueOf(row, instant(minute - 1), terms) === minute
  const code = isComing ? 'schedule.explained_to_come' : 'schedule.explained_not_due_then'
  return { verdict: isComing ? 'to_come' : 'not_due', reason: { code, params: { at } }, occurrence: null }
}

function notDue(version: VersionRow, minute: Instant, terms: Terms): Answer {
  const moved = movedAway(version, minute, terms)
  if (moved !== null) {
    const params = { at: toIso(minute), to: localText(moved, version.zone as Zone), rule: version.working_day }
    return { verdict: 'moved', reason: { code: 'schedule.explained_moved', params }, occurrence: null }
  }
  const { before, after } = neighbours(version, minute, terms)
  const said = (at: Instant | null) => (at === null ? 'none' : localText(at, version.zone as Zone))
  const params = { at: localText(minute, version.zone as Zone), before: said(before), after: said(after) }
  return { verdict: 'not_due', reason: { code: 'schedule.explained_not_due', params }, occurrence: null }
}

/** Where its working-day rule had moved it from that minute; null where the rule had nothing there to move. */
function movedAway(version: VersionRow, minute: Instant, terms: Terms): Instant | null {
  if (version.cron === null || version.working_day === 'unchanged') return null
  const zone = version.zone as Zone
  if (nextDue({ cron: version.cron }, zone, instant(minute - 1)) !== minute) return null
  const { date, time } = wallClock(minute, zone)
  const target = movedDay(wall(dayNumber(date) * DAY), version.working_day, terms.days)
  return localToInstant(fromDayNumber(target / DAY), time.slice(0, 5), zone)
}

function isDue(version: VersionRow, minute: Instant, terms: Terms): boolean {
  const next = nextDue(ruleOfVersion(version, terms), version.zone as Zone, instant(minute - 1))
  return next !== null && next < minute + MINUTE
}
