import { expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import type { RunContext, TaskCall } from '../../../jobs/engine/define-task'
import { approvedFacts, chartsOfMonth } from '../../../jobs/people'
import chartSync from '../../../jobs/people/chart-sync-run'
import { knownEmployees } from '../../../jobs/people/known-employees'
import { cleanupCharts } from '../../../jobs/people/tasks/cleanup-charts'
import { syncChartData } from '../../../jobs/people/tasks/sync-chart-data'
import { verifyAudit } from '../../../jobs/shared/audit'
import { Problem } from '../../../jobs/values/problem'
import { type Instant, instant, type Month, type Zone } from '../../../jobs/values/time'
import { openTestDb, TEST_NOW, testWrite } from '../../support/office-db'
import { importSalaries } from './builders'

const january = '2025-01' as Month
const DAY = 86_400_000
const call = (now: Instant): TaskCall => ({ taskId: 1, attempt: 1, now, zone: 'Europe/Lisbon' as Zone })
const args = (given: unknown) => syncChartData.args.parse(given)
const ctx = { check() {} } as RunContext

/** load → run → commit, as the engine does; answers with the task's result. */
function sync(db: Db, now: Instant = TEST_NOW) {
  const input = args({ year: 2025, month: 'JAN', source: 'excel' })
  const loaded = syncChartData.load?.(db, input, call(now))
  if (!loaded) throw new Error('the task loads nothing')
  const output = chartSync(loaded, ctx)
  return db.transaction(() =>
    syncChartData.commit?.(testWrite(db, { now, actor: 'task:1' }), output, input, call(now)),
  )()
}

const team = [
  {
    employee_id: '1',
    name: 'Ana',
    department: 'Sales',
    salary: 100_000n,
    days: '20',
    absent: '2',
    ot: '10',
    charges: 500n,
  },
  { employee_id: '2', name: 'Rui', department: 'Sales', salary: 90_000n, days: '22', absent: '0' },
  { employee_id: '3', name: 'Eva', department: 'Stores', salary: 80_000n, tds: 8_000n },
  { employee_id: '4', name: 'Zoé', salary: 70_000n },
  {
    employee_id: '5',
    name: 'Old',
    department: 'Stores',
    salary: 60_000n,
    hire_date: '2010-01-01',
    termination_date: '2012-01-01',
  },
]

test('a month is rebuilt per department and in total; who was not employed is told apart', () => {
  const db = openTestDb()
  importSalaries(db, team)
  expect(sync(db)).toEqual({
    month: '2025-01',
    state: 'rebuilt',
    headcount: 4,
    sources: { payroll: 0, excel: 4, form: 0 },
    not_employed: 1,
  })
  const charts = chartsOfMonth(db, january)
  expect(charts.state).toBe('fresh')
  expect(charts.totals).toMatchObject([
    {
      headcount: 4,
      basic_minor: 340_000,
      gross_minor: 345_000,
      net_minor: 337_000,
      overtime_minor: 5_000,
      average_gross_minor: 86_250,
      median_gross_minor: 85_000,
      present_halves: 84,
      working_halves: 88,
      attendance_ppm: 954_545,
    },
  ])
  expect(
    charts.departments.map(({ department, headcount, gross_minor }) => [department, headcount, gross_minor]),
  ).toEqual([
    ['Sales', 2, 195_000],
    ['Stores', 1, 80_000],
    [null, 1, 70_000],
  ])
})

test('the same facts again are a no-op: no row, no audit entry, only the day it was looked at', () => {
  const db = openTestDb()
  importSalaries(db, team)
  sync(db)
  const rows = () => db.prepare('select * from chart_agg order by id').all() as { refreshed_at: number }[]
  const [before, entries] = [rows(), verifyAudit(db, null).entries]
  const later = instant(TEST_NOW + DAY)
  expect(sync(db, later)).toMatchObject({ state: 'unchanged', headcount: 4 })
  expect(rows()).toEqual(before.map((row) => ({ ...row, refreshed_at: later })))
  expect(verifyAudit(db, null)).toMatchObject({ ok: true, entries })
})

test('a month without facts is a no-op too, and one whose facts are gone loses its aggregates', () => {
  const db = openTestDb()
  expect(sync(db)).toMatchObject({ state: 'unchanged', headcount: 0 })
  importSalaries(db, team)
  sync(db)
  db.prepare('delete from salary_fact').run()
  expect(chartsOfMonth(db, january).state).toBe('stale')
  expect(sync(db)).toMatchObject({ state: 'rebuilt', headcount: 0 })
  expect(chartsOfMonth(db, january)).toMatchObject({ state: 'empty', totals: [], departments: [] })
})

test('what payroll approved replaces what a file said, per employee, and is never added to it', () => {
  const db = openTestDb()
  importSalaries(db, team)
  const [ana] = knownEmployees(db)
  const write = testWrite(db)
  const fact = { partyId: ana?.partyId ?? 0, basicMinor: 100_000, grossMinor: 111_000, netMinor: 99_000 }
  expect(db.transaction(() => approvedFacts(write, january, [fact]))()).toEqual({ changed: 1 })
  expect(write.enqueued).toMatchObject([
    { task: 'people.sync_chart_data_batch', args: { year: 2025, month: 1, source: 'payroll' } },
  ])
  expect(sync(db)).toMatchObject({ headcount: 4, sources: { payroll: 1, excel: 3, form: 0 } })
  expect(chartsOfMonth(db, january).totals).toMatchObject([{ gross_minor: 351_000 }])
  expect(db.transaction(() => approvedFacts(testWrite(db), january, [fact]))()).toEqual({ changed: 0 })
})

test('the version changes when a fact, somebody’s dates or the aggregates change, and only then', () => {
  const db = openTestDb()
  importSalaries(db, team)
  const version = () => syncChartData.version?.(db, args({ year: 2025, month: 1 }), call(TEST_NOW))
  const versions = [version()]
  const step = (sql: string) => {
    db.prepare(sql).run()
    versions.push(version())
  }
  step('update salary_fact set net_minor = net_minor + 1 where party_id = 1')
  step("update party_role set to_on = '2024-12-31' where party_id = 2")
  step('delete from salary_fact where party_id = 3')
  sync(db)
  versions.push(version())
  expect(new Set(versions).size).toBe(versions.length)
  db.prepare("update party set phone = '1'").run()
  db.prepare("update salary_fact set month = '2024-12' where party_id = 99").run()
  expect(version()).toBe(versions.at(-1))
})

test('the guide’s arguments are accepted and an unknown month is refused in words, never taken for January', () => {
  expect(syncChartData.positional).toEqual(['tenant_id', 'year', 'month', 'source'])
  expect(args({ tenant_id: 7, year: 2025, month: 'JAN', source: 'excel' })).toMatchObject({ year: 2025, month: 1 })
  expect(syncChartData.key?.(args({ year: '2025', month: 'January' }))).toBe('2025-01')
  expect(args(args({ year: '2025', month: 'JAN' }))).toEqual(args({ year: 2025, month: 1 }))
  expect(() => args({ year: 2025, month: 'JANUAR1' })).toThrow(Problem)
  expect(() => args({ year: 25, month: 'JAN' })).toThrow(Problem)
})

test('aggregates nobody refreshed for 90 days are dropped and named; facts stay and the month is rebuilt on demand', () => {
  const db = openTestDb()
  importSalaries(db, team)
  sync(db)
  const clean = (now: Instant) => {
    const loaded = cleanupCharts.load?.(db, {}, call(now))
    if (!loaded) throw new Error('the task loads nothing')
    return db.transaction(() =>
      cleanupCharts.commit?.(testWrite(db, { now, actor: 'task:2' }), loaded, {}, call(now)),
    )()
  }
  expect(clean(instant(TEST_NOW + 90 * DAY))).toEqual({ months: 0, rows: 0, dropped: [] })
  expect(clean(instant(TEST_NOW + 90 * DAY + 1))).toEqual({
    months: 1,
    rows: 4,
    dropped: [{ month: '2025-01', rows: 4, refreshed_at: '2026-01-02T09:00:00.000Z' }],
  })
  expect(db.prepare('select count(*) from salary_fact').pluck().get()).toBe(5)
  expect(chartsOfMonth(db, january).state).toBe('missing')
  expect(sync(db)).toMatchObject({ state: 'rebuilt', headcount: 4 })
})
