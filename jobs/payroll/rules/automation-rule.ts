import { checkCron } from '../../engine/scheduler'
import { addressFault } from '../../values/email'
import { Problem } from '../../values/problem'
import { addDays, daysInRange, type LocalDate, parseLocalDate } from '../../values/time'

/** When a period runs by itself. The date key opens a gate, cron picks a tick behind it: `dueInstant`. */
export type AutomationRule = {
  days_before_end?: number
  run_on_date?: LocalDate
  cron?: string
  notification_emails?: string[]
}

const KEYS = ['days_before_end', 'run_on_date', 'cron', 'notification_emails']

/** A period that did not run within so many days of its end is missed and waits for a click (domains/payroll.md). */
export const GRACE_DAYS = 7

/**
 * Reads a rule as it came from outside. Throws, in words: unknown keys, an invalid cron, dates outside reason, addresses
 * that are none. `{}` is a rule that says nothing.
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
