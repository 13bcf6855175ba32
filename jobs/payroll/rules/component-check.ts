import { Problem } from '../../values/problem'
import { type Band, type Component, GROSS, METHODS, TAXABLE } from './component'
import { orderComponents } from './component-order'
import { ABSENCE } from './one-off'

/** Named in the design, and not there yet: refused by name, never accepted and ignored. */
const NOT_BUILT: Record<string, string> = {
  formula: 'The method “formula”',
  cumulative_bands: 'The method “cumulative_bands”',
}

const RESERVED = [GROSS, TAXABLE, ABSENCE, 'NET']

/** Throws where a method is not built yet (kind `not_built`) or unknown. */
export function checkMethod(code: string, method: string): asserts method is Component['method'] {
  const missing = NOT_BUILT[method]
  if (missing) {
    const params = { what: missing, instead: `Use one of ${METHODS.join(', ')}.` }
    throw new Problem('not_built', params, { kind: 'not_built' })
  }
  if (!(METHODS as readonly string[]).includes(method)) {
    throw new Problem('payroll.component_method_unknown', { code, method, known: METHODS.join(', ') })
  }
}

/**
 * What a whole set of components has to satisfy before it is saved; throws in words what does not. Those that are not
 * active have to be right in themselves only.
 */
export function checkComponents(components: readonly Component[], isActive: (code: string) => boolean): void {
  const seen = new Set<string>()
  for (const component of components) {
    if (seen.has(component.code)) throw new Problem('payroll.component_twice', { code: component.code })
    seen.add(component.code)
    checkComponent(component)
  }
  orderComponents(components.filter((one) => one.method !== 'net_rounding' && isActive(one.code)))
}

function checkComponent(component: Component): void {
  const { code, method, kind } = component
  const refuse = (problem: string, params: Record<string, string | number> = {}) => {
    throw new Problem(`payroll.component_${problem}`, { code, ...params })
  }
  if (!/^[A-Z][A-Z0-9_]{0,39}$/.test(code)) refuse('code_unreadable')
  if (RESERVED.includes(code)) refuse('code_reserved', { reserved: RESERVED.join(', ') })
  if ((method === 'base_pay') !== (code === 'BASE')) refuse('base_pay_is_base')
  if ((method === 'net_rounding') !== (code === 'NET_ROUNDING')) refuse('net_rounding_is_its_own')
  if (method === 'net_rounding' && kind !== 'deduction') refuse('net_rounding_is_a_deduction')
  if (method === 'fixed' && component.amountMinor === null && !component.oneOff) refuse('without_amount')
  if (method === 'percent' && component.ratePpm === null) refuse('without_rate')
  if ((method === 'percent' || method === 'bands') && component.base.length === 0) refuse('without_base')
  if (component.base.includes('NET_ROUNDING')) refuse('base_of_net_rounding')
  if (component.capMinor !== null && component.capMinor < 0) refuse('cap_below_zero')
  if (method === 'bands') checkBands(component.bands ?? [], refuse)
  if (component.structureIds?.length === 0) refuse('in_no_structure')
}

type Refuse = (problem: string, params?: Record<string, string | number>) => void

function checkBands(bands: readonly Band[], refuse: Refuse): void {
  if (bands.length === 0) refuse('without_bands')
  let low = 0
  for (const [index, band] of bands.entries()) {
    if (band.upToMinor === null) {
      if (index !== bands.length - 1) refuse('bands_after_the_open_one', { band: index + 1 })
    } else {
      if (band.upToMinor <= low) refuse('bands_not_ascending', { band: index + 1 })
      low = band.upToMinor
    }
  }
}
