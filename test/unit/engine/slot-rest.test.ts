import { expect, test } from 'vitest'
import { restInMs, restOf } from '../../../jobs/engine/slot-rest'

const scale = { least: 1, start: 2, most: 4 }
const idle = { tasks: 0, idleSince: 0, tasksSince: 0 }

test('a slot that has done a thousand tasks is replaced in a quiet moment, and never under steady work', () => {
  expect(restOf({ ...idle, tasksSince: 1000 }, 1, scale, 5_000)).toBe('replace')
  expect(restOf({ ...idle, tasksSince: 999 }, 1, scale, 5_000)).toBeNull()
  expect(restOf({ ...idle, tasksSince: 1000 }, 1, scale, 4_999)).toBeNull()
  expect(restOf({ ...idle, tasksSince: 50_000, tasks: 1 }, 1, scale, 5_000)).toBeNull()
})

test('a slot that did nothing for a minute ends, but for the last ones', () => {
  expect(restOf(idle, 2, scale, 60_000)).toBe('end')
  expect(restOf(idle, 2, scale, 59_999)).toBeNull()
  expect(restOf(idle, 1, scale, 600_000)).toBeNull()
})

test('nothing wakes the office where every slot stays as it is', () => {
  expect(restInMs(idle, 1, scale, 0)).toBe(Number.POSITIVE_INFINITY)
  expect(restInMs(idle, 2, scale, 10_000)).toBe(50_000)
  expect(restInMs({ ...idle, tasksSince: 1000 }, 1, scale, 1_000)).toBe(4_000)
})
