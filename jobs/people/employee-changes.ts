import { deleteEmployeeDepartment } from '../../db/queries/people/departments'
import { type EmployeeRow, employeeRow } from '../../db/queries/people/employees'
import type { Write } from '../engine/write'
import { contractsOf, setBankAccount, setBasePay, setEmployment } from '../payroll'
import { recordAudit } from '../shared/audit'
import type { AccountWords } from '../shared/bank-account'
import { changeParty, createParty, findByRef, giveRole, type PartyPatch, readParty } from '../shared/parties'
import { isLanguage } from '../shared/setting-schemas'
import { addressFault } from '../values/email'
import { fold } from '../values/fold'
import { withoutInvisible } from '../values/invisible'
import { Problem } from '../values/problem'
import type { LocalDate } from '../values/time'
import { departmentNamed, putIntoDepartment } from './departments'

/** What may be changed by hand. Missing: left alone; null: forgotten. Base pay per month in minor units. */
export type EmployeePatch = {
  externalRef?: string | null
  name?: string
  givenName?: string | null
  familyName?: string | null
  email?: string | null
  phone?: string | null
  department?: string | null
  hireDate?: LocalDate
  terminationDate?: LocalDate | null
  baseMinor?: number | null
  /** The day from which `baseMinor` counts. */
  from?: LocalDate
  /** Where the net goes. */
  bankAccount?: AccountWords | null
  /** Of payslips and their mail (BCP 47). */
  language?: string | null
}
export type NewEmployee = EmployeePatch

type Changed = { field: string; before: string | number | null; after: string | number | null }

const byCaller = { audit: 'by_caller' } as const

/** Adds an employee by hand and answers with the id. Throws `people.name_needed`, `people.number_taken` and mail faults. */
export function addEmployee(write: Write, words: NewEmployee): number {
  const joined = [words.givenName, words.familyName].filter(Boolean).join(' ')
  const name = words.name ?? joined
  if (withoutInvisible(name).trim() === '') throw new Problem('people.name_needed')
  const { actor: origin } = write
  const id = createParty(write, { kind: 'person', name, origin }, byCaller)
  giveRole(write, id, { role: 'employee', origin }, byCaller)
  const changes = change(write, id, { ...words, name })
  audit(write, 'people.employee_added', id, [{ field: 'name', before: null, after: name }, ...changes])
  return id
}

/**
 * Changes what is named and answers with what really changed. Throws `people.employee_not_found`, `people.number_taken`,
 * `people.left_before_hired`, `people.base_from_missing`, and what is wrong with a mail address.
 */
export function changeEmployee(write: Write, id: number, patch: EmployeePatch): Changed[] {
  if (Object.keys(patch).length === 0) throw new Problem('people.nothing_to_change')
  const changes = change(write, id, patch)
  if (changes.length > 0) audit(write, 'people.employee_changed', id, changes)
  return changes
}

function change(write: Write, id: number, patch: EmployeePatch): Changed[] {
  const row = needEmployee(write, id)
  if (patch.from !== undefined && patch.baseMinor === undefined) throw new Problem('people.from_without_base')
  return [
    ...changePerson(write, id, patch),
    ...changeNumber(write, row, patch),
    ...changeDepartment(write, row, patch),
    ...changeDates(write, row, patch),
    ...changeBase(write, needEmployee(write, id), patch),
    ...changeAccount(write, id, patch),
  ]
}

function needEmployee(write: Write, id: number): EmployeeRow {
  const row = employeeRow(write.db, id)
  if (!row) throw new Problem('people.employee_not_found', { id }, { kind: 'not_found' })
  return row
}

function changePerson(write: Write, id: number, patch: EmployeePatch): Changed[] {
  const party: PartyPatch = {}
  if (patch.name !== undefined) party.name = patch.name
  if (patch.givenName !== undefined) party.givenName = patch.givenName
  if (patch.familyName !== undefined) party.familyName = patch.familyName
  if (patch.phone !== undefined) party.phone = patch.phone
  if (patch.language !== undefined) party.language = languageOf(patch.language)
  if (patch.email !== undefined) {
    const email = patch.email === null ? null : patch.email.trim()
    const fault = email === null ? null : addressFault(email)
    if (fault) throw new Problem(fault.code, fault.params)
    party.email = email
  }
  return changeParty(write, id, party, write.actor, byCaller)
}

function languageOf(text: string | null): string | null {
  const language = text?.trim() || null
  if (language !== null && !isLanguage(language)) throw new Problem('people.bad_language', { found: language })
  return language
}

function changeNumber(write: Write, row: EmployeeRow, { externalRef }: EmployeePatch): Changed[] {
  const after = externalRef?.trim() || null
  if (externalRef === undefined || after === row.external_ref) return []
  const holder = after === null ? null : findByRef(write.db, 'employee', after)
  if (holder !== null) {
    const params = { number: after, holder: readParty(write.db, holder).name }
    throw new Problem('people.number_taken', params, { kind: 'conflict' })
  }
  giveRole(write, row.party_id, { role: 'employee', externalRef: after, origin: write.actor }, byCaller)
  return [{ field: 'external_ref', before: row.external_ref, after }]
}

function changeDepartment(write: Write, row: EmployeeRow, { department }: EmployeePatch): Changed[] {
  if (department === undefined) return []
  const after = department?.trim() || null
  if (fold(after ?? '') === fold(row.department ?? '')) return []
  if (after === null) deleteEmployeeDepartment(write.db, row.party_id)
  else putIntoDepartment(write, row.party_id, departmentNamed(write, after, write.actor), write.actor)
  return [{ field: 'department', before: row.department, after }]
}

function changeDates(write: Write, row: EmployeeRow, patch: EmployeePatch): Changed[] {
  const hired = patch.hireDate ?? row.from_on
  const left = patch.terminationDate === undefined ? row.to_on : patch.terminationDate
  const changes: Changed[] = []
  if (hired !== row.from_on) changes.push({ field: 'hire_date', before: row.from_on, after: hired })
  if (left !== row.to_on) changes.push({ field: 'termination_date', before: row.to_on, after: left })
  if (changes.length === 0) return []
  const [first] = contractsOf(write.db, [row.party_id])
  const from = (hired ?? first?.from ?? null) as LocalDate | null
  const to = left as LocalDate | null
  if (from === null) throw new Problem('people.start_missing', { name: row.name })
  if (to !== null && to < from) throw new Problem('people.left_before_hired', { hired: from, left: to })
  const role = { role: 'employee', from: hired as LocalDate | null, to, origin: write.actor } as const
  giveRole(write, row.party_id, role, byCaller)
  setEmployment(write, { partyId: row.party_id, from, to, origin: write.actor })
  return changes
}

/** Without `from` a first base pay counts from the start of the contract; a further one must say from when. */
function changeBase(write: Write, row: EmployeeRow, patch: EmployeePatch): Changed[] {
  if (patch.baseMinor === undefined) return []
  const contracts = contractsOf(write.db, [row.party_id])
  const first = contracts[0]
  const isFirst = contracts.every((one) => one.baseMinor === null)
  const start = isFirst ? (first?.from ?? (row.from_on as LocalDate | null)) : null
  const from = patch.from ?? start
  if (from === null) {
    if (isFirst) throw new Problem('people.start_missing', { name: row.name })
    throw new Problem('people.base_from_missing', { name: row.name })
  }
  const covering = contracts.find((one) => one.from <= from && (one.to === null || one.to >= from))
  const before = covering?.baseMinor ?? null
  const refused = setBasePay(write, { partyId: row.party_id, baseMinor: patch.baseMinor, from, origin: write.actor })
  if (refused) throw new Problem(refused.code, refused.params, { kind: 'conflict' })
  if (covering && before === patch.baseMinor) return []
  return [
    { field: 'base_minor', before, after: patch.baseMinor },
    { field: 'base_from', before: null, after: from },
  ]
}

/** What the account is stands in an entry of its own, which is found by that name. */
function changeAccount(write: Write, partyId: number, { bankAccount: words }: EmployeePatch): Changed[] {
  if (words !== undefined) setBankAccount(write, { partyId, words, origin: write.actor })
  return []
}

function audit(write: Write, action: string, id: number, changes: Changed[]): void {
  recordAudit(write, {
    action,
    entity: `party:${id}`,
    payload: { fields: changes.map(({ field }) => field) },
    personal: { partyId: id, payload: changes },
  })
  write.emit({ type: 'employees_changed', id })
}
