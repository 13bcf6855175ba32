import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { insertDepartment } from '../../../db/queries/people/departments'
import type { RunContext, TaskCall } from '../../../jobs/engine/define-task'
import { chartPeopleOf, chartSeries } from '../../../jobs/people'
import chartSync from '../../../jobs/people/chart-sync-run'
import type { FactSource } from '../../../jobs/people/rules/facts'
import { putFact } from '../../../jobs/people/salary-facts'
import { syncChartData } from '../../../jobs/people/tasks/sync-chart-data'
import { createParty, giveRole } from '../../../jobs/shared/parties'
import type { LocalDate, Month, Zone } from '../../../jobs/values/time'
import { openTestDb, TEST_NOW, testWrite } from '../../support/office-db'

const january = '2025-01' as Month
const call: TaskCall = { taskId: 1, attempt: 1, now: TEST_NOW, zone: 'Europe/Lisbon' as Zone }

function sync(db: Db): void {
  const args = syncChartData.args.parse({ year: 2025, month: 1, source: 'excel' })
  const loaded = syncChartData.load?.(db, args, call)
  if (!loaded) throw new Error('the task loads nothing')
  const output = chartSync(loaded, { check() {} } as RunContext)
  db.transaction(() => syncChartData.commit?.(testWrite(db, { actor: 'task:1' }), output, args, call))()
}

type Told = { source: FactSource; gross: number; net: number; department: number | null; days: [number, number] | null }
type Person = { left: boolean; told: Told[] }

const PEOPLE = 12
const DEPARTMENTS = 3

/** An office of people and departments without facts, made once: a run of the property writes and removes facts only. */
function office(): Db {
  const db = openTestDb()
  const write = testWrite(db)
  for (let n = 1; n <= DEPARTMENTS; n++) {
    insertDepartment(db, { name: `Team ${n}`, folded: `team ${n}`, origin: 'user:1', created_at: TEST_NOW })
  }
  for (let n = 1; n <= PEOPLE; n++) {
    const id = createParty(write, { kind: 'person', name: `Person ${n % 5}`, origin: 'user:1' })
    giveRole(write, id, { role: 'employee', externalRef: `E${n}`, origin: 'user:1' })
  }
  return db
}

function tell(db: Db, people: Person[]): void {
  const write = testWrite(db)
  const ids = db
    .prepare(`select party_id from party_role where role = 'employee' order by party_id`)
    .pluck()
    .all() as number[]
  db.prepare('delete from salary_fact').run()
  for (const [at, { left, told }] of people.entries()) {
    const partyId = ids[at] ?? 0
    giveRole(write, partyId, { role: 'employee', to: left ? ('2024-06-30' as LocalDate) : null, origin: 'user:1' })
    for (const { source, gross, net, department, days } of told) {
      const zero = { overtimeMinor: gross % 7, lateMinor: 0, tdsMinor: 0, advanceMinor: 0, incentiveMinor: 0 }
      const untold = { overtimeHours: null, lateMinutes: null, advancesOpenMinor: null, statedNetMinor: null }
      const [presentHalves, absentHalves] = days ?? [null, null]
      const who = { partyId, month: january, source, departmentId: department, currency: gross % 3 ? 'EUR' : 'USD' }
      const fact = { ...who, ...zero, ...untold, basicMinor: gross, grossMinor: gross, netMinor: net }
      putFact(write, { ...fact, presentHalves, absentHalves }, null, 'user:1')
    }
  }
}

const toldBy = (source: FactSource): fc.Arbitrary<Told> =>
  fc.record({
    source: fc.constant(source),
    gross: fc.integer({ min: 0, max: 9_000_000 }),
    net: fc.integer({ min: -5_000, max: 9_000_000 }),
    department: fc.option(fc.integer({ min: 1, max: DEPARTMENTS })),
    days: fc.option(fc.tuple(fc.integer({ min: 0, max: 62 }), fc.integer({ min: 0, max: 62 }))),
  })

const anyPerson: fc.Arbitrary<Person> = fc.record({
  left: fc.boolean(),
  told: fc
    .tuple(fc.option(toldBy('payroll')), fc.option(toldBy('excel')), fc.option(toldBy('form')))
    .map((all) => all.filter((one) => one !== null)),
})

test('whatever is told, the people behind a bar add up to it, in every department and in all', () => {
  const db = office()
  fc.assert(
    fc.property(fc.array(anyPerson, { maxLength: PEOPLE }), (people) => {
      db.transaction(() => tell(db, people))()
      sync(db)
      for (const currency of ['EUR', 'USD']) {
        const { departments, totals } = chartSeries(db, { month: january, months: 1, currency }, 'EUR')
        const groups = [
          { of: undefined, row: totals.now },
          ...departments.map(({ id, now }) => ({ of: id ?? ('none' as const), row: now })),
        ]
        for (const { of, row } of groups) {
          const rows = chartPeopleOf(db, { month: january, currency, department: of, text: '' })
          const sum = (read: (one: (typeof rows)[number]) => number) => rows.reduce((all, one) => all + read(one), 0)
          const dayRows = rows.filter((one) => one.presentHalves !== null && one.absentHalves !== null)
          const present = dayRows.reduce((all, one) => all + (one.presentHalves ?? 0), 0)
          const working = dayRows.reduce((all, one) => all + (one.absentHalves ?? 0), present)
          expect(rows.length).toBe(row?.headcount ?? 0)
          expect(sum((one) => one.grossMinor)).toBe(row?.gross_minor ?? 0)
          expect(sum((one) => one.netMinor)).toBe(row?.net_minor ?? 0)
          expect(sum((one) => one.overtimeMinor)).toBe(row?.overtime_minor ?? 0)
          expect([present, working]).toEqual([row?.present_halves ?? 0, row?.working_halves ?? 0])
        }
        const heads = departments.reduce((all, { now }) => all + (now?.headcount ?? 0), 0)
        expect(heads).toBe(totals.now?.headcount ?? 0)
      }
      expect(chartSeries(db, { months: 24 }, 'EUR').toRebuild).toEqual([])
    }),
    { numRuns: 60 },
  )
})
