import type { OccurrenceRow, ScheduleRow } from '../../../db/queries/schedule'
import type { Reason } from '../../values/problem'
import { type Instant, instant, type Zone } from '../../values/time'
import { nextDue, type Rule } from './next-due'
import type { WorkingDays } from './working-days'

/** Whether a module of the office is switched on; a schedule without a module is always in season. */
export type IsModuleOn = (name: string) => boolean

/** What of the office a schedule goes by. */
export type Terms = { isModuleOn: IsModuleOn; days: WorkingDays }

/** What a schedule is where nobody says otherwise. */
export const NEW_SCHEDULE = {
  cron: null,
  every_minutes: null,
  misfire: 'latest',
  misfire_most: 10,
  overlap: 'skip',
  working_day: 'unchanged',
  jitter_s: 0,
  expires_s: null,
  enabled: 1,
  rest_reason: null,
  laid_down: null,
} as const

/** The zone of a row was checked when it was written. */
export const zoneOf = (row: Pick<ScheduleRow, 'zone'>): Zone => row.zone as Zone

type RuleColumns = Pick<ScheduleRow, 'cron' | 'every_minutes' | 'once_at' | 'anchor_at' | 'working_day'>

export function ruleOf(row: RuleColumns, days: WorkingDays): Rule {
  if (row.cron !== null)
    return row.working_day === 'unchanged'
      ? { cron: row.cron }
      : { cron: row.cron, workingDay: { move: row.working_day, days } }
  if (row.every_minutes !== null) return { everyMinutes: row.every_minutes, anchor: instant(row.anchor_at) }
  if (row.once_at !== null) return { onceAt: instant(row.once_at) }
  throw new RangeError('a schedule without a rule')
}

export const isModuleOnFor = (row: Pick<ScheduleRow, 'module'>, isModuleOn: IsModuleOn): boolean =>
  row.module === null || isModuleOn(row.module)

/** The next instant at which a schedule falls due; null while it rests. A single instant stays due until it was decided. */
export function nextDueOf(row: ScheduleRow, after: Instant, { isModuleOn, days }: Terms): Instant | null {
  if (row.enabled === 0 || !isModuleOnFor(row, isModuleOn)) return null
  return row.once_at === null ? nextDue(ruleOf(row, days), zoneOf(row), after) : instant(row.once_at)
}

/** The next instants of a schedule, for the reader; none while it rests. */
export function nextOf(row: ScheduleRow, after: Instant, count: number, terms: Terms): Instant[] {
  const found: Instant[] = []
  let at = nextDueOf(row, after, terms)
  while (at !== null && found.length < count) {
    found.push(at)
    at = nextDue(ruleOf(row, terms.days), zoneOf(row), at)
  }
  return found
}

/** Why a schedule does not run at present; null where it does. */
export function restReasonOf(row: ScheduleRow, isModuleOn: IsModuleOn): Reason | null {
  if (row.enabled === 0) return readReason(row.rest_reason) ?? { code: 'schedule.paused', params: { by: row.origin } }
  if (!isModuleOnFor(row, isModuleOn)) return { code: 'schedule.module_off', params: { module: row.module } }
  return null
}

/** A reason as a row holds it. */
export const readReason = (text: string | null): Reason | null => (text === null ? null : (JSON.parse(text) as Reason))
export const writeReason = (reason: Reason | null): string | null => (reason === null ? null : JSON.stringify(reason))

export const argsOf = (row: Pick<ScheduleRow, 'args'>): Record<string, unknown> =>
  JSON.parse(row.args) as Record<string, unknown>

/** Who a schedule belongs to: Daybook itself, a rule of an area ('period:7'), or whoever typed it in. */
export function ownerOf(row: Pick<ScheduleRow, 'origin'>): 'built_in' | 'rule' | 'user' {
  if (row.origin === 'built_in') return 'built_in'
  return row.origin === 'system' || /^(user|task):/.test(row.origin) ? 'user' : 'rule'
}

export const occurrenceReason = (row: Pick<OccurrenceRow, 'reason'>): Reason | null => readReason(row.reason)
