import { expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { approvedFacts, chartPeopleOf, chartSeries, chartsOfMonth } from '../../../jobs/people'
import { giveRole } from '../../../jobs/shared/parties'
import type { LocalDate, Month } from '../../../jobs/values/time'
import { openTestDb, testWrite } from '../../support/office-db'
import { importSalaries, JANUARY } from './builders'

const month = (text: string) => text as Month
const stale = (db: Db) => db.prepare('select month from chart_stale order by month').pluck().all()
const settle = (db: Db) => db.prepare('delete from chart_stale').run()

const salary = (n: number) => ({ employee_id: String(n), name: `Person ${n}`, department: 'Sales', salary: 100_000n })

test('an office without salaries has no months and nothing to draw', () => {
  const series = chartSeries(openTestDb(), { months: 24 }, 'EUR')
  expect(series).toMatchObject({ months: [], month: null, against: null, currency: 'EUR', trend: [], departments: [] })
  expect(series.toRebuild).toEqual([])
})

test('the range is of calendar months: one that nobody told of is a gap, and one far back moves the range to it', () => {
  const db = openTestDb()
  for (const [year, number] of [
    [2024, 1],
    [2026, 1],
    [2026, 3],
  ] as const) {
    importSalaries(db, [salary(1)], { ...JANUARY, year, month: number }, year + number)
  }
  const newest = chartSeries(db, { months: 3 }, 'EUR')
  expect(newest).toMatchObject({ month: '2026-03', against: '2026-01', months: ['2024-01', '2026-01', '2026-03'] })
  expect(newest.trend.map((one) => one.month)).toEqual(['2026-01', '2026-02', '2026-03'])
  const old = chartSeries(db, { months: 3, month: month('2024-01') }, 'EUR')
  expect(old).toMatchObject({ month: '2024-01', against: null })
  expect(old.trend.map((one) => one.month)).toEqual(['2024-01'])
  expect(chartSeries(db, { months: 24 }, 'EUR').trend).toHaveLength(24)
})

test('the database notes by itself which months no longer tell what the facts do', () => {
  const db = openTestDb()
  importSalaries(db, [salary(1), salary(2)])
  expect(stale(db)).toEqual(['2025-01'])
  settle(db)
  importSalaries(db, [salary(1), salary(2)])
  expect(stale(db)).toEqual([]) // the same file again
  db.prepare('delete from salary_fact where party_id = 1').run()
  expect(stale(db)).toEqual(['2025-01'])
  settle(db)
  const leaves = (party: number, to: string) =>
    giveRole(testWrite(db), party, { role: 'employee', to: to as LocalDate, origin: 'user:1' })
  leaves(2, '2025-01-01')
  expect(stale(db)).toEqual([]) // still counted in January
  leaves(2, '2024-12-31')
  expect(stale(db)).toEqual(['2025-01'])
  settle(db)
  leaves(1, '2024-12-31')
  expect(stale(db)).toEqual([]) // nobody has told anything of them any more
  db.prepare("update salary_fact set month = '2025-02'").run()
  expect(stale(db)).toEqual(['2025-01', '2025-02'])
})

test('a month of which only people who had left are told is built once, and not again at every opening', () => {
  const db = openTestDb()
  importSalaries(db, [{ ...salary(1), hire_date: '2010-01-01', termination_date: '2012-01-01' }])
  expect(chartsOfMonth(db, month('2025-01')).state).toBe('missing')
  settle(db)
  expect(chartsOfMonth(db, month('2025-01')).state).toBe('empty')
  expect(chartSeries(db, { months: 24 }, 'EUR').toRebuild).toEqual([])
})

test('what is approved keeps the days that a file told, since a pay run knows none', () => {
  const db = openTestDb()
  importSalaries(db, [{ ...salary(1), days: '20', absent: '2.5' }])
  const write = testWrite(db)
  const paid = { partyId: 1, basicMinor: 100_000, grossMinor: 120_000, netMinor: 90_000 }
  db.transaction(() => approvedFacts(write, month('2025-01'), [paid]))()
  const [one] = chartPeopleOf(db, { month: month('2025-01'), text: '' })
  expect(one).toMatchObject({ source: 'payroll', grossMinor: 120_000, presentHalves: 40, absentHalves: 5 })
})
