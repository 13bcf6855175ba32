import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Component } from '../../../../jobs/payroll/rules/component'
import { BASE, component, NET_ROUNDING, segment, slipOf } from './builders'

const LOAN = component({ code: 'LOAN', kind: 'deduction', oneOff: true, position: 810, carryOver: true })
const HELD = component({ code: 'HELD', kind: 'deduction', method: 'held_pay', position: 980 })
const pays = (baseMinor: number) => [segment('2020-01-01', null, baseMinor)]

const anyKind = fc.constantFrom('earning' as const, 'deduction' as const, 'employer' as const)
const components = fc
  .array(
    fc.record({
      kind: anyKind,
      method: fc.constantFrom('fixed' as const, 'percent' as const, 'formula' as const, 'cumulative_bands' as const),
      amountMinor: fc.nat({ max: 90_000 }),
      ratePpm: fc.nat({ max: 400_000 }),
      carryOver: fc.boolean(),
      formula: fc.constantFrom(
        'BASE * 10 %',
        'max(0, BASE - 100 EUR) / 3',
        'year(BASE) / 100',
        'BASE_PAY * DAYS / TOTAL_DAYS / 4',
      ),
    }),
    { maxLength: 10 },
  )
  .map((list): Component[] => [
    BASE,
    LOAN,
    HELD,
    { ...NET_ROUNDING },
    ...list.map((one, index) =>
      component({
        code: `C${index}`,
        position: 200 + index,
        base: ['BASE'],
        bands: [
          { upToMinor: 50_000, ratePpm: one.ratePpm },
          { upToMinor: null, ratePpm: 300_000 },
        ],
        ...one,
        carryOver: one.carryOver && one.kind === 'deduction',
      }),
    ),
  ])

it('of every slip the lines add up, balances never go below zero, and computing again changes nothing', () => {
  fc.assert(
    fc.property(
      components,
      fc.nat({ max: 300_000 }),
      fc.record({
        year: fc.nat({ max: 900_000 }),
        owed: fc.nat({ max: 60_000 }),
        instalment: fc.integer({ min: 1, max: 40_000 }),
      }),
      fc.option(
        fc.record({
          balanceMinor: fc.nat({ max: 90_000 }),
          isHeld: fc.boolean(),
          mostMinor: fc.option(fc.integer({ min: 1, max: 50_000 })),
        }),
      ),
      fc.nat({ max: 30_000 }),
      (list, base, { year, owed, instalment }, hold, waiting) => {
        const carries = list.find((one) => one.code.startsWith('C') && one.carryOver)
        const employee = {
          segments: pays(base),
          year: { BASE: year },
          loans: [{ id: 1, code: 'LOAN', instalmentMinor: instalment, balanceMinor: owed }],
          carried: carries ? { [carries.code]: waiting } : {},
          ...(hold && { hold }),
        }
        const slip = slipOf(employee, { components: list })
        const sum = (kind: string) =>
          slip.lines.reduce((total, one) => (one.kind === kind ? total + one.amountMinor : total), 0)
        expect([slip.grossMinor, slip.deductionsMinor, slip.employerMinor]).toEqual([
          sum('earning'),
          sum('deduction'),
          sum('employer'),
        ])
        expect(slip.netMinor).toBe(slip.grossMinor - slip.deductionsMinor)
        expect(slip.error === null).toBe(slip.netMinor >= 0)
        const entries = (kind: string) =>
          slip.entries.reduce((total, one) => (one.kind === kind ? total + one.amountMinor : total), 0)
        expect(entries('loan')).toBeLessThanOrEqual(owed)
        expect(entries('carried') + entries('brought') + (carries ? waiting : 0)).toBeGreaterThanOrEqual(0)
        expect(entries('held') + entries('released') + (hold?.balanceMinor ?? 0)).toBeGreaterThanOrEqual(0)
        expect(slipOf(employee, { components: list })).toEqual(slip)
      },
    ),
    { numRuns: 300 },
  )
})
