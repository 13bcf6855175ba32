import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeSchedule, nextDue, readSchedule, workingDays } from '../../../../jobs/engine/scheduler'
import {
  addDays,
  type Instant,
  instant,
  type LocalDate,
  toIso,
  wallClock,
  type Zone,
} from '../../../../jobs/values/time'
import { at, SchedulerOffice, settled } from './support/scheduler-office'

const LISBON = 'Europe/Lisbon' as Zone
const CHRISTMAS = workingDays([1, 2, 3, 4, 5], ['2026-12-25', '2026-12-31', '2027-01-01'] as LocalDate[])

function nextOnes(cron: string, move: 'before' | 'after', from: string, count: number, days = CHRISTMAS): string[] {
  const found: string[] = []
  let next: Instant | null = at(from)
  while (found.length < count) {
    next = nextDue({ cron, workingDay: { move, days } }, LISBON, next)
    if (next === null) break
    found.push(toIso(next).slice(0, 16))
  }
  return found
}

describe('a working-day rule', () => {
  it('before: pays on the last working day up to the date', () => {
    expect(nextOnes('0 9 L * *', 'before', '2026-10-01T00:00:00Z', 4)).toEqual([
      '2026-10-30T09:00', // the 31st is a Saturday
      '2026-11-30T09:00',
      '2026-12-30T09:00', // the 31st is a holiday
      '2027-01-29T09:00',
    ])
  })

  it('after: reminds on the first working day from the date on', () => {
    expect(nextOnes('0 9 1 * *', 'after', '2026-10-15T00:00:00Z', 4)).toEqual([
      '2026-11-02T09:00',
      '2026-12-01T09:00',
      '2027-01-04T09:00', // a holiday and a weekend
      '2027-02-01T09:00',
    ])
  })

  it('runs once where several days are moved to one', () => {
    expect(nextOnes('0 9 * * *', 'after', '2026-12-24T08:00:00Z', 3)).toEqual([
      '2026-12-24T09:00',
      '2026-12-28T09:00',
      '2026-12-29T09:00',
    ])
  })

  it('before is asked on the closed day itself: what was moved lies behind', () => {
    expect(nextOnes('0 9 26,27 12 *', 'before', '2026-12-25T10:00:00Z', 1)).toEqual(['2027-12-24T09:00'])
  })

  it('keeps its own day where the office is closed for more than sixty days on end', () => {
    const closed = workingDays(
      [1, 2, 3, 4, 5],
      Array.from({ length: 120 }, (_, n) => addDays('2026-06-01' as LocalDate, n)),
    )
    expect(nextOnes('0 9 15 6 *', 'after', '2026-01-01T00:00:00Z', 1, closed)).toEqual(['2026-06-15T08:00'])
  })

  it('agrees with moving each day by itself, for any days and holidays', () => {
    const start = '2026-01-01' as LocalDate
    const anyDays = fc.record({
      dates: fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 4 }),
      workdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 }),
      holidays: fc.uniqueArray(fc.integer({ min: 0, max: 365 }), { maxLength: 30 }),
      move: fc.constantFrom('before' as const, 'after' as const),
      from: fc.integer({ min: 30, max: 300 }),
    })
    fc.assert(
      fc.property(anyDays, ({ dates, workdays, holidays, move, from }) => {
        const off = new Set(holidays.map((n) => addDays(start, n)))
        const isOff = (date: LocalDate) =>
          off.has(date) || !workdays.includes(new Date(`${date}T00:00Z`).getUTCDay() || 7)
        const due = new Set<string>()
        for (let n = -40; n < 420; n++) {
          let date = addDays(start, n)
          if (!dates.includes(Number(date.slice(8)))) continue
          for (let steps = 0; isOff(date) && steps < 61; steps++) date = addDays(date, move === 'after' ? 1 : -1)
          due.add(date)
        }
        const days = workingDays(workdays, [...off])
        const asked = addDays(start, from)
        const expected = [...due].sort().find((date) => date > asked)
        const next = nextDue(
          { cron: `0 9 ${dates.join(',')} * *`, workingDay: { move, days } },
          LISBON,
          instant(Date.parse(`${asked}T12:00:00Z`)),
        )
        expect(next && wallClock(next, LISBON).date).toBe(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('goes by a holiday from the moment that it is written down', async () => {
    const office = await new SchedulerOffice('2026-12-24T12:00:00Z').open()
    const id = await office.add({ cron: '0 9 25 * *', workingDay: 'after' })
    expect(office.nextDue('Tidy')).toBe('2026-12-25T09:00')
    office.days = CHRISTMAS
    office.emit({ type: 'holidays_changed' })
    await settled()
    expect(office.nextDue('Tidy')).toBe('2026-12-28T09:00')
    await office.write('user:1', (write) =>
      changeSchedule(write, readSchedule(write.db, id), { workingDay: 'unchanged' }, office.terms),
    )
    expect(office.nextDue('Tidy')).toBe('2026-12-25T09:00')
  })
})
