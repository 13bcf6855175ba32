import type { ScheduleRow } from '../../../db/queries/schedule'
import { Problem } from '../../values/problem'
import { type Instant, toIso } from '../../values/time'
import type { SchedulePatch, TypedRule } from './changes'
import { checkCron } from './lint'
import { ownerOf } from './row'

/** What a schedule does about missed, overlapping and awkward instants. */
export type Policies = {
  misfire?: ScheduleRow['misfire']
  misfireMost?: number
  overlap?: ScheduleRow['overlap']
  workingDay?: ScheduleRow['working_day']
  jitterS?: number
}

type PolicyColumns = Pick<ScheduleRow, 'cron' | 'working_day' | 'misfire_most' | 'expires_s' | 'jitter_s'>

/** So many missed occurrences are listed one by one (missed.ts), so no more of them can run. */
export const MOST_CAUGHT_UP = 1_000

/** Throws a Problem where what a schedule is to do cannot be meant. */
export function checkPolicies(row: PolicyColumns): void {
  if (row.working_day !== 'unchanged' && row.cron === null)
    throw new Problem('schedule.working_day_needs_cron', { found: row.working_day })
  if (row.misfire_most < 1 || row.misfire_most > MOST_CAUGHT_UP)
    throw new Problem('schedule.misfire_most', { found: row.misfire_most, most: MOST_CAUGHT_UP })
  if (row.expires_s !== null && row.expires_s < 1)
    throw new Problem('schedule.expires_before_start', { found: row.expires_s })
}

/** A year of minutes: a rule that runs less often than once a year is a date. */
const MOST_MINUTES = 527_040

/** Exactly one rule, and one that will fire. Throws a Problem that names what was found. */
export function checkRule({ cron, everyMinutes, onceAt }: TypedRule, now: Instant): void {
  const rules = { cron, every_minutes: everyMinutes, once_at: onceAt }
  const given = Object.entries(rules).flatMap(([name, value]) => (value === undefined ? [] : [name]))
  if (given.length !== 1) throw new Problem('schedule.one_rule', { found: given.join(', ') || 'none of them' })
  if (cron !== undefined) checkCron(cron)
  if (
    everyMinutes !== undefined &&
    (!Number.isInteger(everyMinutes) || everyMinutes < 1 || everyMinutes > MOST_MINUTES)
  )
    throw new Problem('schedule.every_minutes', { found: everyMinutes, most: MOST_MINUTES })
  if (onceAt !== undefined && onceAt <= now)
    throw new Problem('schedule.once_in_past', { once_at: toIso(onceAt), now: toIso(now) })
}

/** Daybook's own schedules keep name and task; a rule's own schedule can be paused and resumed, the rest is the rule's. */
export function checkPatchIsAllowed(row: ScheduleRow, patch: SchedulePatch): void {
  const owner = ownerOf(row)
  const fields = Object.keys(patch)
  if (owner === 'built_in') {
    const fixed = fields.find((field) => field === 'name' || field === 'task')
    if (fixed) throw new Problem('schedule.built_in_fixed', { name: row.name, field: fixed }, { kind: 'conflict' })
  }
  if (owner === 'rule') {
    const fixed = fields.find((field) => field !== 'enabled')
    if (fixed)
      throw new Problem(
        'schedule.rule_fixed',
        { name: row.name, field: fixed, owner: row.origin },
        { kind: 'conflict' },
      )
  }
}
