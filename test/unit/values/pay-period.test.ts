import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lastOfType, likelyDates, nextPeriods, type PeriodType } from '../../../jobs/values/pay-period'
import { addDays, fromDayNumber, type LocalDate, lastOfMonth, monthOf } from '../../../jobs/values/time'

const from = (start: string, end: string, type: PeriodType, count = 3) =>
  nextPeriods({ start: start as LocalDate, end: end as LocalDate }, type, count).map((one) => `${one.start} ${one.end}`)

const likely = (last: [string, string] | null, type: PeriodType) =>
  likelyDates(last && { start: last[0] as LocalDate, end: last[1] as LocalDate }, type, '2026-11-25' as LocalDate)

test('a new period most likely follows the last of its type, whichever was made last', () => {
  const periods = [
    { period_type: 'weekly', end_date: '2026-12-06' },
    { period_type: 'monthly', end_date: '2026-10-31' },
    { period_type: 'monthly', end_date: '2026-09-30' },
  ] as const
  expect(lastOfType(periods, 'monthly')?.end_date).toBe('2026-10-31')
  expect(lastOfType(periods, 'biweekly')).toBeUndefined()
  expect(likely(['2026-10-01', '2026-10-31'], 'monthly')).toEqual({ start: '2026-11-01', end: '2026-11-30' })
  expect(likely(['2026-11-16', '2026-11-30'], 'semimonthly')).toEqual({ start: '2026-12-01', end: '2026-12-15' })
})

test('the first period of an office is most likely the month it is in; of weeks nobody knows where they begin', () => {
  expect(likely(null, 'monthly')).toEqual({ start: '2026-11-01', end: '2026-11-30' })
  expect(likely(null, 'weekly')).toBeNull()
})

test('whole months follow a whole month, whatever their length', () => {
  expect(from('2026-01-01', '2026-01-31', 'monthly')).toEqual([
    '2026-02-01 2026-02-28',
    '2026-03-01 2026-03-31',
    '2026-04-01 2026-04-30',
  ])
})

test('months from another day begin on that day, or on the last one where a month has it not', () => {
  expect(from('2026-01-26', '2026-02-25', 'monthly', 2)).toEqual(['2026-02-26 2026-03-25', '2026-03-26 2026-04-25'])
})

test('halves of months follow each other', () => {
  expect(from('2026-01-16', '2026-01-31', 'semimonthly')).toEqual([
    '2026-02-01 2026-02-15',
    '2026-02-16 2026-02-28',
    '2026-03-01 2026-03-15',
  ])
})

test('weeks and other spans are as long again', () => {
  expect(from('2026-12-21', '2026-12-27', 'weekly', 1)).toEqual(['2026-12-28 2027-01-03'])
  expect(from('2026-01-05', '2026-01-18', 'biweekly', 1)).toEqual(['2026-01-19 2026-02-01'])
})

test('no day is left out or counted twice', () => {
  const type = fc.constantFrom<PeriodType>('monthly', 'semimonthly', 'biweekly', 'weekly', 'custom')
  fc.assert(
    fc.property(type, fc.integer({ min: 18_000, max: 25_000 }), fc.integer({ min: 0, max: 40 }), (kind, day, more) => {
      const start = fromDayNumber(day)
      const end = kind === 'monthly' ? lastOfMonth(monthOf(start)) : addDays(start, more)
      const all = nextPeriods({ start, end }, kind, 12)
      expect(all).toHaveLength(12)
      let last = end
      for (const one of all) {
        expect(one.start).toBe(addDays(last, 1))
        expect(one.end >= one.start).toBe(true)
        last = one.end
      }
    }),
  )
})
