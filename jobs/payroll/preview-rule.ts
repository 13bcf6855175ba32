import { lint } from '../engine/scheduler'
import type { Reason } from '../values/problem'
import { type Instant, type LocalDate, toIso, type Zone } from '../values/time'
import { type AutomationRule, GRACE_DAYS, readAutomationRule, saysWhen } from './rules/automation-rule'
import { dueInstant, isTooLate } from './rules/due-instant'
import { nextPeriods } from './rules/next-periods'
import { readPeriodDates } from './rules/period'
import type { PeriodType } from './rules/proration'

/** So many periods are looked ahead. */
const AHEAD = 12

/** What a rule would mean for these dates. Throws in words what saving would refuse of dates and rule. */
export function previewRule(
  given: {
    start_date: string
    end_date: string
    period_type: PeriodType
    automation_rule: Readonly<Record<string, unknown>>
  },
  now: Instant,
  zone: Zone,
): { rule: AutomationRule; dueAt: Instant | null; warnings: Reason[]; next: NextDue[] } {
  const period = readPeriodDates(given.start_date, given.end_date)
  const rule = readAutomationRule(given.automation_rule, period)
  if (!saysWhen(rule)) return { rule, dueAt: null, warnings: [], next: [] }
  const due = dueInstant(rule, period, zone)
  const warnings: Reason[] = rule.cron === undefined ? [] : [...lint(rule.cron)]
  if (due.noTick) warnings.push({ code: 'payroll.warning_no_tick', params: { gate: due.gateOn, end: period.end } })
  if (due.at <= now && isTooLate(period, now, zone)) {
    warnings.push({ code: 'payroll.warning_too_late', params: { due_at: toIso(due.at), days: GRACE_DAYS } })
  }
  return { rule, dueAt: due.at, warnings, next: nextDues(rule, period, given.period_type, zone) }
}

/** A later period, when the same rule would run it, and whether cron names a time in it. */
export type NextDue = { start: LocalDate; end: LocalDate; dueAt: Instant; noTick: boolean }

/** The same rule on the periods that follow. A rule that names a day is that period's own and says nothing of others. */
function nextDues(
  rule: AutomationRule,
  period: { start: LocalDate; end: LocalDate },
  type: PeriodType,
  zone: Zone,
): NextDue[] {
  if (rule.run_on_date !== undefined) return []
  return nextPeriods(period, type, AHEAD).map((dates) => {
    const { at, noTick } = dueInstant(rule, dates, zone)
    return { ...dates, dueAt: at, noTick }
  })
}
