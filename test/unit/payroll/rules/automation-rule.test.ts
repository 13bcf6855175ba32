import { describe, expect, it } from 'vitest'
import { readAutomationRule, saysWhen } from '../../../../jobs/payroll/rules/automation-rule'
import { Problem } from '../../../../jobs/values/problem'
import type { LocalDate } from '../../../../jobs/values/time'

const february = { start: '2024-02-01' as LocalDate, end: '2024-02-29' as LocalDate }
const read = (rule: Record<string, unknown>) => readAutomationRule(rule, february)
function refusal(rule: Record<string, unknown>): string {
  try {
    read(rule)
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
  return 'accepted'
}

describe('an automation rule', () => {
  it('is read as the guide writes it', () => {
    const rule = { days_before_end: 3, cron: '0 2 * * *', notification_emails: ['finance@company.com'] }
    expect(read(rule)).toEqual(rule)
  })

  it('refuses unknown keys', () => expect(refusal({ days_after_end: 3 })).toBe('payroll.unknown_rule_key'))

  it.each([-1, 29, 1.5, '3', true])('refuses %s days before the end', (days) => {
    expect(refusal({ days_before_end: days })).toBe('payroll.days_before_end_out_of_range')
  })

  it.each(['2024-02-30', '28/02/2024', 20240228])('refuses %s as a date', (found) => {
    expect(refusal({ run_on_date: found })).toBe('payroll.run_on_date_not_a_date')
  })

  it.each(['2024-01-31', '2024-03-08', '2124-02-28'])(
    'refuses %s, a day that cannot belong to February 2024',
    (found) => {
      expect(refusal({ run_on_date: found })).toBe('payroll.run_on_date_out_of_range')
    },
  )

  it.each(['2024-02-01', '2024-03-07'])('accepts %s as the day of February 2024', (found) => {
    expect(read({ run_on_date: found })).toEqual({ run_on_date: found })
  })

  it.each(['every day', '61 2 * * *', '0 2 30 2 *', '* * *'])('refuses the cron expression “%s”', (cron) => {
    expect(refusal({ cron })).toMatch(/^schedule\./)
  })

  it('refuses a cron that is no text', () => expect(refusal({ cron: 5 })).toBe('payroll.cron_not_text'))

  it('refuses two addresses in one place, divided by a comma', () => {
    expect(refusal({ notification_emails: ['finance@company.com,hr@company.com'] })).toBe('email.several')
  })

  it('refuses addresses that are no list', () => {
    expect(refusal({ notification_emails: 'finance@company.com' })).toBe('payroll.addresses_not_a_list')
    expect(refusal({ notification_emails: [7] })).toBe('payroll.addresses_not_a_list')
  })

  it('writes the usual in one way: it is left out', () => {
    expect(read({ days_before_end: 3, time: '02:00', working_day: 'unchanged', outcome: 'ask' })).toEqual({
      days_before_end: 3,
    })
    const rule = { days_before_end: 3, time: '18:30', working_day: 'before', outcome: 'approve' }
    expect(read(rule)).toEqual(rule)
  })

  it.each([
    [{ time: '24:00' }, 'payroll.not_a_time_of_day'],
    [{ time: '2:00' }, 'payroll.not_a_time_of_day'],
    [{ time: 2 }, 'payroll.not_a_time_of_day'],
    [{ time: '03:00', cron: '0 2 * * *' }, 'payroll.time_beside_cron'],
    [{ working_day: 'never' }, 'payroll.not_a_working_day_rule'],
    [{ outcome: 'pay' }, 'payroll.not_an_outcome'],
  ])('refuses %j', (rule, code) => expect(refusal({ days_before_end: 3, ...rule })).toBe(code))

  it('says when only where a date or cron is given', () => {
    expect(saysWhen(read({ notification_emails: ['a@example.org'] }))).toBe(false)
    expect(saysWhen(read({ days_before_end: 0 }))).toBe(true)
    expect(saysWhen(null)).toBe(false)
  })
})
