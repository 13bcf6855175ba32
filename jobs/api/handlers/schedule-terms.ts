import type { Db } from '../../../db/open'
import type { Terms } from '../../engine/scheduler'
import { officeWorkingDays } from '../../shared/holidays'
import { readSetting } from '../../shared/settings'
import { Problem } from '../../values/problem'
import { type Instant, parseInstant } from '../../values/time'

/** What of the office its schedules go by, as it stands. */
export function termsOf(db: Db): Terms {
  const on: Record<string, boolean> = readSetting(db, 'modules')
  return { isModuleOn: (name) => on[name] === true, days: officeWorkingDays(db) }
}

export function instantOf(field: string, text: string): Instant {
  const at = parseInstant(text)
  if (at === null) throw new Problem('schedule.no_instant', { field, found: text })
  return at
}
