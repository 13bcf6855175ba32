import { type ScheduleRow, scheduleById } from '../../../db/queries/schedule'
import { insertVersion, latestVersion, type VersionRow } from '../../../db/queries/schedule-history'
import type { Write } from '../write'
import { restReasonOf, type Terms, writeReason } from './row'

const COMPARED = ['cron', 'every_minutes', 'once_at', 'anchor_at', 'zone', 'working_day', 'resting'] as const

/**
 * Writes down what a schedule is from now on, where that differs from what was written last: its rule, and why it rests.
 * Without `terms` nothing is known of the modules; the scheduler's next look then notes one that is off.
 */
export function noteVersion(write: Write, scheduleId: number, terms?: Terms): void {
  const row = scheduleById(write.db, scheduleId)
  if (!row) return
  const before = latestVersion(write.db, scheduleId)
  const now = versionOf(row, write, terms)
  if (before && COMPARED.every((field) => before[field] === now[field])) return
  insertVersion(write.db, now)
}

const versionOf = (row: ScheduleRow, write: Write, terms: Terms | undefined): VersionRow => ({
  schedule_id: row.id,
  at: write.now,
  cron: row.cron,
  every_minutes: row.every_minutes,
  once_at: row.once_at,
  anchor_at: row.anchor_at,
  zone: row.zone,
  working_day: row.working_day,
  resting: writeReason(restReasonOf(row, terms ? terms.isModuleOn : () => true)),
  by: write.actor,
})
