import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ClockChange, localToInstant, nextDue, type Rule } from '../../../../jobs/engine/scheduler'
import { type Instant, instant, type LocalDate, toIso, type Zone } from '../../../../jobs/values/time'
import { wallMinutes } from './support/minute-walker'
import { ZONES } from './support/zones'

const at = (iso: string): Instant => instant(Date.parse(iso))
const LISBON = 'Europe/Lisbon' as Zone
const DAY = 86_400_000

function dueFrom(rule: Rule, zone: Zone, from: string, count: number, change: ClockChange = {}): string[] {
  const found: string[] = []
  for (let next = nextDue(rule, zone, at(from), change); next !== null && found.length < count; ) {
    found.push(toIso(next).slice(0, 16))
    next = nextDue(rule, zone, next, change)
  }
  return found
}

describe('when the clock is put forward', () => {
  it('a time in the gap runs at the change, the day after at its own time', () => {
    // Lisbon, 29 March 2026: 01:00 becomes 02:00.
    expect(dueFrom({ cron: '30 1 * * *' }, LISBON, '2026-03-28T12:00:00Z', 3)).toEqual([
      '2026-03-29T01:00',
      '2026-03-30T00:30',
      '2026-03-31T00:30',
    ])
  })

  it('a time in the gap is skipped, by choice', () => {
    expect(dueFrom({ cron: '30 1 * * *' }, LISBON, '2026-03-28T12:00:00Z', 1, { gap: 'skip' })).toEqual([
      '2026-03-30T00:30',
    ])
  })

  it('all the quarters of the lost hour and the first one after it are due once, at the change', () => {
    expect(dueFrom({ cron: '*/15 * * * *' }, LISBON, '2026-03-29T00:30:00Z', 3)).toEqual([
      '2026-03-29T00:45',
      '2026-03-29T01:00',
      '2026-03-29T01:15',
    ])
  })

  it('a gap of half an hour counts as one (Lord Howe, 4 October 2026)', () => {
    expect(dueFrom({ cron: '15 2 * * *' }, 'Australia/Lord_Howe' as Zone, '2026-10-03T00:00:00Z', 2)).toEqual([
      '2026-10-03T15:30',
      '2026-10-04T15:15',
    ])
  })

  it('a day that a zone left out runs when the next one begins (Samoa, 30 December 2011)', () => {
    expect(dueFrom({ cron: '0 9 * * *' }, 'Pacific/Apia' as Zone, '2011-12-29T00:00:00Z', 3)).toEqual([
      '2011-12-29T19:00',
      '2011-12-30T10:00',
      '2011-12-30T19:00',
    ])
  })
})

describe('when the clock is put back', () => {
  it('a repeated time runs once, at its first occurrence', () => {
    // Lisbon, 25 October 2026: 02:00 becomes 01:00.
    expect(dueFrom({ cron: '30 1 * * *' }, LISBON, '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T00:30',
      '2026-10-26T01:30',
    ])
  })

  it('a repeated time runs twice, by choice', () => {
    expect(dueFrom({ cron: '30 1 * * *' }, LISBON, '2026-10-24T12:00:00Z', 3, { overlap: 'twice' })).toEqual([
      '2026-10-25T00:30',
      '2026-10-25T01:30',
      '2026-10-26T01:30',
    ])
  })

  it('the second time of a monthly rule is not lost behind the long wait for the next one', () => {
    expect(dueFrom({ cron: '30 1 25 * *' }, LISBON, '2026-10-25T00:40:00Z', 1, { overlap: 'twice' })).toEqual([
      '2026-10-25T01:30',
    ])
  })

  it('an hourly rule pauses for the repeated hour', () => {
    expect(dueFrom({ cron: '0 * * * *' }, LISBON, '2026-10-24T23:30:00Z', 3)).toEqual([
      '2026-10-25T00:00',
      '2026-10-25T02:00',
      '2026-10-25T03:00',
    ])
  })
})

describe('rules that are not cron', () => {
  it('every so many minutes counts real time from its anchor, whatever the wall clock does', () => {
    const rule: Rule = { everyMinutes: 30, anchor: at('2026-10-25T00:10:00Z') }
    expect(dueFrom(rule, LISBON, '2026-10-25T00:10:00Z', 4)).toEqual([
      '2026-10-25T00:40',
      '2026-10-25T01:10',
      '2026-10-25T01:40',
      '2026-10-25T02:10',
    ])
  })

  it('every so many minutes begins at its anchor where that is still to come', () => {
    expect(dueFrom({ everyMinutes: 5, anchor: at('2027-01-01T00:00:00Z') }, LISBON, '2026-01-01T00:00:00Z', 1)).toEqual(
      ['2027-01-01T00:00'],
    )
  })

  it('once is due once', () => {
    const onceAt = at('2026-05-01T09:00:00Z')
    expect(nextDue({ onceAt }, LISBON, instant(onceAt - 1))).toBe(onceAt)
    expect(nextDue({ onceAt }, LISBON, onceAt)).toBeNull()
  })
})

describe('cron as crontab(5) reads it', () => {
  it('runs where either day matches when both are restricted', () => {
    expect(dueFrom({ cron: '0 2 13 * 5' }, 'UTC' as Zone, '2026-02-01T00:00:00Z', 6)).toEqual([
      '2026-02-06T02:00',
      '2026-02-13T02:00',
      '2026-02-20T02:00',
      '2026-02-27T02:00',
      '2026-03-06T02:00',
      '2026-03-13T02:00',
    ])
  })

  it('runs on weekdays only when the day of month is open', () => {
    expect(dueFrom({ cron: '0 2 * * MON' }, 'UTC' as Zone, '2026-02-01T00:00:00Z', 2)).toEqual([
      '2026-02-02T02:00',
      '2026-02-09T02:00',
    ])
  })

  it('counts a step as a restriction of the day', () => {
    expect(dueFrom({ cron: '0 2 */10 * MON' }, 'UTC' as Zone, '2026-02-01T02:00:00Z', 4)).toEqual([
      '2026-02-02T02:00',
      '2026-02-09T02:00',
      '2026-02-11T02:00',
      '2026-02-16T02:00',
    ])
  })

  it('knows the last day of the month and the last Friday', () => {
    expect(dueFrom({ cron: '0 2 L * *' }, 'UTC' as Zone, '2028-01-31T03:00:00Z', 2)).toEqual([
      '2028-02-29T02:00',
      '2028-03-31T02:00',
    ])
    expect(dueFrom({ cron: '0 2 * * 5L' }, 'UTC' as Zone, '2026-02-01T00:00:00Z', 1)).toEqual(['2026-02-27T02:00'])
  })

  it('knows nicknames', () => {
    expect(dueFrom({ cron: '@daily' }, LISBON, '2026-07-01T12:00:00Z', 1)).toEqual(['2026-07-01T23:00'])
    expect(dueFrom({ cron: '@Monthly' }, LISBON, '2026-07-01T12:00:00Z', 1)).toEqual(['2026-07-31T23:00'])
  })

  it('answers null for a date that does not exist', () => {
    expect(nextDue({ cron: '0 2 30 2 *' }, LISBON, at('2026-01-01T00:00:00Z'))).toBeNull()
    expect(nextDue({ cron: '0 2 31 4,6,9,11 *' }, LISBON, at('2026-01-01T00:00:00Z'))).toBeNull()
  })

  it('waits for 29 February over a century that has none', () => {
    expect(dueFrom({ cron: '0 2 29 2 *' }, LISBON, '2096-03-01T00:00:00Z', 1)).toEqual(['2104-02-29T02:00'])
  })
})

describe('a wall-clock time as an instant', () => {
  const day = (text: string) => text as LocalDate

  it('is what the office’s clock shows', () => {
    expect(toIso(localToInstant(day('2026-07-01'), '02:00', LISBON))).toBe('2026-07-01T01:00:00.000Z')
    expect(toIso(localToInstant(day('2026-01-01'), '00:00', 'Asia/Kathmandu' as Zone))).toBe('2025-12-31T18:15:00.000Z')
  })

  it('is the change of the clock where the time is skipped, or none by choice', () => {
    expect(toIso(localToInstant(day('2026-03-29'), '01:30', LISBON))).toBe('2026-03-29T01:00:00.000Z')
    expect(localToInstant(day('2026-03-29'), '01:30', LISBON, 'skip')).toBeNull()
    expect(localToInstant(day('2011-12-30'), '12:00', 'Pacific/Apia' as Zone, 'skip')).toBeNull()
  })

  it('is the first of two where the time is repeated', () => {
    expect(toIso(localToInstant(day('2026-10-25'), '01:30', LISBON))).toBe('2026-10-25T00:30:00.000Z')
  })

  it('reads back as the same time on the wall, or the first one after the gap', () => {
    const anyDay = fc.integer({ min: Date.UTC(2005, 0, 1) / DAY, max: Date.UTC(2037, 0, 1) / DAY })
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 1439 }), fc.constantFrom(...ZONES), (number, minutes, zone) => {
        const date = new Date(number * DAY).toISOString().slice(0, 10)
        const time = new Date(minutes * 60_000).toISOString().slice(11, 16)
        const asked = (number * DAY) / 60_000 + minutes
        const found = localToInstant(day(date), time, zone)
        const wall = wallMinutes(zone)
        const shown = wall(found)
        expect(shown === asked || (shown > asked && wall(found - 60_000) < asked)).toBe(true)
        expect(localToInstant(day(date), time, zone, 'skip')).toBe(shown === asked ? found : null)
      }),
      { numRuns: 500 },
    )
  })

  it('refuses what is no time of day', () => {
    expect(() => localToInstant(day('2026-01-01'), '25:00', LISBON)).toThrow(RangeError)
  })
})
