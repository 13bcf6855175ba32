import type { Finding, Row } from '../../imports/kind'
import { finding, moneyOf, textOf } from '../../shared/planning'
import { type Currency, toDecimal } from '../../values/money'
import type { Params } from '../../values/problem'
import type { Month } from '../../values/time'
import { spanOf } from './month'
import { grossOf, halvesOf, monthItems, netOf, overtimeOf, type Pay } from './pay'

const AMOUNTS = ['salary', 'charges', 'charge', 'sal_ot', 'tds', 'advance', 'total_old_adv', 'incentive']
const COUNTS = ['days', 'absent', 'ot', 'late']
const ITEMS: Record<string, string> = {
  OVERTIME: 'overtime',
  LATE: 'late arrival',
  TDS: 'tax withheld',
  ADVANCE: 'advance recovered',
  INCENTIVE: 'incentive',
}

/** What makes the figures of a salary row unusable. */
export function salaryErrors(row: Row, pay: Pay, month: Month, currency: Currency): Finding[] {
  const errors: Finding[] = []
  const wrong = (field: string, found: string, code: string, params: Params = {}) =>
    errors.push(finding(field, found, code, { found, ...params }))
  for (const field of AMOUNTS) {
    const minor = moneyOf(row, field)
    if (minor !== null && minor < 0n) wrong(field, toDecimal(minor, currency), 'people.negative_amount')
  }
  for (const field of COUNTS) {
    const count = textOf(row, field)
    if (count !== null && Number(count) < 0) wrong(field, count, 'people.negative_count')
  }
  const { days } = spanOf(month)
  for (const field of ['days', 'absent']) {
    const count = textOf(row, field)
    if (count === null || Number(count) < 0) continue
    if (halvesOf(count) === null) wrong(field, count, 'people.not_half_days')
    else if (Number(count) > days) wrong(field, count, 'people.more_days_than_month', { month, days })
  }
  if (overtimeOf(pay.overtimeHours, moneyOf(row, 'charges'), pay.basicMinor, pay.statedWithOvertimeMinor) === null) {
    errors.push(finding('ot', pay.overtimeHours, 'people.overtime_without_rate', { hours: pay.overtimeHours ?? '' }))
  }
  return errors
}

/** What is taken over but should be looked at. */
export function salaryWarnings(pay: Pay, month: Month, currency: Currency): Finding[] {
  if (pay.basicMinor === null) {
    const left = monthItems(pay).map((item) => ITEMS[item.code] ?? item.code)
    const code = left.length > 0 ? 'people.salary_missing_left' : 'people.salary_missing'
    return [finding('salary', null, code, { month, left: left.join(', ') })]
  }
  const warnings: Finding[] = []
  const amount = (minor: bigint) => toDecimal(minor, currency)
  const net = netOf(pay)
  if (pay.basicMinor === 0n) warnings.push(finding('salary', '0', 'people.salary_zero', { month }))
  const withOvertime = pay.basicMinor + pay.overtimeMinor
  if (pay.statedWithOvertimeMinor !== null && pay.statedWithOvertimeMinor !== withOvertime) {
    const params = { stated: amount(pay.statedWithOvertimeMinor), expected: amount(withOvertime) }
    warnings.push(finding('sal_ot', params.stated, 'people.with_overtime_differs', params))
  }
  if (pay.statedNetMinor !== null && pay.statedNetMinor !== net) {
    const params = { stated: amount(pay.statedNetMinor), expected: amount(net), gross: amount(grossOf(pay)) }
    warnings.push(finding('nett_payable', params.stated, 'people.net_differs', params))
  }
  if (net < 0n) {
    warnings.push(
      finding('nett_payable', amount(net), 'people.net_negative', { net: amount(net), gross: amount(grossOf(pay)) }),
    )
  }
  if (pay.presentHalves !== null && pay.absentHalves !== null) {
    const told = (pay.presentHalves + pay.absentHalves) / 2
    if (told > spanOf(month).days) {
      warnings.push(
        finding('days', String(told), 'people.days_exceed_month', { told, month, days: spanOf(month).days }),
      )
    }
  }
  return warnings
}
