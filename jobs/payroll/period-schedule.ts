import type { Db } from '../../db/open'
import { automatedPeriods, type PeriodRow, setDueAt } from '../../db/queries/payroll/periods'
import { removeSchedule, upsertOnceSchedule, workingDays } from '../engine/scheduler'
import type { Write } from '../engine/write'
import { officeWorkingDays } from '../shared/holidays'
import type { Instant, Zone } from '../values/time'
import { type AutomationRule, saysWhen } from './rules/automation-rule'
import { type Due, dueInstant, isTooLate } from './rules/due-instant'

type Automated = Pick<PeriodRow, 'automation_enabled' | 'automation_rule' | 'start_on' | 'end_on'>

export const ruleOf = (period: Pick<PeriodRow, 'automation_rule'>): AutomationRule | null =>
  // It was checked when it was saved.
  period.automation_rule === null ? null : (JSON.parse(period.automation_rule) as AutomationRule)

/** What the period's rule says in this zone and by the office's calendar; null where it is not automated. */
export function dueOf(db: Db, period: Automated, zone: Zone): Due | null {
  const rule = ruleOf(period)
  if (period.automation_enabled !== 1 || !saysWhen(rule)) return null
  // The calendar is read only for a rule that goes by it: lists ask this of every period.
  const days = rule.working_day === undefined ? workingDays() : officeWorkingDays(db)
  return dueInstant(rule, { start: period.start_on, end: period.end_on }, zone, days)
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

export type MovedDue = { id: number; dueAt: Instant }

/** Periods that wait and whose rule says another instant than was saved: the office's zone or its days off are others. */
export const movedDues = (db: Db, zone: Zone): MovedDue[] =>
  automatedPeriods(db).flatMap((period) => {
    const dueAt = dueOf(db, period, zone)?.at
    return dueAt === undefined || dueAt === period.due_at ? [] : [{ id: period.id, dueAt }]
  })

/** Moves them, with their schedules; called where a holiday or the days of the week are changed, and each night. */
export function realignPeriods(write: Write, moved = movedDues(write.db, write.zone)): void {
  for (const { id, dueAt } of moved) {
    setDueAt(write.db, id, dueAt, write.now)
    upsertOnceSchedule(write, {
      name: scheduleName(id),
      task: 'payroll.process_payroll_period',
      args: { period_id: id, due_at: dueAt },
      onceAt: dueAt,
      zone: write.zone,
      origin: `period:${id}`,
      module: 'payroll',
    })
    write.emit({ type: 'period_changed', id, status: 'active' })
  }
}
