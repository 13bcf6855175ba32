import type { Currency } from '../../values/money'
import { Problem } from '../../values/problem'
import { type Component, isAfterNet, METHODS } from './component'
import { orderComponents } from './component-order'
import { namesOfFormula, QUANTITIES, readFormula } from './formula'
import { ABSENCE } from './one-off'
import { checkBands, type TableKind } from './rate-table'

const RESERVED = [...Object.keys(QUANTITIES), ABSENCE, 'NET']

/** Which kind of rate table a method is made from. */
const TABLE_OF: Partial<Record<Component['method'], TableKind>> = {
  fixed: 'amount',
  per_unit: 'amount',
  percent: 'rate',
  bands: 'bands',
  cumulative_bands: 'bands',
}

/** What the components are checked against: the office's currency and its rate tables. */
export type CheckFacts = { currency: Currency; tables: ReadonlyMap<string, TableKind> }

/** Throws where a method is unknown. */
export function checkMethod(code: string, method: string): asserts method is Component['method'] {
  if (!(METHODS as readonly string[]).includes(method)) {
    throw new Problem('payroll.component_method_unknown', { code, method, known: METHODS.join(', ') })
  }
}

/**
 * What a whole set of components has to satisfy before it is saved; throws in words what does not. Those that are not
 * active have to be right in themselves only.
 */
export function checkComponents(
  components: readonly Component[],
  isActive: (code: string) => boolean,
  facts: CheckFacts,
): void {
  const seen = new Set<string>()
  for (const component of components) {
    if (seen.has(component.code)) throw new Problem('payroll.component_twice', { code: component.code })
    seen.add(component.code)
    checkComponent(component, facts)
  }
  const active = components.filter((one) => isActive(one.code) && !isAfterNet(one))
  const codes = new Set(active.map((one) => one.code))
  const needed = active.map((one) => ({ ...one, formulaNeeds: formulaNeeds(one, codes, facts) }))
  checkCarried(active, needed)
  orderComponents(needed)
}

function formulaNeeds(component: Component, codes: ReadonlySet<string>, facts: CheckFacts): string[] {
  if (component.method !== 'formula') return []
  return naming(component, (formula) => readFormula(formula, { ...facts, codes }).needs)
}

/** What a formula is refused for names its component. */
function naming<T>({ code, formula }: Component, read: (formula: string) => T): T {
  try {
    return read(formula ?? '')
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    throw new Problem(error.code, { ...error.params, component: code })
  }
}

/** What may wait for the next period must not change what anything else is computed from. */
function checkCarried(active: readonly Component[], needed: readonly { code: string; formulaNeeds: string[] }[]): void {
  for (const { code, carryOver } of active) {
    if (!carryOver) continue
    const by = active.find((one) => one.base.includes(code)) ?? needed.find((one) => one.formulaNeeds.includes(code))
    if (by) throw new Problem('payroll.component_carried_is_needed', { code, by: by.code })
  }
}

function checkComponent(component: Component, facts: CheckFacts): void {
  const { code, method, kind, rateTable, months } = component
  const refuse = (problem: string, params: Record<string, string | number> = {}) => {
    throw new Problem(`payroll.component_${problem}`, { code, ...params })
  }
  if (!/^[A-Z][A-Z0-9_]{0,39}$/.test(code)) refuse('code_unreadable')
  if (RESERVED.includes(code)) refuse('code_reserved', { reserved: RESERVED.join(', ') })
  if (facts.tables.has(code)) refuse('code_is_a_table')
  if ((method === 'base_pay') !== (code === 'BASE')) refuse('base_pay_is_base')
  if ((method === 'net_rounding') !== (code === 'NET_ROUNDING')) refuse('net_rounding_is_its_own')
  if (method === 'held_pay' && code !== 'HELD') refuse('held_pay_is_its_own')
  if (isAfterNet(component) && kind !== 'deduction') refuse('net_rounding_is_a_deduction')
  const table = rateTable === null ? null : facts.tables.get(rateTable)
  if (table === undefined) refuse('table_unknown', { table: rateTable ?? '' })
  if (table !== null && table !== TABLE_OF[method]) {
    refuse('table_of_other_kind', { table: rateTable ?? '', expected: TABLE_OF[method] ?? 'none' })
  }
  if (method === 'fixed' && component.amountMinor === null && !component.oneOff && table === null)
    refuse('without_amount')
  if (method === 'percent' && component.ratePpm === null && table === null) refuse('without_rate')
  if (['percent', 'bands', 'cumulative_bands'].includes(method)) {
    if (component.base.length === 0) refuse('without_base')
    const after = component.base.find((one) => one === 'NET_ROUNDING' || one === 'HELD')
    if (after !== undefined) refuse('base_of_net_rounding', { base: after })
    if (component.base.includes(code)) throw new Problem('payroll.component_cycle', { path: `${code} → ${code}` })
  }
  if ((method === 'bands' || method === 'cumulative_bands') && table === null) checkBands(code, component.bands ?? [])
  if (method === 'formula' && (component.formula ?? '').trim() === '') refuse('without_formula')
  if (method === 'formula') naming(component, (formula) => namesOfFormula(formula, facts.currency))
  if (component.capMinor !== null && component.capMinor < 0) refuse('cap_below_zero')
  if (component.carryOver && (kind !== 'deduction' || component.taxable || isAfterNet(component)))
    refuse('not_to_carry')
  if (months?.length === 0 || months?.some((one) => one < 1 || one > 12)) refuse('months_unknown')
  if (component.structureIds?.length === 0) refuse('in_no_structure')
}
