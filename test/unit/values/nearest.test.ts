import fc from 'fast-check'
import { expect, test } from 'vitest'
import { didYouMean, editDistance, nearest } from '../../../jobs/values/nearest'

const TASKS = [
  'payroll.auto_run_payroll',
  'payroll.process_payroll_period',
  'people.sync_chart_data_batch',
  'test.noop',
]

test('a mistyped name finds the one that was meant, with or without its area', () => {
  expect(nearest('payroll.auto_run_payrol', TASKS)).toEqual(['payroll.auto_run_payroll'])
  expect(nearest('process_payroll_perod', TASKS)[0]).toBe('payroll.process_payroll_period')
  expect(nearest('Test.Nop', TASKS)).toEqual(['test.noop'])
})

test('a name that resembles nothing suggests nothing', () => {
  expect(nearest('zebra.crossing.stripes', TASKS)).toEqual([])
  expect(didYouMean('zebra.crossing.stripes', TASKS)).toBe('')
  expect(didYouMean('test.nop', TASKS)).toBe(' Did you mean “test.noop”?')
})

test('the edit distance is a metric: nought to itself, the same both ways, and no detour is shorter', () => {
  const word = fc.string({ maxLength: 8 })
  fc.assert(
    fc.property(word, word, word, (a, b, c) => {
      expect(editDistance(a, a)).toBe(0)
      expect(editDistance(a, b)).toBe(editDistance(b, a))
      expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c))
      expect(a === b).toBe(editDistance(a, b) === 0)
    }),
  )
})
