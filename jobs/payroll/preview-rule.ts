import { lint } from '../engine/scheduler'
import type { Reason } from '../values/problem'
import { type Instant, toIso, type Zone } from '../values/time'
import { type AutomationRule, GRACE_DAYS, readAutomationRule, saysWhen } from './rules/automation-rule'
import { dueInstant, isTooLate } from './rules/due-instant'
import { readPeriodDates } from './rules/period'

/** What a rule would mean for these dates. Throws in words what saving would refuse of dates and rule. */
export function previewRule(
  given: { start_date: string; end_date: string; automation_rule: Readonly<Record<string, unknown>> },
  now: Instant,
  zone: Zone,
): { rule: AutomationRule; dueAt: Instant | null; warnings: Reason[] } {
  const period = readPeriodDates(given.start_date, given.end_date)
  const rule = readAutomationRule(given.automation_rule, period)
  if (!saysWhen(rule)) return { rule, dueAt: null, warnings: [] }
  const due = dueInstant(rule, period, zone)
  const warnings: Reason[] = rule.cron === undefined ? [] : [...lint(rule.cron)]
  if (due.noTick) warnings.push({ code: 'payroll.warning_no_tick', params: { gate: due.gateOn, end: period.end } })
  if (due.at <= now && isTooLate(period, now, zone)) {
    warnings.push({ code: 'payroll.warning_too_late', params: { due_at: toIso(due.at), days: GRACE_DAYS } })
  }
  return { rule, dueAt: due.at, warnings }
}
