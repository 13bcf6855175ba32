import type { Row } from '../../imports/kind'
import { moneyOf, textOf } from '../../shared/planning'
import { divideRounded, toSafeNumber } from '../../values/money'

/** How the salaries of a file are to be read: for which month, and whether an amount is a month's or a year's. */
export type SalaryOptions = { year: number; month: number; salary_period: 'monthly' | 'annual' }

/** A row of a salary file in figures: minor units, halves of days. Null where the file does not tell. */
export type Pay = {
  /** A month's salary; null is missing, which is not 0. */
  basicMinor: bigint | null
  overtimeHours: string | null
  /** Per hour. */
  overtimeRateMinor: bigint | null
  overtimeMinor: bigint
  lateMinutes: string | null
  /** Per minute. */
  lateRateMinor: bigint | null
  lateMinor: bigint
  tdsMinor: bigint
  advanceMinor: bigint
  incentiveMinor: bigint
  advancesOpenMinor: bigint | null
  /** Salary plus overtime, and what is paid, as the file itself says; only compared. */
  statedWithOvertimeMinor: bigint | null
  statedNetMinor: bigint | null
  presentHalves: number | null
  absentHalves: number | null
}

/** A twelfth of a year's salary, rounded half-up to the minor unit. */
export const monthlyOfAnnual = (annualMinor: bigint): bigint => divideRounded(annualMinor, 12n)

/** A plain decimal (`12.5`) times an amount, rounded half-up. */
export function timesDecimal(decimal: string, minor: bigint): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.')
  return divideRounded(BigInt(whole + fraction) * minor, 10n ** BigInt(fraction.length))
}

/** `21.5` days as 43 halves; null where it is no multiple of a half. */
export function halvesOf(decimal: string): number | null {
  const halves = Number(decimal) * 2
  return Number.isInteger(halves) ? halves : null
}

/**
 * The figures of a row. Overtime is hours × pay per hour; without a rate it is what the file's salary plus overtime
 * exceeds the salary by. Lateness without a rate per minute costs nothing.
 */
export function payOf(row: Row, options: SalaryOptions): Pay {
  const salary = moneyOf(row, 'salary')
  const basicMinor = salary !== null && options.salary_period === 'annual' ? monthlyOfAnnual(salary) : salary
  const overtimeHours = textOf(row, 'ot')
  const lateMinutes = textOf(row, 'late')
  const perHour = moneyOf(row, 'charges')
  const perMinute = moneyOf(row, 'charge')
  const statedWithOvertimeMinor = moneyOf(row, 'sal_ot')
  const days = textOf(row, 'days')
  const absent = textOf(row, 'absent')
  return {
    basicMinor,
    overtimeHours,
    overtimeRateMinor: perHour,
    overtimeMinor: overtimeOf(overtimeHours, perHour, basicMinor, statedWithOvertimeMinor) ?? 0n,
    lateMinutes,
    lateRateMinor: perMinute,
    lateMinor: lateMinutes !== null && perMinute !== null ? timesDecimal(lateMinutes, perMinute) : 0n,
    tdsMinor: moneyOf(row, 'tds') ?? 0n,
    advanceMinor: moneyOf(row, 'advance') ?? 0n,
    incentiveMinor: moneyOf(row, 'incentive') ?? 0n,
    advancesOpenMinor: moneyOf(row, 'total_old_adv'),
    statedWithOvertimeMinor,
    statedNetMinor: moneyOf(row, 'nett_payable'),
    presentHalves: days === null ? null : halvesOf(days),
    absentHalves: absent === null ? null : halvesOf(absent),
  }
}

/** Pay for the overtime hours; null where there are hours but nothing says what they are worth. */
export function overtimeOf(
  hours: string | null,
  perHourMinor: bigint | null,
  basicMinor: bigint | null,
  withOvertimeMinor: bigint | null,
): bigint | null {
  if (hours === null || Number(hours) === 0) return 0n
  if (perHourMinor !== null) return timesDecimal(hours, perHourMinor)
  if (basicMinor !== null && withOvertimeMinor !== null && withOvertimeMinor >= basicMinor) {
    return withOvertimeMinor - basicMinor
  }
  return null
}

/** What is earned: salary, overtime and incentive. */
export const grossOf = (pay: Pay): bigint => (pay.basicMinor ?? 0n) + pay.overtimeMinor + pay.incentiveMinor

/** Gross less lateness, withheld tax and recovered advances. */
export const netOf = (pay: Pay): bigint => grossOf(pay) - pay.lateMinor - pay.tdsMinor - pay.advanceMinor

/** A one-off item of the month's run: `quantity` × `rateMinor`, or the amount itself. */
export type MonthItem = { code: string; amountMinor?: number; quantity?: string; rateMinor?: number }

/** The row's one-off items for the run; nothing that is zero. A rate goes with its quantity, so that the slip can show both. */
export function monthItems(pay: Pay): MonthItem[] {
  const items: (MonthItem | null)[] = [
    counted('OVERTIME', pay.overtimeMinor, pay.overtimeHours, pay.overtimeRateMinor),
    counted('LATE', pay.lateMinor, pay.lateMinutes, pay.lateRateMinor),
    counted('TDS', pay.tdsMinor, null, null),
    counted('ADVANCE', pay.advanceMinor, null, null),
    counted('INCENTIVE', pay.incentiveMinor, null, null),
  ]
  return items.filter((item) => item !== null)
}

function counted(code: string, minor: bigint, quantity: string | null, rateMinor: bigint | null): MonthItem | null {
  if (minor === 0n) return null
  if (quantity !== null && rateMinor !== null) return { code, quantity, rateMinor: toSafeNumber(rateMinor) }
  return { code, amountMinor: toSafeNumber(minor), ...(quantity === null ? {} : { quantity }) }
}
