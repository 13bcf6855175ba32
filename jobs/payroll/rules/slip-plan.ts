import { type Currency, minorDigits } from '../../values/money'
import { Problem } from '../../values/problem'
import { lastOfMonth, monthOf } from '../../values/time'
import { type Band, type Component, GROSS, isAfterNet, TAXABLE } from './component'
import { belongsTo, orderComponents } from './component-order'
import {
  type DayCounter,
  type DayRule,
  dayCounter,
  EVERY_DAY,
  monthsBetween,
  NO_CALENDAR,
  type OfficeCalendar,
} from './day-count'
import { type Formula, readFormula } from './formula'
import { type PeriodDates, periodDays } from './proration'
import type { RateInForce } from './rate-table'

/** A component ready to be computed for everybody: its numbers as bigint, and which totals it counts in. */
export type Step = {
  component: Component
  amount: bigint | null
  rate: bigint
  bands: readonly Band[]
  formula: Formula | null
  cap: bigint | null
  /** False: not in this period, as its months say. */
  isDue: boolean
  inGross: boolean
  inTaxable: boolean
}

/** What all slips of a run share, made once. */
export type SlipPlan = {
  period: PeriodDates
  currency: Currency
  /** Minor units in one unit of the currency. */
  unitMinor: bigint
  /** Calendar days. */
  totalDays: number
  /** In the order of computing. */
  steps: Step[]
  tables: ReadonlyMap<string, RateInForce>
  dayCount(structureId: number | null): DayCounter
  heldPay: Component | null
  netRounding: Component | null
}

/** What a plan needs besides components: rate tables in force, and by which days structures pay. */
export type PlanFacts = {
  tables?: readonly RateInForce[]
  dayRules?: readonly (DayRule & { structureId: number })[]
  calendar?: OfficeCalendar
}

/** Throws `payroll.component_cycle`, `payroll.unknown_base` and `payroll.rate_table_not_in_force`. */
export function planSlips(
  components: readonly Component[],
  period: PeriodDates,
  currency: Currency,
  facts: PlanFacts = {},
): SlipPlan {
  const tables = new Map((facts.tables ?? []).map((table) => [table.code, table]))
  const kinds = new Map([...tables].map(([code, { kind }]) => [code, kind]))
  const counted = components.filter((one) => !isAfterNet(one))
  const given = { currency, codes: new Set(counted.map((one) => one.code)), tables: kinds }
  const formulas = new Map(
    counted.map((one) => [one.code, one.method === 'formula' ? readFormula(one.formula ?? '', given) : null]),
  )
  const ordered = orderComponents(counted.map((one) => ({ ...one, formulaNeeds: formulas.get(one.code)?.needs ?? [] })))
  const step = ({ formulaNeeds: _, ...component }: (typeof ordered)[number]): Step => {
    const table = tableOf(component, tables, period)
    const amount = table?.amountMinor ?? component.amountMinor
    return {
      component,
      amount: amount === null ? null : BigInt(amount),
      rate: BigInt(table?.ratePpm ?? component.ratePpm ?? 0),
      bands: table?.bands ?? component.bands ?? [],
      formula: formulas.get(component.code) ?? null,
      cap: component.capMinor === null ? null : BigInt(component.capMinor),
      isDue: isDueIn(component.months, period),
      inGross: belongsTo(GROSS, component),
      inTaxable: belongsTo(TAXABLE, component),
    }
  }
  return {
    period,
    currency,
    unitMinor: 10n ** BigInt(minorDigits(currency)),
    totalDays: periodDays(period),
    steps: ordered.map(step),
    tables,
    dayCount: dayCounts(facts, period),
    heldPay: components.find((one) => one.method === 'held_pay') ?? null,
    netRounding: components.find((one) => one.method === 'net_rounding') ?? null,
  }
}

function tableOf(component: Component, tables: ReadonlyMap<string, RateInForce>, period: PeriodDates) {
  const { code, rateTable } = component
  if (rateTable === null) return null
  const table = tables.get(rateTable)
  if (!table) throw new Problem('payroll.rate_table_not_in_force', { code, table: rateTable, on: period.end })
  return table
}

/** Whether the last day of one of these months lies in the period: as with the month's items, one period of a type has it. */
const isDueIn = (months: readonly number[] | null, { start, end }: PeriodDates): boolean =>
  months === null ||
  monthsBetween(start, end).some(({ to }) => to === lastOfMonth(monthOf(to)) && months.includes(Number(to.slice(5, 7))))

function dayCounts(facts: PlanFacts, period: PeriodDates): SlipPlan['dayCount'] {
  const calendar = facts.calendar ?? NO_CALENDAR
  const everyDay = dayCounter(EVERY_DAY, calendar, period)
  const counters = new Map(
    (facts.dayRules ?? []).map(({ structureId, ...rule }) => [structureId, dayCounter(rule, calendar, period)]),
  )
  return (structureId) => (structureId === null ? everyDay : (counters.get(structureId) ?? everyDay))
}
