import { checkCron } from '../../engine/scheduler'
import { type AutomationRule, USUAL_TIME } from '../../values/automation-rule'
import { addressFault } from '../../values/email'
import { Problem } from '../../values/problem'
import { addDays, daysInRange, type LocalDate, parseLocalDate } from '../../values/time'

export type { AutomationRule } from '../../values/automation-rule'

const KEYS = ['days_before_end', 'run_on_date', 'time', 'cron', 'working_day', 'outcome', 'notification_emails']

/** A period that did not run within so many days of its end is missed and waits for a click (domains/payroll.md). */
export const GRACE_DAYS = 7

/**
 * Reads a rule as it came from outside. Throws, in words: unknown keys, an invalid cron, dates outside reason, addresses
 * that are none. `{}` is a rule that says nothing. What says the usual (02:00, on days off too, a draft that waits) is
 * left out, so that one rule is written in one way.
 */
export function readAutomationRule(
  given: Readonly<Record<string, unknown>>,
  period: { start: LocalDate; end: LocalDate },
): AutomationRule {
  for (const key of Object.keys(given)) {
    if (!KEYS.includes(key)) {
      throw new Problem('payroll.unknown_rule_key', { key, known: KEYS.join(', ') })
    }
  }
  const rule: AutomationRule = {}
  const present = (value: unknown) => value !== undefined && value !== null
  if (present(given.days_before_end)) rule.days_before_end = daysBeforeEnd(given.days_before_end, period)
  if (present(given.run_on_date)) rule.run_on_date = runOnDate(given.run_on_date, period)
  if (present(given.cron)) rule.cron = cron(given.cron)
  if (present(given.time)) {
    if (rule.cron !== undefined) throw new Problem('payroll.time_beside_cron', { found: shown(given.time) })
    const time = timeOfDay(given.time)
    if (time !== USUAL_TIME) rule.time = time
  }
  if (present(given.working_day)) {
    const move = oneOf('payroll.not_a_working_day_rule', given.working_day, ['unchanged', 'before', 'after'])
    if (move !== 'unchanged') rule.working_day = move
  }
  if (present(given.outcome)) {
    const outcome = oneOf('payroll.not_an_outcome', given.outcome, ['ask', 'approve'])
    if (outcome !== 'ask') rule.outcome = outcome
  }
  if (present(given.notification_emails)) rule.notification_emails = addresses(given.notification_emails)
  return rule
}

/** Whether it says when; notification addresses alone do not. */
export const saysWhen = (rule: AutomationRule | null): rule is AutomationRule =>
  rule !== null && (rule.days_before_end !== undefined || rule.run_on_date !== undefined || rule.cron !== undefined)

function daysBeforeEnd(value: unknown, period: { start: LocalDate; end: LocalDate }): number {
  const most = daysInRange(period.start, period.end) - 1
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > most) {
    throw new Problem('payroll.days_before_end_out_of_range', { found: shown(value), most })
  }
  return value
}

function runOnDate(value: unknown, period: { start: LocalDate; end: LocalDate }): LocalDate {
  const date = typeof value === 'string' ? parseLocalDate(value) : null
  if (!date) throw new Problem('payroll.run_on_date_not_a_date', { found: shown(value) })
  const latest = addDays(period.end, GRACE_DAYS)
  if (date < period.start || date > latest) {
    throw new Problem('payroll.run_on_date_out_of_range', { found: date, earliest: period.start, latest })
  }
  return date
}

function timeOfDay(value: unknown): string {
  if (typeof value !== 'string' || !/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) {
    throw new Problem('payroll.not_a_time_of_day', { found: shown(value) })
  }
  return value
}

function oneOf<T extends string>(code: string, value: unknown, known: readonly T[]): T {
  const found = known.find((one) => one === value)
  if (found === undefined) throw new Problem(code, { found: shown(value), known: known.join(', ') })
  return found
}

function cron(value: unknown): string {
  if (typeof value !== 'string') throw new Problem('payroll.cron_not_text', { found: shown(value) })
  checkCron(value)
  return value.trim()
}

function addresses(value: unknown): string[] {
  if (!Array.isArray(value)) throw new Problem('payroll.addresses_not_a_list', { found: shown(value) })
  return value.map((one: unknown) => {
    if (typeof one !== 'string') throw new Problem('payroll.addresses_not_a_list', { found: shown(one) })
    const address = one.trim()
    const fault = addressFault(address)
    if (fault) throw new Problem(fault.code, fault.params)
    return address
  })
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
