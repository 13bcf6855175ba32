import type { Input } from '../../jobs/api/contract'
import type { Currency } from '../../jobs/values/money'
import { typedAmount } from '../components/typed-amount'
import { words } from '../words/en'

const text = words.calculator

/** What stands in the fields, as it was typed. */
export const AMOUNTS = ['base', 'overtimeRate', 'lateRate', 'tds', 'advance', 'incentive'] as const
export const COUNTS = ['overtimeHours', 'lateMinutes', 'daysPresent', 'daysAbsent'] as const
export type FieldName = (typeof AMOUNTS)[number] | (typeof COUNTS)[number]
export type Typed = Partial<Record<FieldName, string>>

type Calculation = Omit<Input<'people.calculate'>, 'employee_id' | 'month' | 'absence_unpaid'>

/** The fields as the office takes them, or which of them are no numbers. Empty: not said. */
export function readTyped(
  typed: Typed,
  currency: string,
): { wrong: Partial<Record<FieldName, string>>; read: Calculation } {
  const wrong: Partial<Record<FieldName, string>> = {}
  const amount = (field: (typeof AMOUNTS)[number]): number | null => {
    const said = (typed[field] ?? '').trim()
    if (said === '') return null
    const minor = typedAmount(said, currency as Currency)
    if (minor === null || minor < 0) {
      wrong[field] = text.wrongAmount(text.fields[field], said)
      return null
    }
    return minor
  }
  const count = (field: (typeof COUNTS)[number]): string | null => {
    const said = (typed[field] ?? '').trim()
    if (said === '') return null
    if (!/^\d{1,6}(\.\d{1,4})?$/.test(said)) wrong[field] = text.wrong(text.fields[field], said)
    return said
  }
  const read: Calculation = {
    base_minor: amount('base') ?? 0,
    overtime_hours: count('overtimeHours'),
    overtime_rate_minor: amount('overtimeRate'),
    late_minutes: count('lateMinutes'),
    late_rate_minor: amount('lateRate'),
    tds_minor: amount('tds') ?? 0,
    advance_minor: amount('advance') ?? 0,
    incentive_minor: amount('incentive') ?? 0,
    days_present: count('daysPresent'),
    days_absent: count('daysAbsent'),
  }
  return { wrong, read }
}
