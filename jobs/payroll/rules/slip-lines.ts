import { toSafeNumber } from '../../values/money'
import { Problem } from '../../values/problem'
import { type Component, GROSS, type Kind, TAXABLE } from './component'
import { amountByItems, amountByRule, type Made, type PaidTime } from './component-amount'
import { ABSENCE, LOAN, type OneOffItem, totalOf, unitsOf } from './one-off'
import { capAmount, roundAmount } from './rounding'
import type { SlipPlan, Step } from './slip-plan'

export type Line = {
  code: string
  kind: Kind
  /** The days or units the amount was made from. */
  quantity: string | null
  /** ppm of a percentage, minor units of a per-unit rate. */
  rate: number | null
  /** What rate or proration was applied to. */
  baseMinor: number | null
  amountMinor: number
}

export type ComputedLine = {
  line: Line
  exact: bigint
  component: Component
  /** What a cap has left of the loans in it. */
  beyondCap: bigint
}

/** What an employee brings along from before this period, in minor units. */
export type Before = {
  /** Year to date by component, GROSS and TAXABLE. */
  year: Readonly<Record<string, number>>
}

/**
 * The lines of one employee, each rounded and capped as its component says, in the order of computing. A component that
 * comes to nothing has no line, but for the base pay. Throws where an item cannot be paid.
 */
export function computeLines(
  time: PaidTime,
  items: readonly OneOffItem[],
  before: Before,
  plan: SlipPlan,
): ComputedLine[] {
  const itemsOf = groupByCode(items)
  const amounts = new Map<string, bigint>()
  let gross = 0n
  let taxable = 0n
  const amountOf = (code: string) => (code === GROSS ? gross : code === TAXABLE ? taxable : (amounts.get(code) ?? 0n))
  const yearOf = (code: string) => BigInt(before.year[code] ?? 0)
  const plain = { amountOf, yearOf, units: null }
  const lines: ComputedLine[] = []
  for (const step of plan.steps) {
    const { component } = step
    const { code, kind } = component
    const own = itemsOf.get(code)
    itemsOf.delete(code)
    if (!own && (component.oneOff || !step.isDue || !applies(component, time.structureId))) continue
    const made = own
      ? madeOfItems(step, own, (units) => amountByRule(step, time, plan, { amountOf, yearOf, units }))
      : amountByRule(step, time, plan, plain)
    const lent = loansIn(own)
    const rounded = roundRest(step, made, lent, plan)
    const exact = capAmount(rounded, step.cap)
    amounts.set(code, exact)
    if (step.inGross) gross += exact
    if (step.inTaxable) taxable += kind === 'deduction' ? -exact : exact
    const beyondCap = lent > 0n && rounded > exact ? rounded - exact : 0n
    if (exact === 0n && beyondCap === 0n && component.method !== 'base_pay') continue
    const { quantity, rate, baseMinor } = made
    const line = { code, kind, quantity, rate, baseMinor, amountMinor: toSafeNumber(exact) }
    lines.push({ line, exact, component, beyondCap })
  }
  for (const code of itemsOf.keys()) throw new Problem('payroll.item_without_component', { code })
  return lines
}

/** An instalment is what the balance of its loan goes down by, to the minor unit: the rest of the line is rounded. */
function roundRest({ component }: Step, { numerator, denominator }: Made, lent: bigint, plan: SlipPlan): bigint {
  return roundAmount(numerator - lent * denominator, denominator, component.rounding, plan.unitMinor) + lent
}

const loansIn = (items: readonly OneOffItem[] | undefined): bigint =>
  items?.reduce((sum, one) => (one.source === LOAN ? sum + BigInt(one.amountMinor ?? 0) : sum), 0n) ?? 0n

/** Items say an amount, or units; units of a formula are what it names UNITS. */
function madeOfItems(
  step: Step,
  items: readonly OneOffItem[],
  byFormula: (units: ReturnType<typeof unitsOf>) => Made,
): Made {
  const { code, method } = step.component
  if (method !== 'formula' || items.some((one) => one.amountMinor !== null || one.rateMinor !== null)) {
    return amountByItems(totalOf(code, items, step.amount))
  }
  return byFormula(unitsOf(code, items))
}

function groupByCode(items: readonly OneOffItem[]): Map<string, OneOffItem[]> {
  const groups = new Map<string, OneOffItem[]>()
  for (const item of items) {
    if (item.code === ABSENCE) continue
    const group = groups.get(item.code)
    if (group) group.push(item)
    else groups.set(item.code, [item])
  }
  return groups
}

const applies = (component: Component, structureId: number | null): boolean =>
  component.structureIds === null || (structureId !== null && component.structureIds.includes(structureId))
