import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FromOffice } from '../../../jobs/api/shell-channel'
import { tellStanding } from '../../../jobs/api/shell-standing'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function watched() {
  const told: FromOffice[] = []
  const office = { name: 'Alpha', needs: 0, asked: 0, isUnreadable: false }
  const standing = tellStanding(
    async () => {
      office.asked++
      if (office.isUnreadable) throw new Error('closed')
      return { name: office.name, needs: office.needs }
    },
    (message) => told.push(message),
  )
  return { told, office, standing }
}

test('the standing is told at the start, and again only when it has changed', async () => {
  const { told, office, standing } = watched()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told).toEqual([{ type: 'standing', name: 'Alpha', needs: 0 }])
  expect(office.asked).toBe(1) // where nothing happens nothing is asked
  standing.lookSoon()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told).toHaveLength(1)
  office.needs = 2
  standing.lookSoon()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told.at(-1)).toEqual({ type: 'standing', name: 'Alpha', needs: 2 })
})

test('a burst of events is one look', async () => {
  const { office, standing } = watched()
  for (let n = 0; n < 1000; n++) standing.lookSoon()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(office.asked).toBe(1)
})

test('an office that cannot be read now is read at the next event; one that has ended not at all', async () => {
  const { told, office, standing } = watched()
  office.isUnreadable = true
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told).toEqual([])
  office.isUnreadable = false
  standing.lookSoon()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told).toHaveLength(1)
  standing.stop()
  standing.lookSoon()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(office.asked).toBe(2)
})
