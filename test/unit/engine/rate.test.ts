import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allowance, spent } from '../../../jobs/engine/rate'

const TEN_A_MINUTE = { tasks: 10, seconds: 60 }

test('ten a minute is one every six seconds, also after a quiet hour', () => {
  expect(allowance(TEN_A_MINUTE, null, 1_000_000)).toEqual({ now: 1, nextAt: 1_000_000 })
  const next = spent(TEN_A_MINUTE, null, 1_000_000, 1)
  expect(next).toBe(1_006_000)
  expect(allowance(TEN_A_MINUTE, next, 1_005_999).now).toBe(0)
  expect(allowance(TEN_A_MINUTE, next, 1_006_000).now).toBe(1)
  expect(allowance(TEN_A_MINUTE, next, 4_600_000).now).toBe(1)
})

test('a clock that was set back holds a queue for one interval, not for as long as it went back', () => {
  expect(allowance(TEN_A_MINUTE, 1_006_000, 10)).toEqual({ now: 0, nextAt: 6_010 })
})

test('at any rate no span of time sees more starts than the rate and what is kept for a tenth of a second', () => {
  const rates = fc.record({ tasks: fc.integer({ min: 1, max: 500 }), seconds: fc.constantFrom(1, 60) })
  const waits = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(rates, waits, (rate, steps) => {
      let now = 1_000_000
      let nextAt: number | null = null
      const starts: number[] = []
      for (const step of steps) {
        now += step
        const { now: count } = allowance(rate, nextAt, now)
        if (count === 0) continue
        nextAt = spent(rate, nextAt, now, count)
        for (let i = 0; i < count; i++) starts.push(now)
      }
      const kept = Math.max(0, (0.1 * rate.tasks) / rate.seconds - 1)
      for (const [i, from] of starts.entries()) {
        const within = starts.slice(i).filter((at) => at < from + rate.seconds * 1000).length
        expect(within).toBeLessThanOrEqual(rate.tasks + Math.ceil(kept) + 1)
      }
    }),
  )
})
