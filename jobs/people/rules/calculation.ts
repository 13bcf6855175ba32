import { Problem } from '../../values/problem'
import type { Month } from '../../values/time'
import { spanOf } from './month'
import { halvesOf, type MonthItem } from './pay'

/** What is typed into the salary calculator. Amounts in minor units of the office's currency; decimals as plain text. */
export type CalculationInputs = {
  /** Null: somebody imagined, of whom nothing can be saved. */
  employeeId: number | null
  month: Month
  /** A whole month's salary. */
  baseMinor: number
  overtimeHours: string | null
  /** Per hour; null: what the office's component says. */
  overtimeRateMinor: number | null
  lateMinutes: string | null
  /** Taken off per minute; null: lateness costs nothing. */
  lateRateMinor: number | null
  tdsMinor: number
  advanceMinor: number
  incentiveMinor: number
  daysPresent: string | null
  daysAbsent: string | null
  /** Whether absent days are not paid. The guide's form pays the salary as it is typed. */
  absenceUnpaid: boolean
}

export type CalculationDays = { presentHalves: number | null; absentHalves: number | null }

/** The days in halves. Throws `people.not_half_days` and `people.more_days_than_month`. */
export function daysOf({ month, daysPresent, daysAbsent }: CalculationInputs): CalculationDays {
  const { days } = spanOf(month)
  const halves = (told: string | null): number | null => {
    if (told === null) return null
    const read = halvesOf(told)
    if (read === null) throw new Problem('people.not_half_days', { found: told })
    if (read > days * 2) throw new Problem('people.more_days_than_month', { found: told, month, days })
    return read
  }
  const [presentHalves, absentHalves] = [halves(daysPresent), halves(daysAbsent)]
  const told = ((presentHalves ?? 0) + (absentHalves ?? 0)) / 2
  if (told > days) throw new Problem('people.days_exceed_month', { told, month, days })
  return { presentHalves, absentHalves }
}

/** The month's one-off items of what was typed, as a salary file's row makes them; nothing that is zero. */
export function itemsOf(inputs: CalculationInputs): MonthItem[] {
  const counted = (code: string, quantity: string | null, rateMinor: number | null): MonthItem[] =>
    quantity === null || Number(quantity) === 0
      ? []
      : [{ code, quantity, ...(rateMinor === null ? {} : { rateMinor }) }]
  const amount = (code: string, amountMinor: number): MonthItem[] => (amountMinor === 0 ? [] : [{ code, amountMinor }])
  return [
    ...counted('OVERTIME', inputs.overtimeHours, inputs.overtimeRateMinor),
    // Lateness without a rate per minute costs nothing, as in a salary file.
    ...(inputs.lateRateMinor === null ? [] : counted('LATE', inputs.lateMinutes, inputs.lateRateMinor)),
    ...amount('TDS', inputs.tdsMinor),
    ...amount('ADVANCE', inputs.advanceMinor),
    ...amount('INCENTIVE', inputs.incentiveMinor),
    ...(inputs.absenceUnpaid ? counted('ABSENCE', inputs.daysAbsent, null) : []),
  ]
}
