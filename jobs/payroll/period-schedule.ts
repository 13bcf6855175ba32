import { type PeriodRow, setDueAt } from '../../db/queries/payroll/periods'
import { removeSchedule, upsertOnceSchedule } from '../engine/scheduler'
import type { Write } from '../engine/write'
import type { Instant, Zone } from '../values/time'
import { type AutomationRule, saysWhen } from './rules/automation-rule'
import { type Due, dueInstant, isTooLate } from './rules/due-instant'

type Automated = Pick<PeriodRow, 'automation_enabled' | 'automation_rule' | 'start_on' | 'end_on'>

export const ruleOf = (period: Pick<PeriodRow, 'automation_rule'>): AutomationRule | null =>
  // It was checked when it was saved.
  period.automation_rule === null ? null : (JSON.parse(period.automation_rule) as AutomationRule)

/** What the period's rule says in this zone; null where it is not automated. */
export function dueOf(period: Automated, zone: Zone): Due | null {
  const rule = ruleOf(period)
  if (period.automation_enabled !== 1 || !saysWhen(rule)) return null
  return dueInstant(rule, { start: period.start_on, end: period.end_on }, zone)
}

export const scheduleName = (periodId: number): string => `payroll period ${periodId}`

/**
 * Writes, moves or removes the `once` schedule of a period. A due instant that has passed is caught up at once by the
 * scheduler, unless it is too late for that: then the period waits for a click.
 */
export function schedulePeriod(write: Write, period: PeriodRow): void {
  const { id, due_at: dueAt } = period
  const isOpen = period.status === 'active' && period.automation_enabled === 1
  // Its occurrences tell why it ran or not: a schedule that is done stays.
  if (dueAt !== null && period.handled_due_at === dueAt) return
  const hopeless = dueAt !== null && dueAt <= write.now && isTooLate({ end: period.end_on }, write.now, write.zone)
  if (!isOpen || dueAt === null || hopeless) {
    removeSchedule(write, scheduleName(id))
    return
  }
  upsertOnceSchedule(write, {
    name: scheduleName(id),
    task: 'payroll.process_payroll_period',
    args: { period_id: id, due_at: dueAt },
    onceAt: dueAt,
    zone: write.zone,
    origin: `period:${id}`,
    module: 'payroll',
  })
}

/** The rule says another instant than was saved: the office has moved to another zone. */
export function rescheduleDue(write: Write, periodId: number, dueAt: Instant): void {
  setDueAt(write.db, periodId, dueAt, write.now)
  upsertOnceSchedule(write, {
    name: scheduleName(periodId),
    task: 'payroll.process_payroll_period',
    args: { period_id: periodId, due_at: dueAt },
    onceAt: dueAt,
    zone: write.zone,
    origin: `period:${periodId}`,
    module: 'payroll',
  })
}
