import type { Component } from '../../../../jobs/payroll/rules/component'
import type { OneOffItem } from '../../../../jobs/payroll/rules/one-off'
import type { PeriodDates, PeriodType } from '../../../../jobs/payroll/rules/proration'
import { computeSlip, type Employee, type PlanFacts, planSlips, type Slip } from '../../../../jobs/payroll/rules/slip'
import type { Currency } from '../../../../jobs/values/money'
import type { LocalDate } from '../../../../jobs/values/time'

export const date = (text: string) => text as LocalDate

export const period = (start: string, end: string, type: PeriodType = 'monthly'): PeriodDates => ({
  type,
  start: date(start),
  end: date(end),
})
export const april = period('2024-04-01', '2024-04-30')
export const january = period('2024-01-01', '2024-01-31')

export const component = (given: Partial<Component> & { code: string }): Component => ({
  name: given.code,
  kind: 'earning',
  method: 'fixed',
  position: 500,
  taxable: false,
  prorate: false,
  oneOff: false,
  amountMinor: null,
  ratePpm: null,
  base: [],
  bands: null,
  formula: null,
  rateTable: null,
  months: null,
  carryOver: false,
  capMinor: null,
  rounding: 'half_up',
  structureIds: null,
  ...given,
})

export const BASE = component({ code: 'BASE', method: 'base_pay', position: 100, prorate: true, taxable: true })
export const NET_ROUNDING = component({
  code: 'NET_ROUNDING',
  kind: 'deduction',
  method: 'net_rounding',
  position: 990,
  rounding: 'to_unit',
})
/** What an office that has set up nothing has. */
export const STANDARD: Component[] = [
  BASE,
  component({ code: 'OVERTIME', method: 'per_unit', oneOff: true, position: 200, taxable: true }),
  component({ code: 'INCENTIVE', oneOff: true, position: 300, taxable: true }),
  component({ code: 'LATE', kind: 'deduction', method: 'per_unit', oneOff: true, position: 600 }),
  component({ code: 'TDS', kind: 'deduction', oneOff: true, position: 700 }),
  component({ code: 'ADVANCE', kind: 'deduction', oneOff: true, position: 800 }),
]

export const segment = (
  from: string,
  to: string | null,
  baseMinor: number | null,
  structureId: number | null = null,
) => ({
  from: date(from),
  to: to === null ? null : date(to),
  baseMinor,
  structureId,
})

export const item = (code: string, given: Partial<OneOffItem>): OneOffItem => ({
  month: '2024-04',
  source: 'excel',
  code,
  amountMinor: null,
  quantity: null,
  rateMinor: null,
  ...given,
})

export function slipOf(
  employee: Partial<Employee>,
  given: { components?: Component[]; period?: PeriodDates; currency?: string; rules?: PlanFacts } = {},
): Slip {
  const currency = (given.currency ?? 'EUR') as Currency
  const plan = planSlips(given.components ?? STANDARD, given.period ?? april, currency, given.rules)
  return computeSlip({ partyId: 1, segments: [segment('2020-01-01', null, 300_000)], items: [], ...employee }, plan)
}

export const amounts = (slip: Slip) => Object.fromEntries(slip.lines.map((line) => [line.code, line.amountMinor]))
