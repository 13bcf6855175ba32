import { expect, test } from 'vitest'
import { awakeMs } from '../../../jobs/engine/delivery'
import { newPlace, type Place } from '../../../jobs/engine/place'
import { releaseMemory } from '../../../jobs/engine/release-memory'
import { SlotScaling } from '../../../jobs/engine/slot-scaling'

const idleFor = (name: string, seconds: number): Place =>
  Object.assign(newPlace(name, 'slots', name), { ready: true, idleSince: awakeMs() - seconds * 1_000 })

function scaling(places: Place[]) {
  const done: string[] = []
  const byName = new Map(places.map((place) => [place.name, place]))
  const made = new SlotScaling(
    { count: places.length, scale: { least: 1, most: 4 } },
    {
      places: () => byName,
      end: (place) => {
        done.push(`end ${place.name}`)
        byName.delete(place.name)
      },
      add: async () => undefined,
      freed: () => undefined,
      rested: () => done.push('rested'),
    },
  )
  return { made, done }
}

test('slots that have been idle for a minute end but for one, and then the office gives memory back, once', async () => {
  const { made, done } = scaling([idleFor('slot-1', 61), idleFor('slot-2', 61), idleFor('slot-3', 61)])
  made.restSoon()
  await expect.poll(() => done).toEqual(['end slot-3', 'end slot-2', 'rested'])
  made.restSoon()
  expect(done.length).toBe(3)
  made.stop()
})

test('while a slot still works, nothing is given back', async () => {
  const busy = Object.assign(idleFor('slot-1', 61), { work: { tasks: 1 } }) as Place
  const { made, done } = scaling([busy, idleFor('slot-2', 61)])
  made.restSoon()
  await expect.poll(() => done).toEqual(['end slot-2'])
  made.stop()
})

test('what young objects have taken is given back to the system', () => {
  let kept: unknown[] = []
  for (let round = 0; round < 50; round++) kept = Array.from({ length: 20_000 }, (_, n) => ({ n, of: [n] }))
  expect(kept.length).toBe(20_000)
  kept = []
  const before = process.memoryUsage().heapTotal
  releaseMemory()
  expect(process.memoryUsage().heapTotal).toBeLessThan(before)
})
