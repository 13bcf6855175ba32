import type { OfficeFacts, ReadColumn } from '../../imports/kind'
import type { SalaryOptions } from '../rules/pay'

/**
 * From where on the middle one of an office's salaries is a year's: no office pays half of its people this much a month, and
 * hardly any pays half of them less a year. Only for currencies in which the two lie that far apart whatever the office.
 */
const YEARS_FROM: Record<string, number> = {
  USD: 15_000,
  EUR: 15_000,
  GBP: 15_000,
  CHF: 25_000,
  CAD: 18_000,
  AUD: 18_000,
  NZD: 18_000,
  SGD: 18_000,
}
const FEWEST = 5

/** “Salary” over 45,000 to 250,000 dollars is a year's, though its header does not say so. */
export function proposePeriod(
  columns: ReadColumn[],
  { currency }: Pick<OfficeFacts, 'currency'>,
): Partial<SalaryOptions> {
  const from = YEARS_FROM[currency]
  const texts = columns.find(({ field }) => field === 'salary')?.texts ?? []
  const amounts = texts.flatMap((text) => amountOf(text) ?? []).sort((a, b) => a - b)
  const middle = amounts[Math.floor(amounts.length / 2)] ?? 0
  return from !== undefined && amounts.length >= FEWEST && middle >= from ? { salary_period: 'annual' } : {}
}

/** Whole units of an amount however it is written; as evidence only. */
function amountOf(text: string): number | null {
  if (!/\d/.test(text) || /\p{L}{4,}/u.test(text)) return null
  const whole = text.replace(/[.,]\d{1,2}(?=\D*$)/, '').replace(/\D/g, '')
  return whole === '' ? null : Number(whole)
}
