import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ClockChange, nextDue } from '../../../../jobs/engine/scheduler'
import { instant, toIso, type Zone } from '../../../../jobs/values/time'
import { jumps, matcher, Walk, wallMinutes } from './support/minute-walker'
import { at } from './support/scheduler-office'
import { ZONES } from './support/zones'

const LISBON = 'Europe/Lisbon' as Zone
const DAY = 86_400_000

/** Where two lists of instants part, in words; comparing thousands of texts would take longer than computing them. */
function firstDifference(found: number[], expected: number[]): string | null {
  const i = expected.findIndex((one, index) => found[index] !== one)
  const text = (one: number | undefined) => (one === undefined ? 'nothing' : toIso(instant(one)))
  if (i >= 0) return `found ${text(found[i])}, expected ${text(expected[i])}`
  return found.length > expected.length ? `found ${text(found[expected.length])} besides` : null
}

const EXPRESSIONS = [
  '* * * * *',
  '*/15 * * * *',
  '0 * * * *',
  '30 1 * * *',
  '30 2 * * *',
  '0 2 * * *',
  '59 1,2 * * *',
  '0 0 * * *',
  '15 0-3 * * *',
  '0 2 1 * *',
  '0 2 L * *',
  '0 3 * * SUN',
  '0 */6 * * 1-5',
  '0 2 13 * 5',
  '45 23 29-31 * *',
  '5 0 * MAR,OCT,NOV *',
  '0,30 1-2 28-31 3,10 *',
  '10 4 * * 7',
]

describe('the next due instant of a cron rule, against a walk through the minutes', () => {
  const windows = (zone: Zone): [number, number][] => {
    const changes = [
      ...jumps(zone, Date.UTC(2026, 0, 1), Date.UTC(2026, 11, 31)),
      ...(zone === 'Pacific/Apia' ? [at('2011-12-30T10:00:00Z'), at('2020-09-26T14:00:00Z')] : []),
      ...(zone === 'America/Sao_Paulo' ? [at('2018-11-04T03:00:00Z'), at('2019-02-17T02:00:00Z')] : []),
      ...(zone === 'Asia/Tehran' ? [at('2022-03-21T20:30:00Z'), at('2022-09-21T19:30:00Z')] : []),
    ]
    return [
      ...changes.map((change): [number, number] => [change - DAY, change + 2 * DAY]),
      [at('2026-02-27T00:00:00Z'), at('2026-03-02T00:00:00Z')],
    ]
  }

  const CHOICES: ClockChange[] = [{}, { gap: 'skip' }, { overlap: 'twice' }]

  it.each(ZONES)(
    'misses no minute and adds none around every change of the clock in %s',
    (zone) => {
      for (const [from, to] of windows(zone)) {
        const walk = new Walk(zone, from, to)
        for (const cron of EXPRESSIONS) {
          for (const change of CHOICES) {
            const found: number[] = []
            let next = nextDue({ cron }, zone, instant(from - 1), change)
            while (next !== null && next < to) {
              found.push(next)
              next = nextDue({ cron }, zone, next, change)
            }
            const missed = firstDifference(found, walk.due(cron, change))
            expect(missed, `${cron} in ${zone} ${JSON.stringify(change)}`).toBeNull()
          }
        }
      }
    },
    30_000,
  )

  it('gives the same answer from every minute in between', () => {
    const from = at('2026-10-24T22:00:00Z')
    const walk = new Walk(LISBON, from, from + DAY)
    const due = walk.due('30 1,4 * * *', { overlap: 'twice' })
    for (let minute = from; minute < from + 6.5 * 3_600_000; minute = instant(minute + 60_000)) {
      const expected = due.find((one) => one > minute)
      expect(nextDue({ cron: '30 1,4 * * *' }, LISBON, minute, { overlap: 'twice' })).toBe(expected)
    }
  })
})

const field = (low: number, high: number) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant('*') },
    { weight: 3, arbitrary: fc.integer({ min: low, max: high }).map(String) },
    fc.uniqueArray(fc.integer({ min: low, max: high }), { minLength: 2, maxLength: 4 }).map((list) => list.join(',')),
    fc
      .tuple(fc.integer({ min: low, max: high }), fc.integer({ min: low, max: high }))
      .map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
    fc.integer({ min: 2, max: Math.max(2, Math.floor((high - low) / 2)) }).map((step) => `*/${step}`),
  )
const anyCron = fc
  .tuple(field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 6))
  .map((fields) => fields.join(' '))
const anyInstant = fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2038, 0, 1) }).map(instant)

describe('the next due instant of any cron rule', () => {
  it('is strictly later, and each later one again', () => {
    fc.assert(
      fc.property(anyCron, fc.constantFrom(...ZONES), anyInstant, (cron, zone, from) => {
        let before = from
        for (let i = 0; i < 5; i++) {
          const next = nextDue({ cron }, zone, before)
          if (next === null) return
          expect(next).toBeGreaterThan(before)
          before = next
        }
      }),
      { numRuns: 400 },
    )
  })

  it('stands on the wall clock as the expression says, or at a change of the clock that skipped such a time', () => {
    fc.assert(
      fc.property(anyCron, fc.constantFrom(...ZONES), anyInstant, (cron, zone, from) => {
        const next = nextDue({ cron }, zone, from)
        if (next === null) return
        const wall = wallMinutes(zone)
        const shown = wall(next)
        const before = wall(next - 60_000)
        const matches = matcher(cron)
        let isExplained = matches(shown)
        for (let lost = before + 1; lost < shown && !isExplained; lost++) isExplained = matches(lost)
        expect(isExplained).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('leaves out no matching minute of the two days after', () => {
    fc.assert(
      fc.property(anyCron, fc.constantFrom(...ZONES), anyInstant, (cron, zone, from) => {
        const start = Math.ceil((from + 1) / 60_000) * 60_000
        const [first] = new Walk(zone, start, start + 2 * DAY).due(cron)
        const next = nextDue({ cron }, zone, from)
        if (first === undefined) expect(next === null || next >= start + 2 * DAY).toBe(true)
        else expect(next).toBe(first)
      }),
      { numRuns: 40 },
    )
  })
})
