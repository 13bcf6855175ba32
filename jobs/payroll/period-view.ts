import type { Db } from '../../db/open'
import { type PeriodRow, periodsSharingDays } from '../../db/queries/payroll/periods'
import { lint } from '../engine/scheduler'
import { partsOf, sentenceOf } from '../values/automation-rule'
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
  const due = dueOf(db, period, zone)
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

/** A rule as it is stored, read back in words; one that is none (null) is said to be none. */
export async function savedSentence(stored: string | null, cronInWords: (cron: string) => Promise<string>) {
  // It was checked when it was saved.
  const rule = stored === null ? null : (JSON.parse(stored) as AutomationRule)
  return ruleSentence(rule, rule?.cron === undefined ? null : await cronInWords(rule.cron)) ?? BY_HAND
}

const BY_HAND = 'It runs when somebody says so.'

/** A saved rule in plain words; `cronWords` are those of its cron expression. Null where nothing says when. */
export const ruleSentence = (rule: AutomationRule | null, cronWords: string | null): string | null =>
  saysWhen(rule) ? sentenceOf(partsOf(rule), cronWords) : null
