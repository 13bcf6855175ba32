import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type OneOffItem, standingOf, totalOf } from '../../../../jobs/payroll/rules/one-off'
import { slipOf } from './builders'

const items = fc.uniqueArray(fc.constantFrom('excel', 'form', 'typed', 'run 7'), { minLength: 1 }).chain((sources) =>
  fc.tuple(
    ...sources.map((source) =>
      fc.integer({ min: 1, max: 90_000 }).map((amountMinor): OneOffItem => {
        return { month: '2024-02', source, code: 'INCENTIVE', amountMinor, quantity: null, rateMinor: null }
      }),
    ),
  ),
)

test('what is said of items that stand side by side is what the payslip makes of them', () => {
  fc.assert(
    fc.property(items, (found) => {
      const said = found.map((one) => standingOf(one, found))
      const counting = found.filter((_, index) => said[index] !== 'replaced')
      const paid = slipOf({ items: found }).lines.find((line) => line.code === 'INCENTIVE')?.amountMinor
      expect(paid).toBe(Number(totalOf('INCENTIVE', counting, null).numerator))
      expect(said.includes('added')).toBe(counting.length > 1)
      expect(said.includes('alone')).toBe(counting.length === 1)
    }),
  )
})

test('of another month or code nothing is said', () => {
  const item = { month: '2024-02', source: 'form', code: 'OVERTIME' }
  expect(standingOf(item, [item, { ...item, month: '2024-03', source: 'excel' }])).toBe('alone')
  expect(standingOf(item, [item, { ...item, code: 'LATE', source: 'excel' }])).toBe('alone')
  expect(standingOf(item, [item, { ...item, source: 'excel' }])).toBe('replaced')
})
