import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workingDays } from '../../../../jobs/engine/scheduler'
import type { AutomationRule } from '../../../../jobs/payroll/rules/automation-rule'
import { dueInstant, isTooLate } from '../../../../jobs/payroll/rules/due-instant'
import { addDays, dateIn, instant, type LocalDate, toIso, type Zone } from '../../../../jobs/values/time'

const UTC = 'UTC' as Zone
const LISBON = 'Europe/Lisbon' as Zone
const date = (text: string) => text as LocalDate
const period = (start: string, end: string) => ({ start: date(start), end: date(end) })
const february2024 = period('2024-02-01', '2024-02-29')
const february2023 = period('2023-02-01', '2023-02-28')
const january2019 = period('2019-01-01', '2019-01-31')
/** Monday to Friday, without Christmas and New Year's Day. */
const calendar = workingDays([1, 2, 3, 4, 5], [date('2026-12-25'), date('2027-01-01')])
const due = (rule: AutomationRule, of: { start: LocalDate; end: LocalDate }, zone = UTC) => {
  const found = dueInstant(rule, of, zone, calendar)
  return `${toIso(found.at).slice(0, 16)}${found.noTick ? ' no tick' : ''}`
}

describe('the due instant of a period', () => {
  it('is the gate day at 02:00 for days before the end', () => {
    expect(due({ days_before_end: 5 }, february2024)).toBe('2024-02-24T02:00')
    expect(due({ days_before_end: 0 }, february2024)).toBe('2024-02-29T02:00')
  })

  it('is 02:00 of a day that is named', () => {
    expect(due({ run_on_date: date('2024-02-28') }, february2024)).toBe('2024-02-28T02:00')
    expect(due({ run_on_date: date('2024-03-05') }, february2024)).toBe('2024-03-05T02:00')
  })

  it('is the first tick of a cron expression in the period', () => {
    expect(due({ cron: '0 2 28 * *' }, february2024)).toBe('2024-02-28T02:00')
    expect(due({ cron: '30 6 * * 1' }, february2024)).toBe('2024-02-05T06:30')
    expect(due({ cron: '0 0 1 * *' }, february2024)).toBe('2024-02-01T00:00')
  })

  it('lets a daily cron run on the gate day, not on the first day of the period', () => {
    expect(due({ days_before_end: 5, cron: '0 2 * * *' }, february2024)).toBe('2024-02-24T02:00')
    expect(due({ days_before_end: 3, cron: '0 2 * * *' }, january2019)).toBe('2019-01-28T02:00')
  })

  it('lets a monthly cron run behind the gate, which a strict AND never would', () => {
    expect(due({ days_before_end: 3, cron: '0 2 28 * *' }, february2024)).toBe('2024-02-28T02:00')
    expect(due({ days_before_end: 3, cron: '0 2 28 * *' }, february2023)).toBe('2023-02-28T02:00')
  })

  it('lets a named day win over days before the end', () => {
    const rule = { days_before_end: 3, run_on_date: date('2024-02-10'), cron: '0 5 * * *' }
    expect(due(rule, february2024)).toBe('2024-02-10T05:00')
  })

  it('falls back to the gate day at 02:00 where no tick lies between gate and end, and says so', () => {
    expect(due({ days_before_end: 3, cron: '0 2 1 * *' }, february2024)).toBe('2024-02-26T02:00 no tick')
    expect(due({ cron: '0 2 31 * *' }, february2024)).toBe('2024-02-01T02:00 no tick')
    expect(due({ run_on_date: date('2024-03-02'), cron: '0 2 * * *' }, february2024)).toBe('2024-03-02T02:00 no tick')
  })

  it('takes a tick of the last day, up to its midnight in the office', () => {
    expect(due({ days_before_end: 0, cron: '59 23 * * *' }, february2024)).toBe('2024-02-29T23:59')
    expect(due({ days_before_end: 0, cron: '59 23 * * *' }, february2024, 'America/New_York' as Zone)).toBe(
      '2024-03-01T04:59',
    )
  })

  it('is wall-clock time of the office, winter and summer', () => {
    expect(due({ days_before_end: 0 }, period('2024-07-01', '2024-07-31'), LISBON)).toBe('2024-07-31T01:00')
    expect(due({ days_before_end: 0 }, january2019, LISBON)).toBe('2019-01-31T02:00')
    expect(due({ days_before_end: 0 }, january2019, 'Asia/Kolkata' as Zone)).toBe('2019-01-30T20:30')
  })

  it('runs at the change of the clock where 02:00 does not exist that day', () => {
    // New York springs from 02:00 to 03:00 on 10 March 2024, 07:00 UTC.
    const march = period('2024-03-01', '2024-03-31')
    expect(due({ run_on_date: date('2024-03-10') }, march, 'America/New_York' as Zone)).toBe('2024-03-10T07:00')
  })

  it('lies on the gate day or later, and within the period unless a day behind it is named', () => {
    const rules = fc.record(
      {
        days_before_end: fc.nat({ max: 27 }),
        cron: fc.constantFrom('0 2 * * *', '0 2 28 * *', '15 9 * * 1', '0 2 */2 * *', '0 2 31 12 *', '59 23 * * 5'),
      },
      { requiredKeys: [] },
    )
    const zones = fc.constantFrom('UTC', 'Europe/Lisbon', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia')
    fc.assert(
      fc.property(rules, zones, fc.nat({ max: 400 }), (rule, zone, months) => {
        if (Object.keys(rule).length === 0) return
        const start = date(new Date(Date.UTC(1995, months, 1)).toISOString().slice(0, 10))
        const end = date(new Date(Date.UTC(1995, months + 1, 0)).toISOString().slice(0, 10))
        const found = dueInstant(rule, { start, end }, zone as Zone, calendar)
        const on = dateIn(found.at, zone as Zone)
        expect(on >= found.gateOn && on <= end).toBe(true)
        expect(found.gateOn).toBe(rule.days_before_end === undefined ? start : addDays(end, -rule.days_before_end))
      }),
    )
  })
})

describe('a rule that keeps to working days', () => {
  const november2026 = period('2026-11-01', '2026-11-30')
  const december2026 = period('2026-12-01', '2026-12-31')
  const january2027 = period('2027-01-01', '2027-01-31')
  const moved = (rule: AutomationRule, of: { start: LocalDate; end: LocalDate }) =>
    dueInstant(rule, of, UTC, calendar).movedFrom

  it('moves a Saturday to the Friday before or the Monday after, and keeps the time', () => {
    const saturday = { days_before_end: 2, time: '18:30' }
    expect(due(saturday, november2026)).toBe('2026-11-28T18:30')
    expect(due({ ...saturday, working_day: 'before' }, november2026)).toBe('2026-11-27T18:30')
    expect(due({ ...saturday, working_day: 'after' }, november2026)).toBe('2026-11-30T18:30')
    expect(moved({ ...saturday, working_day: 'after' }, november2026)).toBe('2026-11-28')
  })

  it('moves a holiday, and leaves a working day where it is', () => {
    expect(due({ run_on_date: date('2026-12-25'), working_day: 'before' }, december2026)).toBe('2026-12-24T02:00')
    expect(due({ days_before_end: 0, working_day: 'before' }, december2026)).toBe('2026-12-31T02:00')
    expect(moved({ days_before_end: 0, working_day: 'before' }, december2026)).toBeNull()
  })

  it('moves the day of a cron tick, at the tick’s own time', () => {
    expect(due({ cron: '15 9 28 * *', working_day: 'before' }, november2026)).toBe('2026-11-27T09:15')
    expect(due({ days_before_end: 1, cron: '15 9 * * *', working_day: 'after' }, november2026)).toBe('2026-11-30T09:15')
  })

  it('never moves before the period begins: New Year’s Day goes to the next working day', () => {
    expect(due({ cron: '0 2 1 * *', working_day: 'before' }, january2027)).toBe('2027-01-04T02:00')
  })

  it('lies on a working day within what the period may have, or on its own day where there is none near', () => {
    const rules = fc.record(
      {
        days_before_end: fc.nat({ max: 27 }),
        cron: fc.constantFrom('0 2 * * *', '0 2 28 * *', '15 9 * * 6', '0 2 1 * *'),
        working_day: fc.constantFrom('before' as const, 'after' as const),
      },
      { requiredKeys: ['days_before_end', 'working_day'] },
    )
    const closed = fc.uniqueArray(fc.nat({ max: 400 }), { maxLength: 120 })
    fc.assert(
      fc.property(
        rules,
        closed,
        fc.nat({ max: 11 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        (rule, off, month, week) => {
          const start = date(new Date(Date.UTC(2027, month, 1)).toISOString().slice(0, 10))
          const end = date(new Date(Date.UTC(2027, month + 1, 0)).toISOString().slice(0, 10))
          const holidays = new Set(off.map((one) => addDays(date('2026-12-01'), one)))
          const days = workingDays(week, holidays)
          const isOpen = (day: LocalDate) =>
            week.includes(new Date(`${day}T00:00:00Z`).getUTCDay() || 7) && !holidays.has(day)
          const found = dueInstant(rule, { start, end }, UTC, days)
          const { working_day: _, ...unmoved } = rule
          const plain = dateIn(dueInstant(unmoved, { start, end }, UTC, days).at, UTC)
          const on = dateIn(found.at, UTC)
          expect(found.movedFrom).toBe(on === plain ? null : plain)
          if (isOpen(plain)) expect(on).toBe(plain)
          const room = Array.from({ length: 38 }, (_, n) => addDays(start, n)).filter((day) => day <= addDays(end, 7))
          if (room.some(isOpen)) expect([on, isOpen(on)]).toEqual([on, true])
          else expect(on).toBe(plain)
          expect(on >= start && on <= addDays(end, 7)).toBe(true)
        },
      ),
    )
  })
})

describe('a period that was not run', () => {
  it('is too late from the eighth day after its end', () => {
    expect(isTooLate(february2024, instant(Date.UTC(2024, 2, 7, 23, 59)), UTC)).toBe(false)
    expect(isTooLate(february2024, instant(Date.UTC(2024, 2, 8, 0, 0)), UTC)).toBe(true)
  })
})
