import type { Db } from '../../db/open'
import { type EmployeeRow, employeeRow, searchEmployees } from '../../db/queries/people/employees'
import { type Contract, contractsOf } from '../payroll'
import { Problem } from '../values/problem'
import type { LocalDate } from '../values/time'

/** An employee as lists and pages show one. Base pay per month in minor units; null: none is known. */
export type Employee = {
  id: number
  externalRef: string | null
  name: string
  givenName: string | null
  familyName: string | null
  email: string | null
  phone: string | null
  /** Of payslips; null: the office's. */
  language: string | null
  department: { id: number; name: string } | null
  hireDate: LocalDate | null
  terminationDate: LocalDate | null
  /** Of today; of somebody who has left the last one, of somebody still to come the first one. */
  baseMinor: number | null
  baseFrom: LocalDate | null
}

/** One employee, or the refusal `people.employee_not_found`. */
export function employee(db: Db, id: number, today: LocalDate): Employee {
  const row = employeeRow(db, id)
  if (!row) throw new Problem('people.employee_not_found', { id }, { kind: 'not_found' })
  return employeeFrom(row, contractsOf(db, [id]), today)
}

/** A page of employees by name; `text` is part of a name, number or mail address. */
export function listEmployees(
  db: Db,
  ask: { text: string; cursor: string | null; limit: number },
  today: LocalDate,
): { items: Employee[]; next: string | null } {
  const after = ask.cursor === null ? null : readCursor(ask.cursor)
  const rows = searchEmployees(db, { text: ask.text.trim(), after, limit: ask.limit + 1 })
  const page = rows.slice(0, ask.limit)
  const last = page[page.length - 1]
  const contracts = contractsOf(
    db,
    page.map((row) => row.party_id),
  )
  const byParty = new Map<number, Contract[]>()
  for (const contract of contracts) byParty.set(contract.partyId, [...(byParty.get(contract.partyId) ?? []), contract])
  return {
    items: page.map((row) => employeeFrom(row, byParty.get(row.party_id) ?? [], today)),
    next: rows.length > ask.limit && last ? cursorOf(last) : null,
  }
}

function employeeFrom(row: EmployeeRow, contracts: Contract[], today: LocalDate): Employee {
  const current = currentContract(contracts, today)
  return {
    id: row.party_id,
    externalRef: row.external_ref,
    name: row.name,
    givenName: row.given_name,
    familyName: row.family_name,
    email: row.email,
    phone: row.phone,
    language: row.language,
    department: row.department_id === null ? null : { id: row.department_id, name: row.department ?? '' },
    hireDate: row.from_on as LocalDate | null,
    terminationDate: row.to_on as LocalDate | null,
    baseMinor: current?.baseMinor ?? null,
    baseFrom: current?.from ?? null,
  }
}

/** The contract in force on a day, else the last one before it, else the first one to come. */
export function currentContract(contracts: readonly Contract[], day: LocalDate): Contract | null {
  const sorted = [...contracts].sort((a, b) => (a.from < b.from ? -1 : 1))
  const begun = sorted.filter((one) => one.from <= day)
  return begun[begun.length - 1] ?? sorted[0] ?? null
}

const cursorOf = (row: EmployeeRow): string =>
  Buffer.from(JSON.stringify([row.name, row.party_id])).toString('base64url')

function readCursor(cursor: string): { name: string; id: number } {
  const refused = new Problem('people.bad_cursor', { found: cursor }, { kind: 'malformed' })
  let read: unknown
  try {
    read = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    throw refused
  }
  if (!Array.isArray(read)) throw refused
  const [name, id]: unknown[] = read
  if (typeof name !== 'string' || typeof id !== 'number') throw refused
  return { name, id }
}
