import { describe, expect, it } from 'vitest'
import type { Component } from '../../../../jobs/payroll/rules/component'
import { checkComponents, checkMethod } from '../../../../jobs/payroll/rules/component-check'
import { orderComponents } from '../../../../jobs/payroll/rules/component-order'
import type { Currency } from '../../../../jobs/values/money'
import { Problem } from '../../../../jobs/values/problem'
import { BASE, component, NET_ROUNDING, STANDARD } from './builders'

function refusal(work: () => void): Problem | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}
const FACTS = { currency: 'EUR' as Currency, tables: new Map() }
const check = (...more: Component[]) => refusal(() => checkComponents([...STANDARD, ...more], () => true, FACTS))
const percent = (code: string, base: string[], given: Partial<Component> = {}) =>
  component({ code, method: 'percent', base, ratePpm: 1, ...given })

describe('components', () => {
  it('that are not active may be taken of what is gone', () => {
    const hra = percent('HRA', ['GONE'])
    expect(refusal(() => checkComponents([...STANDARD, hra], (code) => code !== 'HRA', FACTS))).toBeNull()
    expect(check(hra)?.code).toBe('payroll.unknown_base')
  })

  it('of a fresh office can be saved', () => expect(check(NET_ROUNDING)).toBeNull())

  it('that need each other in a circle are refused with the path', () => {
    const problem = check(percent('HRA', ['BONUS']), percent('BONUS', ['MEAL']), percent('MEAL', ['HRA']))
    expect(problem?.code).toBe('payroll.component_cycle')
    expect(problem?.params.path).toBe('BONUS → MEAL → HRA → BONUS')
  })

  it('that are earnings cannot be taken of all earnings', () => {
    expect(check(percent('BONUS', ['GROSS']))?.params.path).toBe('BONUS → GROSS → BONUS')
    expect(check(percent('BONUS', ['GROSS'], { kind: 'employer' }))).toBeNull()
  })

  it('that are taxable cannot be taken of what is taxable', () => {
    const tax = percent('TAX', ['TAXABLE'], { kind: 'deduction' })
    expect(check(tax)).toBeNull()
    expect(check({ ...tax, taxable: true })?.code).toBe('payroll.component_cycle')
  })

  it('are computed after what they are taken of, whatever their place on the slip', () => {
    const late = percent('A', ['B'], { position: 1 })
    const early = component({ code: 'B', amountMinor: 1, position: 900 })
    expect(orderComponents([late, early, BASE]).map((one) => one.code)).toEqual(['B', 'A', 'BASE'])
  })

  it.each<[string, Component[]]>([
    ['payroll.unknown_base', [percent('HRA', ['NOBODY'])]],
    ['payroll.component_twice', [component({ code: 'TDS', amountMinor: 1 })]],
    ['payroll.component_code_unreadable', [component({ code: 'hra', amountMinor: 1 })]],
    ['payroll.component_code_reserved', [component({ code: 'GROSS', amountMinor: 1 })]],
    ['payroll.component_code_reserved', [component({ code: 'ABSENCE', amountMinor: 1 })]],
    ['payroll.component_base_pay_is_base', [component({ code: 'SECOND', method: 'base_pay' })]],
    ['payroll.component_net_rounding_is_its_own', [component({ code: 'ROUND', method: 'net_rounding' })]],
    ['payroll.component_net_rounding_is_a_deduction', [{ ...NET_ROUNDING, kind: 'earning' }]],
    ['payroll.component_without_amount', [component({ code: 'MEAL' })]],
    ['payroll.component_without_rate', [component({ code: 'HRA', method: 'percent', base: ['BASE'] })]],
    ['payroll.component_without_base', [percent('HRA', [])]],
    ['payroll.component_base_of_net_rounding', [NET_ROUNDING, percent('X', ['NET_ROUNDING'])]],
    ['payroll.component_cap_below_zero', [component({ code: 'MEAL', amountMinor: 1, capMinor: -1 })]],
    ['payroll.component_without_bands', [component({ code: 'TAX', method: 'bands', base: ['BASE'] })]],
    ['payroll.component_in_no_structure', [component({ code: 'MEAL', amountMinor: 1, structureIds: [] })]],
  ])('are refused with %s', (code, components) => {
    expect(check(...components)?.code).toBe(code)
  })

  it('have bands that ascend, the open one last', () => {
    const banded = (...ends: (number | null)[]) =>
      check(
        component({
          code: 'TAX',
          kind: 'deduction',
          method: 'bands',
          base: ['GROSS'],
          bands: ends.map((upToMinor) => ({ upToMinor, ratePpm: 1 })),
        }),
      )?.code
    expect(banded(100, 200, null)).toBeUndefined()
    expect(banded(200, 100, null)).toBe('payroll.component_bands_not_ascending')
    expect(banded(100, 100)).toBe('payroll.component_bands_not_ascending')
    expect(banded(null, 100)).toBe('payroll.component_bands_after_the_open_one')
  })

  it('with an unknown method are refused', () => {
    expect(refusal(() => checkMethod('TAX', 'guess'))?.code).toBe('payroll.component_method_unknown')
  })
})
