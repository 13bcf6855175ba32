import { type Currency, minorDigits } from '../../values/money'
import { type Component, GROSS, TAXABLE } from './component'
import { belongsTo, orderComponents } from './component-order'
import { type PeriodDates, periodDays } from './proration'

/** A component ready to be computed for everybody: its numbers as bigint, and which totals it counts in. */
export type Step = {
  component: Component
  amount: bigint | null
  rate: bigint
  cap: bigint | null
  inGross: boolean
  inTaxable: boolean
}

/** What all slips of a run share, made once. */
export type SlipPlan = {
  period: PeriodDates
  currency: Currency
  /** Minor units in one unit of the currency. */
  unitMinor: bigint
  totalDays: number
  /** In the order of computing. */
  steps: Step[]
  netRounding: Component | null
}

/** Throws `payroll.component_cycle` and `payroll.unknown_base`. */
export function planSlips(components: readonly Component[], period: PeriodDates, currency: Currency): SlipPlan {
  return {
    period,
    currency,
    unitMinor: 10n ** BigInt(minorDigits(currency)),
    totalDays: periodDays(period),
    steps: orderComponents(components.filter((one) => one.method !== 'net_rounding')).map(toStep),
    netRounding: components.find((one) => one.method === 'net_rounding') ?? null,
  }
}

const toStep = (component: Component): Step => ({
  component,
  amount: component.amountMinor === null ? null : BigInt(component.amountMinor),
  rate: BigInt(component.ratePpm ?? 0),
  cap: component.capMinor === null ? null : BigInt(component.capMinor),
  inGross: belongsTo(GROSS, component),
  inTaxable: belongsTo(TAXABLE, component),
})
