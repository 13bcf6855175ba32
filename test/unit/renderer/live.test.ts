import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { askInRounds } from '../../../renderer/app/live'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', globalThis)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Rounds of 200 ms, each of which ends when it is told to. */
function rounds() {
  const ends: { resolve: () => void; reject: (error: Error) => void }[] = []
  const round = askInRounds(200, () => new Promise<void>((resolve, reject) => ends.push({ resolve, reject })))
  return { ...round, ends }
}

test('a burst of events is one round', async () => {
  const { askSoon, ends } = rounds()
  for (let i = 0; i < 50; i++) askSoon()
  await vi.advanceTimersByTimeAsync(199)
  expect(ends).toHaveLength(0)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(ends).toHaveLength(1)
})

test('an event while a round is answered begins another one after it, at whatever moment it comes', async () => {
  const { askSoon, ends } = rounds()
  askSoon()
  await vi.advanceTimersByTimeAsync(200)
  askSoon()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(ends).toHaveLength(1)
  ends[0]?.resolve()
  askSoon()
  await vi.advanceTimersByTimeAsync(200)
  expect(ends).toHaveLength(2)
  ends[1]?.resolve()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(ends).toHaveLength(2)
  askSoon()
  await vi.advanceTimersByTimeAsync(200)
  expect(ends).toHaveLength(3)
})

test('nothing is asked after the page is gone', async () => {
  const { askSoon, stop, ends } = rounds()
  askSoon()
  stop()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(ends).toHaveLength(0)
})
