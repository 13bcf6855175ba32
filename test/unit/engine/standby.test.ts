import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Standby } from '../../../jobs/engine/standby'

let named = 0
const started: string[] = []
const discarded: string[] = []
const threads = {
  reserve: () => `thread-${++named}`,
  start: async (name: string) => void started.push(name),
  discard: (name: string) => void discarded.push(name),
}
let isStarting = false
const standby = () => new Standby(threads, () => isStarting)

beforeEach(() => {
  vi.useFakeTimers()
  named = 0
  isStarting = false
  started.length = 0
  discarded.length = 0
})
afterEach(() => {
  vi.useRealTimers()
})

test('a quiet office has no thread standing by', () => {
  const one = standby()
  one.startSoon()
  expect([started, one.take()]).toEqual([[], null])
})

test('after a suspicion one stands by, is taken when a place needs it, and another takes its stand', () => {
  const one = standby()
  one.suspect()
  one.suspect()
  expect(started).toEqual(['thread-1'])
  expect([one.heardReady('slot-thread'), one.heardReady('thread-1')]).toEqual([false, true])
  expect(one.take()).toEqual({ thread: 'thread-1', isReady: true })
  expect(one.take()).toBeNull()
  one.startSoon()
  expect(started).toEqual(['thread-1', 'thread-2'])
  expect(one.take()).toEqual({ thread: 'thread-2', isReady: false })
})

test('the thread of a place that starts goes first', () => {
  const one = standby()
  isStarting = true
  one.suspect()
  expect(started).toEqual([])
  isStarting = false
  one.startSoon()
  expect(started).toEqual(['thread-1'])
})

test('one that ended by itself is not handed over; the next look starts another', () => {
  const one = standby()
  one.suspect()
  one.ended('thread-1')
  expect(one.take()).toBeNull()
  one.startSoon()
  expect(started).toEqual(['thread-1', 'thread-2'])
})

test('it goes a minute after the last suspicion, and nothing is left behind', () => {
  const one = standby()
  one.suspect()
  vi.advanceTimersByTime(59_000)
  one.suspect()
  vi.advanceTimersByTime(59_000)
  expect(discarded).toEqual([])
  vi.advanceTimersByTime(1_000)
  expect(discarded).toEqual(['thread-1'])
  one.startSoon()
  expect([started, one.take(), vi.getTimerCount()]).toEqual([['thread-1'], null, 0])
})
