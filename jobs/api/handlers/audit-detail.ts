import type { Db } from '../../../db/open'
import { type AuditRow, personalOf } from '../../../db/queries/shared/audit'
import { preview } from '../../engine/scheduler'
import { savedSentence } from '../../payroll/period-view'
import type { Instant, Zone } from '../../values/time'

const OF_A_RULE = ['payroll.period_created', 'payroll.period_changed']

/** What an entry says besides its action: of a pay period the rule as it was then, in the words it is chosen by. */
export async function auditDetail(db: Db, row: AuditRow, zone: Zone): Promise<string | null> {
  if (!OF_A_RULE.includes(row.action)) return null
  const stored = personalOf(db, row.seq)
  if (stored === null) return null // erased
  // Both were written by `auditPeriod`.
  const { rule } = JSON.parse(stored) as { rule: string | null }
  const { automation_enabled: enabled } = JSON.parse(row.payload) as { automation_enabled: number }
  return savedSentence(
    enabled === 1 ? rule : null,
    async (cron) => (await preview(cron, zone, row.at as Instant, 1)).sentence,
  )
}
