import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { type CalculationInputs, calculate, saveCalculation, undoCalculation } from '../../../jobs/people'
import { verifyAudit } from '../../../jobs/shared/audit'
import { divideRounded } from '../../../jobs/values/money'
import { Problem } from '../../../jobs/values/problem'
import type { Month } from '../../../jobs/values/time'
import { openTestDb, testWrite } from '../../support/office-db'
import { importSalaries } from './builders'

const NOTHING: CalculationInputs = {
  employeeId: null,
  month: '2025-01' as Month,
  baseMinor: 0,
  overtimeHours: null,
  overtimeRateMinor: null,
  lateMinutes: null,
  lateRateMinor: null,
  tdsMinor: 0,
  advanceMinor: 0,
  incentiveMinor: 0,
  daysPresent: null,
  daysAbsent: null,
  absenceUnpaid: false,
}

/** The guide's own row of figures. */
const TYPED: Partial<CalculationInputs> = {
  baseMinor: 3_000_000,
  overtimeHours: '7.5',
  overtimeRateMinor: 20_000,
  lateMinutes: '30',
  lateRateMinor: 500,
  tdsMinor: 100_000,
  advanceMinor: 50_000,
  incentiveMinor: 25_000,
}

const office = (): Db => {
  const db = openTestDb()
  importSalaries(db, [{ employee_id: '1', name: 'Ana', department: 'Sales', salary: 100_000n }])
  return db
}
const save = (db: Db, inputs: Partial<CalculationInputs>, paid = false) => {
  const write = testWrite(db)
  const id = db.transaction(() => saveCalculation(write, { ...NOTHING, employeeId: 1, ...inputs }, paid))()
  return { id, write }
}
const undo = (db: Db, id: number) => db.transaction(() => undoCalculation(testWrite(db), id))()
const facts = (db: Db) => db.prepare('select * from salary_fact order by id').all()
const items = (db: Db) => db.prepare("select * from month_item where source = 'form' order by code").all()
const refused = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof Problem) return error.reason.code
    throw error
  }
  return 'nothing'
}

test('an office without components pays salary, overtime and incentive, less lateness, tax and advances', () => {
  const result = calculate(openTestDb(), { ...NOTHING, ...TYPED })
  expect(result).toMatchObject({ error: null, grossMinor: 3_175_000, deductionsMinor: 165_000, netMinor: 3_010_000 })
  expect(result.lines.map(({ code, amountMinor }) => [code, amountMinor])).toEqual([
    ['BASE', 3_000_000],
    ['OVERTIME', 150_000],
    ['INCENTIVE', 25_000],
    ['LATE', 15_000],
    ['TDS', 100_000],
    ['ADVANCE', 50_000],
  ])
})

test('whatever is typed, lines add up to gross and net, and absence takes off only where it is unpaid', () => {
  const db = openTestDb()
  const minor = fc.integer({ min: 0, max: 90_000_000 })
  const hours = fc.option(fc.integer({ min: 0, max: 600 }).map((quarter) => String(quarter / 4)))
  const typed = fc.record({
    baseMinor: minor,
    overtimeHours: hours,
    overtimeRateMinor: fc.integer({ min: 0, max: 50_000 }),
    lateMinutes: hours,
    lateRateMinor: fc.option(fc.integer({ min: 0, max: 500 })),
    tdsMinor: minor,
    advanceMinor: minor,
    incentiveMinor: minor,
    daysAbsent: fc.option(fc.integer({ min: 0, max: 31 }).map((halves) => String(halves / 2))),
    absenceUnpaid: fc.boolean(),
  })
  fc.assert(
    fc.property(typed, (some) => {
      const { lines, grossMinor, netMinor } = calculate(db, { ...NOTHING, ...some })
      const sum = (kind: string) => lines.reduce((all, one) => (one.kind === kind ? all + one.amountMinor : all), 0)
      expect(grossMinor).toBe(sum('earning'))
      expect(netMinor).toBe(sum('earning') - sum('deduction'))
      const base = lines.find(({ code }) => code === 'BASE')?.amountMinor ?? 0
      const absent = some.absenceUnpaid ? Number(some.daysAbsent ?? 0) * 2 : 0
      expect(base).toBe(Number(divideRounded(BigInt(some.baseMinor) * BigInt(62 - absent), 62n)))
    }),
    { numRuns: 150 },
  )
})

test('a saved calculation is a fact of the form, below the file’s, and its charts are rebuilt', () => {
  const db = office()
  const { write } = save(db, { ...TYPED, daysPresent: '20.5', daysAbsent: '1' })
  expect(write.enqueued).toMatchObject([{ task: 'people.sync_chart_data_batch', args: { month: 1, source: 'form' } }])
  expect(facts(db)).toMatchObject([
    { source: 'excel', gross_minor: 100_000 },
    { source: 'form', gross_minor: 3_175_000, net_minor: 3_010_000, overtime_minor: 150_000, present_halves: 41 },
  ])
  expect(items(db)).toEqual([])
})

test('undone, everything is as it was: nothing, the calculation before, and the items of the run', () => {
  const db = office()
  const nothing = [facts(db), items(db)]
  const first = save(db, TYPED, true)
  const one = [facts(db), items(db)]
  expect(items(db)).toMatchObject([
    { code: 'ADVANCE' },
    { code: 'INCENTIVE' },
    { code: 'LATE' },
    { code: 'OVERTIME' },
    { code: 'TDS' },
  ])
  const second = save(db, { baseMinor: 5_000 }, true)
  expect(items(db)).toEqual([])
  expect(refused(() => undo(db, first.id))).toBe('people.calculation_followed')
  undo(db, second.id)
  const strip = (state: unknown[][]) => state.map((rows) => rows.map((row) => ({ ...(row as object), id: 0 })))
  expect(strip([facts(db), items(db)])).toEqual(strip(one))
  expect(refused(() => undo(db, second.id))).toBe('people.calculation_undone')
  undo(db, first.id)
  expect([facts(db), items(db)]).toEqual(nothing)
  expect(verifyAudit(db, null)).toMatchObject({ ok: true })
})

test('what cannot be right is refused in words, and nothing is written', () => {
  const db = office()
  const before = [facts(db), items(db)]
  expect(refused(() => save(db, { employeeId: null }))).toBe('people.nobody_to_save_for')
  expect(refused(() => save(db, { employeeId: 99 }))).toBe('people.employee_not_found')
  expect(refused(() => save(db, { baseMinor: 100, tdsMinor: 200 }))).toBe('payroll.negative_net')
  expect(refused(() => save(db, { overtimeHours: '3' }))).toBe('payroll.item_without_rate')
  expect(refused(() => save(db, { daysPresent: '20.25' }))).toBe('people.not_half_days')
  expect(refused(() => save(db, { daysPresent: '32' }))).toBe('people.more_days_than_month')
  expect(refused(() => save(db, { daysPresent: '20', daysAbsent: '12' }))).toBe('people.days_exceed_month')
  expect(refused(() => undo(db, 7))).toBe('people.calculation_not_found')
  expect([facts(db), items(db)]).toEqual(before)
})
