import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contractsOf, setBasePay, setEmployment } from '../../../jobs/payroll'
import { decideEmployment, type EmploymentFacts, type KnownContract } from '../../../jobs/people/rules/employment'
import type { LocalDate, Month } from '../../../jobs/values/time'
import { openTestDb, testWrite } from '../../support/office-db'
import { importSalaries } from './builders'

const date = (text: string) => text as LocalDate
const stretch = (from: string, to: string | null, baseMinor: number | null): KnownContract => ({
  partyId: 1,
  from: date(from),
  to: to === null ? null : date(to),
  baseMinor,
})
const decide = (facts: Partial<EmploymentFacts>) =>
  decideEmployment({
    month: '2025-01' as Month,
    hiredOn: null,
    leftOn: null,
    baseMinor: 1_000,
    knownFrom: null,
    knownTo: null,
    nextTold: null,
    contracts: [],
    ...facts,
  })

describe('a contract', () => {
  test('of somebody new begins with the hire date, else with what is known, else on the 1st of the month', () => {
    expect(decide({ hiredOn: date('2024-05-02') }).base).toEqual({ baseMinor: 1_000, from: '2024-05-02' })
    expect(decide({ knownFrom: date('2023-01-09') }).base).toEqual({ baseMinor: 1_000, from: '2023-01-09' })
    expect(decide({}).base).toEqual({ baseMinor: 1_000, from: '2025-01-01' })
    expect(decide({ baseMinor: null }).base).toEqual({ baseMinor: null, from: '2025-01-01' })
  })

  test('that begins within the month changes its base from its own start', () => {
    const contracts = [stretch('2025-01-13', null, 900)]
    expect(decide({ contracts, knownFrom: date('2025-01-13') }).base).toEqual({ baseMinor: 1_000, from: '2025-01-13' })
  })

  test('keeps its base where the file tells none or the same', () => {
    const contracts = [stretch('2024-01-01', null, 1_000)]
    expect(decide({ contracts }).base).toBeNull()
    expect(decide({ contracts, baseMinor: null }).base).toBeNull()
  })

  test('that is known to change within the month keeps both bases where the file tells the second', () => {
    const contracts = [stretch('2024-01-01', '2025-01-15', 900), stretch('2025-01-16', null, 1_000)]
    expect(decide({ contracts })).toMatchObject({ base: null, datesChange: false })
    expect(decide({ contracts, baseMinor: 900 }).base).toBeNull()
    expect(decide({ contracts, baseMinor: 1_100 }).base).toEqual({ baseMinor: 1_100, from: '2025-01-01' })
  })

  test('that lacks a base gets it, also where the month lies after its end', () => {
    expect(decide({ contracts: [stretch('2020-01-01', '2021-12-31', null)] })).toMatchObject({
      inMonth: false,
      base: { baseMinor: 1_000, from: '2020-01-01' },
    })
  })

  test('of an earlier employment keeps its dates, and a month between two employments hires nobody', () => {
    const contracts = [stretch('2010-01-01', '2012-12-31', 500), stretch('2026-01-01', null, 900)]
    expect(decide({ contracts })).toMatchObject({ inMonth: false, base: null, baseLeft: true, datesChange: false })
    expect(decide({ contracts, month: '2011-06' as Month })).toMatchObject({
      inMonth: true,
      datesChange: false,
      base: { baseMinor: 1_000, from: '2011-06-01' },
      baseBefore: 500,
    })
    expect(decide({ contracts, hiredOn: date('2026-01-01'), month: '2026-03' as Month })).toMatchObject({
      datesChange: false,
      base: { baseMinor: 1_000, from: '2026-03-01' },
    })
  })
})

test('files in any order of months: each month ends with the salary its last file told, and the last file is then unchanged', () => {
  const file = fc.record({ month: fc.integer({ min: 1, max: 6 }), salary: fc.integer({ min: 1, max: 4 }) })
  const start = fc.option(fc.constantFrom('2024-06-15', '2025-02-10', '2025-04-01'))
  fc.assert(
    fc.property(fc.array(file, { minLength: 1, maxLength: 6 }), start, (files, hired) => {
      const db = openTestDb()
      const rowOf = (salary: number) => ({
        employee_id: '1',
        name: 'Ana',
        salary: BigInt(salary),
        ...(hired ? { hire_date: hired } : {}),
      })
      for (const { month, salary } of files) {
        importSalaries(db, [rowOf(salary)], { year: 2025, month, salary_period: 'monthly' })
      }
      const contracts = contractsOf(db)
      const told = new Map(files.map(({ month, salary }) => [month, salary]))
      for (const [month, salary] of told) {
        const day = [`2025-0${month}-01`, hired ?? ''].sort()[1] ?? ''
        if (day.slice(0, 7) !== `2025-0${month}`) continue
        const covering = contracts.filter((one) => one.from <= day && (one.to === null || one.to >= day))
        expect([files, month, covering.map((one) => one.baseMinor)]).toEqual([files, month, [salary]])
      }
      const last = files.at(-1)
      if (!last) return
      const again = importSalaries(db, [rowOf(last.salary)], {
        year: 2025,
        month: last.month,
        salary_period: 'monthly',
      })
      expect(again.outcomes).toEqual(['unchanged'])
    }),
    {
      numRuns: 60,
      examples: [
        // January's 4 joins March's 4, which must not be taken for January's when February is told to go on.
        [
          [
            { month: 2, salary: 1 },
            { month: 3, salary: 4 },
            { month: 1, salary: 4 },
          ],
          '2024-06-15',
        ],
        [
          [
            { month: 2, salary: 1 },
            { month: 3, salary: 4 },
            { month: 1, salary: 4 },
            { month: 1, salary: 1 },
          ],
          '2024-06-15',
        ],
      ],
    },
  )
})

test('somebody who left and came back has both employments after a file', () => {
  const db = openTestDb()
  importSalaries(
    db,
    [{ employee_id: '1', name: 'Ana', salary: 500n, hire_date: '2010-01-01', termination_date: '2012-12-31' }],
    { year: 2011, month: 1, salary_period: 'monthly' },
  )
  db.prepare("update party_role set from_on = '2024-03-01', to_on = null").run()
  setEmployment(testWrite(db), { partyId: 1, from: date('2024-03-01'), to: null, origin: 'user:1' })
  importSalaries(db, [{ employee_id: '1', salary: 900n }])
  expect(contractsOf(db)).toMatchObject([
    { from: '2010-01-01', to: '2012-12-31', baseMinor: 500 },
    { from: '2024-03-01', to: '2024-12-31', baseMinor: null },
    { from: '2025-01-01', to: null, baseMinor: 900 },
  ])
  expect(importSalaries(db, [{ employee_id: '1', salary: 900n }]).outcomes).toEqual(['unchanged'])
})

test('a raise typed for a day within the month survives the month’s file that tells the new salary', () => {
  const raise = fc.record({
    day: fc.integer({ min: 2, max: 28 }),
    before: fc.integer({ min: 1, max: 9 }),
    after: fc.integer({ min: 1, max: 9 }),
  })
  fc.assert(
    fc.property(raise, ({ day, before, after }) => {
      const db = openTestDb()
      const months = { year: 2025, salary_period: 'monthly' } as const
      const row = { employee_id: '1', name: 'Ana', hire_date: '2024-06-15' }
      importSalaries(db, [{ ...row, salary: BigInt(before) }], { ...months, month: 1 })
      const partyId = contractsOf(db)[0]?.partyId ?? 0
      const from = `2025-02-${String(day).padStart(2, '0')}` as LocalDate
      setBasePay(testWrite(db), { partyId, baseMinor: after, from, origin: 'user:1' })
      const typed = contractsOf(db)
      importSalaries(db, [{ ...row, salary: BigInt(after) }], { ...months, month: 2 })
      expect(contractsOf(db)).toEqual(typed)
    }),
    { numRuns: 40 },
  )
})

test('a base pay that only ends sooner still says where it came from', () => {
  const db = openTestDb()
  const row = { employee_id: '1', name: 'Ana', salary: 1_000n, hire_date: '2024-06-15' }
  importSalaries(db, [row], { year: 2025, month: 1, salary_period: 'monthly' })
  const sql = 'select from_on, origin from contract order by from_on'
  const origins = () => db.prepare(sql).raw().all()
  const partyId = contractsOf(db)[0]?.partyId ?? 0
  const before = origins()
  const write = testWrite(db)
  setBasePay(write, { partyId, baseMinor: 2_000, from: date('2025-02-16'), origin: 'user:1' })
  expect(origins()).toEqual([...before, ['2025-02-16', 'user:1']])
  setEmployment(write, { partyId, from: date('2024-06-15'), to: date('2025-01-31'), origin: 'user:1' })
  expect(origins()).toEqual(before)
})
