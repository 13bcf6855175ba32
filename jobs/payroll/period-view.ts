import type { Db } from '../../db/open'
import { type PeriodRow, periodsSharingDays } from '../../db/queries/payroll/periods'
import { lint } from '../engine/scheduler'
import type { Reason } from '../values/problem'
import { type Instant, toIso, type Zone } from '../values/time'
import { dueOf, ruleOf } from './period-schedule'
import { type AutomationRule, GRACE_DAYS, saysWhen } from './rules/automation-rule'
import { isTooLate } from './rules/due-instant'
import { unusualLength } from './rules/period'

/** What to look out for in a period: nothing of it is a refusal. */
export function periodWarnings(db: Db, period: PeriodRow, now: Instant, zone: Zone): Reason[] {
  const warnings: Reason[] = []
  const dates = { start: period.start_on, end: period.end_on }
  const length = unusualLength(period.period_type, dates)
  if (length) warnings.push(length)
  const rule = ruleOf(period)
  if (rule?.cron !== undefined) warnings.push(...lint(rule.cron))
  const due = dueOf(period, zone)
  if (due?.noTick) {
    warnings.push({ code: 'payroll.warning_no_tick', params: { gate: due.gateOn, end: period.end_on } })
  }
  const waits = period.status === 'active' && due !== null && period.handled_due_at !== due.at
  if (waits && due.at <= now && isTooLate(dates, now, zone)) {
    warnings.push({ code: 'payroll.warning_too_late', params: { due_at: toIso(due.at), days: GRACE_DAYS } })
  }
  for (const other of periodsSharingDays(db, dates.start, dates.end)) {
    if (other.id === period.id || other.period_type === period.period_type) continue
    const params = { other: other.description, type: other.period_type, start: other.start_on, end: other.end_on }
    warnings.push({ code: 'payroll.warning_shares_days', params })
  }
  return warnings
}

/** The rule in plain words; `cronWords` are those of its cron expression. Null where nothing says when. */
export function ruleSentence(rule: AutomationRule | null, cronWords: string | null): string | null {
  if (!saysWhen(rule)) return null
  const gate = gateWords(rule)
  if (cronWords === null) return gate === null ? null : `It runs ${gate} at 02:00.`
  const ticks = `“${cronWords}”`
  return gate === null
    ? `It runs at the first time in the period that ${ticks} names.`
    : `It runs at the first time from ${gate} on that ${ticks} names.`
}

function gateWords(rule: AutomationRule): string | null {
  if (rule.run_on_date !== undefined) return rule.cron === undefined ? `on ${rule.run_on_date}` : rule.run_on_date
  const days = rule.days_before_end
  if (days === undefined) return null
  const on = rule.cron === undefined ? 'on ' : ''
  if (days === 0) return `${on}the last day of the period`
  return days === 1 ? 'one day before the end of the period' : `${days} days before the end of the period`
}
