import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MONTHS, SAMPLE_DOMAIN, type Story, tellStory } from '../../../jobs/sample/story'
import { addressFault } from '../../../jobs/values/email'
import type { Month } from '../../../jobs/values/time'

const months = fc
  .tuple(fc.integer({ min: 2020, max: 2040 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}` as Month)
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })

const everybody = ({ founders, months, current }: Story) => [
  ...founders,
  ...months.flatMap(({ joiners }) => joiners),
  ...current.joiners,
]

test('the same seed tells the same story, another seed another one', () => {
  fc.assert(
    fc.property(seeds, months, (seed, month) => {
      expect(tellStory(seed, month)).toEqual(tellStory(seed, month))
      expect(tellStory(seed, month)).not.toEqual(tellStory(seed + 1, month))
    }),
    { numRuns: 50 },
  )
})

test('every story has forty-six people under review and something to look at', () => {
  fc.assert(
    fc.property(seeds, months, (seed, month) => {
      const story = tellStory(seed, month)
      const left = story.months.flatMap(({ leavers }) => leavers)
      expect(everybody(story).length - left.length).toBe(46)
      expect(story.months).toHaveLength(MONTHS)
      const { joiners, leavers, raises, items } = story.current
      expect(joiners.map(({ baseMinor }) => baseMinor === null)).toEqual([false, true])
      expect([leavers.length, raises.length]).toEqual([1, 1])
      expect(items.flatMap((one) => one.items)).toContainEqual(
        expect.objectContaining({ code: 'OVERTIME', quantity: '22' }),
      )
    }),
    { numRuns: 100 },
  )
})

test('names, numbers and addresses are each somebody’s own, and no address can be reached', () => {
  fc.assert(
    fc.property(seeds, months, (seed, month) => {
      const people = everybody(tellStory(seed, month))
      for (const fact of ['ref', 'email'] as const) {
        expect(new Set(people.map((one) => one[fact])).size).toBe(people.length)
      }
      for (const { email } of people) {
        expect(addressFault(email)).toBeNull()
        expect(email).toMatch(/^[a-z]+\.[a-z]+@/)
        expect(email.endsWith(`@${SAMPLE_DOMAIN}`)).toBe(true)
      }
    }),
    { numRuns: 100 },
  )
})

test('nobody leaves, is raised or paid before they came or after they left', () => {
  fc.assert(
    fc.property(seeds, months, (seed, month) => {
      const { founders, months: past, current } = tellStory(seed, month)
      const here = new Set(founders.map(({ ref }) => ref))
      for (const story of [...past, current]) {
        for (const { ref } of story.joiners) here.add(ref)
        for (const { ref } of [...story.raises, ...story.items, ...story.leavers]) expect(here.has(ref)).toBe(true)
        for (const { ref } of story.leavers) here.delete(ref)
      }
    }),
    { numRuns: 100 },
  )
})
