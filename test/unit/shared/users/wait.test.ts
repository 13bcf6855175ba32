import fc from 'fast-check'
import { expect, test } from 'vitest'
import { secondsToWait, waitInWords, waitSeconds } from '../../../../jobs/shared/users/wait'

test('two slips cost nothing; from the third on the wait doubles, up to a quarter of an hour', () => {
  expect([0, 1, 2, 3, 4, 5, 10, 11, 50].map(waitSeconds)).toEqual([0, 0, 0, 5, 10, 20, 640, 900, 900])
})

test('a further wrong try never makes the wait shorter', () => {
  fc.assert(fc.property(fc.nat(2000), (tries) => waitSeconds(tries + 1) >= waitSeconds(tries)))
})

test('the wait runs by the office’s clock, and a clock that was set back ends it', () => {
  const tries = { wrong: 4, last_at: 1_000_000 }
  expect(secondsToWait(undefined, 1_000_000)).toBe(0)
  expect(secondsToWait(tries, 1_000_000)).toBe(10)
  expect(secondsToWait(tries, 1_009_001)).toBe(1)
  expect(secondsToWait(tries, 1_010_000)).toBe(0)
  expect(secondsToWait(tries, 999_999)).toBe(0)
})

test('a wait is said as people say it', () => {
  expect([1, 5, 99, 100, 900].map(waitInWords)).toEqual([
    '1 second',
    '5 seconds',
    '99 seconds',
    '2 minutes',
    '15 minutes',
  ])
})
