import type { ScheduleRow } from '../../../db/queries/schedule'
import { Problem } from '../../values/problem'
import { type Instant, toIso } from '../../values/time'
import type { SchedulePatch, TypedRule } from './changes'
import { checkCron } from './lint'
import { ownerOf } from './row'

/** What a schedule does about missed, overlapping and awkward instants. */
export type Policies = {
  misfire?: ScheduleRow['misfire']
  overlap?: ScheduleRow['overlap']
  workingDay?: ScheduleRow['working_day']
  jitterS?: number
}

/** Only what is built is accepted; the rest is refused by name, never accepted and ignored. */
export function checkPolicies({ misfire, overlap, workingDay, jitterS }: Policies): void {
  if (misfire !== undefined && misfire !== 'latest') notBuilt('misfire', misfire, 'latest')
  if (overlap !== undefined && overlap !== 'skip') notBuilt('overlap', overlap, 'skip')
  if (workingDay !== undefined && workingDay !== 'unchanged') notBuilt('working_day', workingDay, 'unchanged')
  if (jitterS !== undefined && jitterS !== 0) notBuilt('jitter_s', jitterS, '0')
}

function notBuilt(field: string, value: string | number, built: string): never {
  throw new Problem('schedule.not_built', { field, value, built }, { kind: 'not_built' })
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
