import type { Currency } from '../../values/money'
import { type Component, GROSS, TAXABLE } from './component'
import { namesOfFormula } from './formula'

/**
 * The components of a run that pays chosen ones only. What the formulas of those name comes along, because a formula that
 * names nothing cannot be read, but is due in no month: it comes to nothing, as what a percentage is taken of does where it
 * is not chosen.
 */
export function chosenComponents(
  components: readonly Component[],
  chosen: ReadonlySet<string>,
  currency: Currency,
): Component[] {
  const byCode = new Map(components.map((one) => [one.code, one]))
  const needed = new Set<string>()
  const need = (code: string): void => {
    const component = byCode.get(code)
    if (!component || needed.has(code)) return
    needed.add(code)
    if (component.method !== 'formula' || component.formula === null) return
    const { all, year } = namesOfFormula(component.formula, currency)
    for (const name of [...all, ...year]) need(name)
  }
  for (const code of chosen) need(code)
  const isThere = (code: string) => needed.has(code) || code === GROSS || code === TAXABLE
  return components
    .filter(({ code }) => needed.has(code))
    .map((one) => ({
      ...one,
      base: one.base.filter(isThere),
      months: chosen.has(one.code) ? one.months : [],
    }))
}
