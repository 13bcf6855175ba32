import { expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import type { PlannedRow, Row } from '../../../jobs/imports/kind'
import { contractsOf, knownAccounts } from '../../../jobs/payroll'
import { applyEmployees } from '../../../jobs/people/kinds/apply-employees'
import { employeesKind } from '../../../jobs/people/kinds/employees'
import planEmployee from '../../../jobs/people/kinds/plan-employees'
import { knownEmployees } from '../../../jobs/people/known-employees'
import { openTestDb, testWrite } from '../../support/office-db'
import { importSalaries, OFFICE } from './builders'

const employeeRow = (values: Row): Row => ({
  ...Object.fromEntries(employeesKind.fields.map((field) => [field.name, null])),
  ...values,
})

function importEmployees(db: Db, rows: Row[]) {
  const write = testWrite(db, { actor: 'task:1' })
  const snapshot = employeesKind.snapshot(db, {}, OFFICE)
  const planned: PlannedRow[] = rows.map((values, i) => ({
    row: i + 2,
    values: employeeRow(values),
    plan: planEmployee(employeeRow(values), snapshot, {}, OFFICE),
  }))
  const good = planned.filter(({ plan }) => plan.outcome === 'create' || plan.outcome === 'update')
  db.transaction(() => applyEmployees(write, good, {}, { id: 9, sha256: '', fileName: '', origin: 'import:9' }))()
  return planned.map(({ plan }) => plan)
}

test('a file of numbers and addresses changes the addresses and nothing else, and shows before and after', () => {
  const db = openTestDb()
  importSalaries(db, [
    { employee_id: '1', name: 'Ana', department: 'Sales', salary: 100_000n, hire_date: '2024-05-02' },
    { employee_id: '2', name: 'Rui', email: 'rui@example.org', salary: 90_000n },
  ])
  const before = knownEmployees(db)
  const contracts = contractsOf(db)
  const plans = importEmployees(db, [
    { employee_id: '1', email: 'ana@example.org' },
    { employee_id: '2', email: 'rui@example.org' },
  ])
  expect(plans).toMatchObject([
    { outcome: 'update', changes: [{ field: 'email', before: null, after: 'ana@example.org' }], warnings: [] },
    { outcome: 'unchanged', changes: [] },
  ])
  expect(knownEmployees(db)).toEqual([{ ...before[0], email: 'ana@example.org' }, before[1]])
  expect(contractsOf(db)).toEqual(contracts)
})

test('somebody new is employed from their hire date, without a salary; without one there is no contract', () => {
  const db = openTestDb()
  importEmployees(db, [
    {
      employee_id: '1',
      name: 'Ana',
      hire_date: '2024-05-02',
      termination_date: '2025-05-01',
      phone: '+351 210 000 000',
    },
    { employee_id: '2', name: 'Rui' },
  ])
  expect(knownEmployees(db)).toMatchObject([
    { ref: '1', from: '2024-05-02', to: '2025-05-01', phone: '+351 210 000 000' },
    { ref: '2', from: null, to: null },
  ])
  expect(contractsOf(db)).toMatchObject([{ from: '2024-05-02', to: '2025-05-01', baseMinor: null }])
})

test('a file may rename somebody it knows by number, and moves the dates of the contract', () => {
  const db = openTestDb()
  importSalaries(db, [{ employee_id: '1', name: 'Ana Costa', salary: 100_000n, hire_date: '2024-05-02' }])
  const [plan] = importEmployees(db, [
    { employee_id: '1', name: 'Ana Lima', hire_date: '2024-04-01', termination_date: '2025-12-31' },
  ])
  expect(plan?.changes).toEqual([
    { field: 'name', before: 'Ana Costa', after: 'Ana Lima' },
    { field: 'hire_date', before: '2024-05-02', after: '2024-04-01' },
    { field: 'termination_date', before: null, after: '2025-12-31' },
  ])
  expect(knownEmployees(db)[0]).toMatchObject({ name: 'Ana Lima', from: '2024-04-01', to: '2025-12-31' })
  expect(contractsOf(db)).toMatchObject([{ from: '2024-04-01', to: '2025-12-31', baseMinor: 100_000 }])
})

test('somebody unknown without a name, and leaving before being hired, are errors', () => {
  const db = openTestDb()
  const codes = importEmployees(db, [
    { employee_id: '8', email: 'x@example.org' },
    { employee_id: '9', name: 'Eva', hire_date: '2025-02-01', termination_date: '2025-01-01' },
  ]).map(({ errors }) => errors.map(({ reason }) => reason.code))
  expect(codes).toEqual([['people.name_missing'], ['people.left_before_hired']])
  expect(knownEmployees(db)).toEqual([])
})

test('a file sets accounts, leaves what it does not say, and says of whom an account is wrong', () => {
  const db = openTestDb()
  const accounts = () =>
    knownAccounts(db).map(({ iban, bic, routing, isUnconfirmed }) => [iban, bic, routing, isUnconfirmed])
  const one = { employee_id: '1', name: 'Ana' }
  expect(importEmployees(db, [{ ...one, iban: 'DE89 3704 0044 0532 0130 00', bic: 'cobadeff' }])[0]?.outcome).toBe(
    'create',
  )
  expect(accounts()).toEqual([['DE89370400440532013000', 'COBADEFF', null, false]])
  expect(importEmployees(db, [{ ...one, iban: 'DE89370400440532013000' }])[0]?.outcome).toBe('unchanged')
  expect(importEmployees(db, [{ ...one, iban: 'DE89370400440532013001' }])[0]).toMatchObject({
    outcome: 'error',
    errors: [{ column: 'iban', reason: { code: 'bank.iban_check', params: { name: 'Ana' } } }],
  })
  expect(importEmployees(db, [{ ...one, bank_routing: '021000021', bank_account_number: '12-3' }])[0]?.changes).toEqual(
    [
      { field: 'iban', before: 'DE89370400440532013000', after: null },
      { field: 'bic', before: 'COBADEFF', after: null },
      { field: 'bank_routing', before: null, after: '021000021' },
      { field: 'bank_account_number', before: null, after: '12-3' },
    ],
  )
  expect(accounts()).toEqual([[null, null, '021000021', true]])
})
