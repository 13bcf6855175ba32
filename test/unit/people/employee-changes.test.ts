import { expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { contractsOf } from '../../../jobs/payroll'
import { addEmployee, changeEmployee, type EmployeePatch, employee, listEmployees } from '../../../jobs/people'
import { verifyAudit } from '../../../jobs/shared/audit'
import { Problem } from '../../../jobs/values/problem'
import type { LocalDate } from '../../../jobs/values/time'
import { openTestDb, testWrite } from '../../support/office-db'
import { importSalaries } from './builders'

const date = (text: string) => text as LocalDate
const today = date('2026-01-02')
const add = (db: Db, words: EmployeePatch) => db.transaction(() => addEmployee(testWrite(db), words))()
const change = (db: Db, id: number, patch: EmployeePatch) =>
  db.transaction(() => changeEmployee(testWrite(db), id, patch))()

function refusal(work: () => unknown): Problem['reason'] | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof Problem) return error.reason
    throw error
  }
}

test('an employee added by hand has what was said', () => {
  const db = openTestDb()
  const id = add(db, {
    givenName: 'Ana',
    familyName: 'Costa',
    externalRef: '7',
    email: 'ana@example.org',
    department: 'Sales',
    hireDate: date('2025-03-01'),
    baseMinor: 100_000,
  })
  expect(employee(db, id, today)).toMatchObject({
    name: 'Ana Costa',
    externalRef: '7',
    email: 'ana@example.org',
    department: { name: 'Sales' },
    hireDate: '2025-03-01',
    baseMinor: 100_000,
    baseFrom: '2025-03-01',
  })
  expect(refusal(() => add(db, { email: 'x@example.org' }))?.code).toBe('people.name_needed')
  expect(refusal(() => add(db, { name: 'Rui', externalRef: '7' }))).toEqual({
    code: 'people.number_taken',
    params: { number: '7', holder: 'Ana Costa' },
  })
  expect(listEmployees(db, { text: '', cursor: null, limit: 10 }, today).items).toHaveLength(1)
})

test('a missing base counts from the start of the contract; a further one says from when', () => {
  const db = openTestDb()
  importSalaries(db, [{ employee_id: '1', name: 'Ana', hire_date: '2024-05-02' }])
  change(db, 1, { baseMinor: 100_000 })
  expect(contractsOf(db)).toMatchObject([{ from: '2024-05-02', to: null, baseMinor: 100_000 }])
  expect(refusal(() => change(db, 1, { baseMinor: 110_000 }))).toEqual({
    code: 'people.base_from_missing',
    params: { name: 'Ana' },
  })
  change(db, 1, { baseMinor: 110_000, from: date('2026-02-01') })
  expect(contractsOf(db)).toMatchObject([
    { to: '2026-01-31', baseMinor: 100_000 },
    { from: '2026-02-01', baseMinor: 110_000 },
  ])
  expect(employee(db, 1, today).baseMinor).toBe(100_000)
  expect(employee(db, 1, date('2026-02-01')).baseMinor).toBe(110_000)
  expect(refusal(() => change(db, 1, { from: date('2026-02-01') }))?.code).toBe('people.from_without_base')
})

test('a base pay after the last day is refused: a salary hires nobody again', () => {
  const db = openTestDb()
  importSalaries(db, [
    { employee_id: '1', name: 'Ana', salary: 1n, hire_date: '2024-05-02', termination_date: '2024-12-31' },
  ])
  expect(refusal(() => change(db, 1, { baseMinor: 5, from: date('2025-02-01') }))?.code).toBe(
    'payroll.employment_ended',
  )
  change(db, 1, { terminationDate: null })
  expect(contractsOf(db)).toMatchObject([{ to: null }])
  change(db, 1, { baseMinor: 5, from: date('2025-02-01') })
  expect(refusal(() => change(db, 1, { terminationDate: date('2024-05-01') }))?.code).toBe('people.left_before_hired')
})

test('a mail address with a comma is refused in words, and a good one can be forgotten again', () => {
  const db = openTestDb()
  const id = add(db, { name: 'Ana' })
  expect(refusal(() => change(db, id, { email: 'ana@example.org, rui@example.org' }))).toMatchObject({
    code: 'email.several',
    params: { found: 'ana@example.org, rui@example.org' },
  })
  change(db, id, { email: ' ana@example.org ' })
  expect(employee(db, id, today).email).toBe('ana@example.org')
  change(db, id, { email: null })
  expect(employee(db, id, today).email).toBeNull()
})

test('a change is audited with what it changed apart from the chain, and no change writes nothing', () => {
  const db = openTestDb()
  const id = add(db, { name: 'Ana' })
  const count = () => verifyAudit(db, null).entries
  const before = count()
  expect(change(db, id, { email: 'ana@example.org', department: 'Sales' })).toEqual([
    { field: 'email', before: null, after: 'ana@example.org' },
    { field: 'department', before: null, after: 'Sales' },
  ])
  expect(count()).toBe(before + 1)
  const entry = db.prepare('select action, payload from audit order by seq desc limit 1').get()
  expect(entry).toEqual({ action: 'people.employee_changed', payload: '{"fields":["email","department"]}' })
  expect(db.prepare('select payload from audit_personal order by seq desc limit 1').pluck().get()).toContain(
    'ana@example.org',
  )
  change(db, id, { email: 'ana@example.org', department: 'SALES' })
  expect(count()).toBe(before + 1)
  expect(refusal(() => change(db, 99, { email: null }))?.code).toBe('people.employee_not_found')
  expect(refusal(() => change(db, id, {}))?.code).toBe('people.nothing_to_change')
})

test('employees are found by a part of name, number and address, page by page, and wildcards mean themselves', () => {
  const db = openTestDb()
  importSalaries(db, [
    { employee_id: 'E-1', name: 'Ana Costa', email: 'ana@example.org', salary: 1n },
    { employee_id: 'E-2', name: 'ana lima', salary: 1n },
    { employee_id: 'E-3', name: 'Rui 100%', salary: 1n },
    { employee_id: 'E-4', name: 'Ana Costa', salary: 1n },
  ])
  const find = (text: string) =>
    listEmployees(db, { text, cursor: null, limit: 50 }, today).items.map((one) => one.externalRef)
  expect(find('')).toEqual(['E-1', 'E-4', 'E-2', 'E-3'])
  expect(find('COSTA')).toEqual(['E-1', 'E-4'])
  expect(find('e-3')).toEqual(['E-3'])
  expect(find('@example')).toEqual(['E-1'])
  expect(find('%')).toEqual(['E-3'])
  expect(find('_')).toEqual([])
  const pages: string[] = []
  let cursor: string | null = null
  do {
    const page = listEmployees(db, { text: '', cursor, limit: 1 }, today)
    pages.push(...page.items.map((one) => one.externalRef ?? ''))
    cursor = page.next
  } while (cursor !== null)
  expect(pages).toEqual(['E-1', 'E-4', 'E-2', 'E-3'])
  expect(refusal(() => listEmployees(db, { text: '', cursor: 'x', limit: 1 }, today))?.code).toBe('people.bad_cursor')
})
