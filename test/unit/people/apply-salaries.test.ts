import { expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { contractsOf } from '../../../jobs/payroll'
import { departmentOf } from '../../../jobs/people'
import { knownEmployees } from '../../../jobs/people/known-employees'
import { factsOf } from '../../../jobs/people/salary-facts'
import type { LocalDate, Month } from '../../../jobs/values/time'
import { openTestDb } from '../../support/office-db'
import { importSalaries, JANUARY } from './builders'

const FEBRUARY = { ...JANUARY, month: 2 }
const january = '2025-01' as Month
const items = (db: Db) =>
  db
    .prepare('select month, source, code, amount_minor, quantity, rate_minor from month_item order by month, code')
    .all()
const audits = (db: Db) => db.prepare('select count(*) from audit').pluck().get()

test('a row makes party, role, department, contract, fact and the month’s items', () => {
  const db = openTestDb()
  const row = {
    employee_id: '007',
    name: 'Ana Costa',
    department: 'Sales',
    email: 'ana@example.org',
    salary: 100_000n,
    days: '20.5',
    absent: '0.5',
    ot: '10',
    charges: 500n,
    late: '30',
    charge: 10n,
    tds: 3_000n,
    advance: 2_000n,
    total_old_adv: 9_000n,
    incentive: 1_000n,
    hire_date: '2024-05-02',
  }
  const { entities, write } = importSalaries(db, [row])
  const [ana] = knownEmployees(db)
  expect(ana).toMatchObject({
    ref: '007',
    name: 'Ana Costa',
    department: 'Sales',
    email: 'ana@example.org',
    from: '2024-05-02',
    to: null,
  })
  expect(entities.get(2)).toBe(`party:${ana?.partyId}`)
  expect(contractsOf(db)).toEqual([{ partyId: ana?.partyId, from: '2024-05-02', to: null, baseMinor: 100_000 }])
  expect(factsOf(db, january, 'excel')).toMatchObject([
    {
      basicMinor: 100_000,
      grossMinor: 106_000,
      netMinor: 100_700,
      overtimeMinor: 5_000,
      lateMinor: 300,
      tdsMinor: 3_000,
      advanceMinor: 2_000,
      incentiveMinor: 1_000,
      advancesOpenMinor: 9_000,
      presentHalves: 41,
      absentHalves: 1,
      departmentId: ana?.departmentId,
      currency: 'EUR',
    },
  ])
  expect(items(db)).toEqual([
    { month: '2025-01', source: 'excel', code: 'ADVANCE', amount_minor: 2_000, quantity: null, rate_minor: null },
    { month: '2025-01', source: 'excel', code: 'INCENTIVE', amount_minor: 1_000, quantity: null, rate_minor: null },
    { month: '2025-01', source: 'excel', code: 'LATE', amount_minor: null, quantity: '30', rate_minor: 10 },
    { month: '2025-01', source: 'excel', code: 'OVERTIME', amount_minor: null, quantity: '10', rate_minor: 500 },
    { month: '2025-01', source: 'excel', code: 'TDS', amount_minor: 3_000, quantity: null, rate_minor: null },
  ])
  expect(write.enqueued).toEqual([
    { task: 'people.sync_chart_data_batch', args: { year: 2025, month: 1, source: 'excel' } },
  ])
})

test('the same rows again are all unchanged and change nothing', () => {
  const db = openTestDb()
  const rows = [
    {
      employee_id: '1',
      name: 'Ana',
      department: 'Sales',
      salary: 100_000n,
      ot: '2',
      charges: 500n,
      hire_date: '2024-05-02',
    },
    { name: 'Rui', salary: 90_000n },
    { employee_id: '3', name: 'Eva', hire_date: '2010-01-01', termination_date: '2012-06-30', salary: 80_000n },
    { employee_id: '4', name: 'Zoé' },
  ]
  expect(importSalaries(db, rows).outcomes).toEqual(['create', 'create', 'create', 'create'])
  const before = db.serialize()
  expect(importSalaries(db, rows).outcomes).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged'])
  expect(db.serialize().equals(before)).toBe(true)
})

test('without a hire date the contract begins on the 1st of the month, and an earlier month reaches back', () => {
  const db = openTestDb()
  const row = { employee_id: '1', name: 'Ana', salary: 100_000n }
  importSalaries(db, [row], FEBRUARY)
  expect(contractsOf(db)).toMatchObject([{ from: '2025-02-01', baseMinor: 100_000 }])
  importSalaries(db, [{ ...row, salary: 95_000n }], JANUARY)
  expect(contractsOf(db)).toMatchObject([
    { from: '2025-01-01', to: '2025-01-31', baseMinor: 95_000 },
    { from: '2025-02-01', to: null, baseMinor: 100_000 },
  ])
})

test('a changed salary changes the base from the 1st of its month; earlier months keep theirs', () => {
  const db = openTestDb()
  const row = { employee_id: '1', name: 'Ana', salary: 100_000n, hire_date: '2024-05-02' }
  importSalaries(db, [row])
  importSalaries(db, [{ ...row, salary: 110_000n }], FEBRUARY)
  expect(contractsOf(db)).toMatchObject([
    { from: '2024-05-02', to: '2025-01-31', baseMinor: 100_000 },
    { from: '2025-02-01', to: null, baseMinor: 110_000 },
  ])
})

test('a missing salary makes an employee whose contract has no base, without a fact; a later file brings it', () => {
  const db = openTestDb()
  const row = { employee_id: '1', name: 'Ana', tds: 500n, hire_date: '2024-05-02' }
  const { warnings } = importSalaries(db, [row])
  expect(warnings).toEqual(['people.salary_missing_left'])
  expect(contractsOf(db)).toMatchObject([{ from: '2024-05-02', to: null, baseMinor: null }])
  expect(factsOf(db, january, 'excel')).toEqual([])
  expect(items(db)).toEqual([])
  importSalaries(db, [{ ...row, salary: 100_000n }])
  expect(contractsOf(db).at(-1)).toMatchObject({ from: '2025-01-01', to: null, baseMinor: 100_000 })
  expect(factsOf(db, january, 'excel')).toHaveLength(1)
})

test('somebody who has left keeps a contract that has ended', () => {
  const db = openTestDb()
  importSalaries(db, [
    { employee_id: '1', name: 'Ana', salary: 100_000n, hire_date: '2010-05-02', termination_date: '2012-01-31' },
  ])
  expect(contractsOf(db)).toMatchObject([{ from: '2010-05-02', to: '2012-01-31', baseMinor: 100_000 }])
})

test('a newer file of the month replaces its items and its fact', () => {
  const db = openTestDb()
  const row = { employee_id: '1', name: 'Ana', salary: 100_000n, hire_date: '2024-05-02' }
  importSalaries(db, [{ ...row, tds: 700n, incentive: 300n }])
  importSalaries(db, [{ ...row, incentive: 400n }])
  expect(items(db)).toMatchObject([{ code: 'INCENTIVE', amount_minor: 400 }])
  expect(factsOf(db, january, 'excel')).toMatchObject([{ tdsMinor: 0, incentiveMinor: 400, netMinor: 100_400 }])
  importSalaries(db, [row])
  expect(items(db)).toEqual([])
})

test('a file never renames anybody; department, address and dates it may change', () => {
  const db = openTestDb()
  importSalaries(db, [
    { employee_id: '1', name: 'Ana Costa', department: 'Sales', salary: 100_000n, hire_date: '2024-05-02' },
  ])
  importSalaries(
    db,
    [
      {
        employee_id: '1',
        name: 'A. Costa',
        department: 'Stores',
        email: 'a@example.org',
        salary: 100_000n,
        termination_date: '2025-06-30',
      },
    ],
    FEBRUARY,
  )
  const [ana] = knownEmployees(db)
  expect(ana).toMatchObject({ name: 'Ana Costa', department: 'Stores', email: 'a@example.org', to: '2025-06-30' })
  expect(departmentOf(db, ana?.partyId ?? 0)?.name).toBe('Stores')
  expect(contractsOf(db)).toMatchObject([{ from: '2024-05-02' as LocalDate, to: '2025-06-30' }])
  expect(factsOf(db, january, 'excel')[0]?.departmentId).not.toBe(ana?.departmentId)
})

test('departments that differ in case and blanks are one, and empty cells leave what is known', () => {
  const db = openTestDb()
  importSalaries(db, [
    { employee_id: '1', name: 'Ana', department: 'Human Resources', salary: 1n },
    { employee_id: '2', name: 'Rui', department: 'HUMAN  resources', salary: 1n },
  ])
  expect(db.prepare('select name from department').pluck().all()).toEqual(['Human Resources'])
  importSalaries(db, [{ employee_id: '1', salary: 2n }])
  expect(knownEmployees(db)[0]).toMatchObject({ name: 'Ana', department: 'Human Resources' })
})

test('a batch writes no audit entries of its own rows', () => {
  const db = openTestDb()
  const before = audits(db)
  importSalaries(db, [
    { employee_id: '1', name: 'Ana', department: 'Sales', salary: 1n, tds: 1n, termination_date: '2025-06-30' },
  ])
  importSalaries(db, [{ employee_id: '1', email: 'a@example.org', salary: 2n }], FEBRUARY)
  expect(audits(db)).toBe(before)
})
