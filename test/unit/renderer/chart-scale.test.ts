import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelEvery, roundStep, scaleOf } from '../../../renderer/charts/scale'

/** Amounts and hours, in hundredths. */
const value = fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 100)

test('every value lies within the axis, whose ticks are evenly apart and few', () => {
  fc.assert(
    fc.property(value, value, fc.boolean(), (a, b, isWhole) => {
      const [smallest, largest] = [Math.min(a, b), Math.max(a, b)]
      const { at, ticks } = scaleOf(smallest, largest, 200, 4, isWhole)
      const slack = 1e-3
      expect(at(smallest)).toBeGreaterThanOrEqual(-slack)
      expect(at(largest)).toBeLessThanOrEqual(200 + slack)
      expect(ticks.length).toBeGreaterThanOrEqual(2)
      expect(ticks.length).toBeLessThanOrEqual(7)
      expect(at(ticks[0] ?? Number.NaN)).toBeCloseTo(0, 3)
      expect(at(ticks.at(-1) ?? Number.NaN)).toBeCloseTo(200, 3)
    }),
  )
})

test('an axis of people counts in whole people, and values that are all alike have one too', () => {
  expect(scaleOf(0, 3, 100, 4, true).ticks).toEqual([0, 1, 2, 3])
  expect(scaleOf(0, 44, 100, 4, true).ticks).toEqual([0, 20, 40, 60])
  expect(scaleOf(5, 5, 100, 4).ticks).toEqual([5, 6])
  expect(scaleOf(0, 0, 100, 4, true).ticks).toEqual([0, 1])
  expect(roundStep(0, 4)).toBe(1)
})

test('months are named as often as there is room: each, every second, every third, at least every year', () => {
  expect([64, 40, 22, 17, 11, 2].map((band) => labelEvery(band, 64))).toEqual([1, 2, 3, 4, 6, 12])
})
