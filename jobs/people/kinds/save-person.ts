import type { Write } from '../../engine/write'
import { changeParty, createParty, giveRole, type NewRole, type PartyPatch } from '../../shared/parties'
import { fold } from '../../values/fold'
import type { LocalDate } from '../../values/time'
import type { DepartmentMoves } from '../departments'
import type { Identity } from '../rules/identity'
import type { KnownEmployee } from '../rules/matching'

/** What a row says about a person; null leaves what is known. */
export type PersonWords = {
  identity: Identity
  email: string | null
  phone: string | null
  hiredOn: LocalDate | null
  leftOn: LocalDate | null
}

const byCaller = { audit: 'by_caller' } as const

/** How the persons of one file are saved. */
export type PersonSaving = {
  /** Whether the file's name is taken over. */
  renames: boolean
  departmentId: (name: string, origin: string) => number
  moves: DepartmentMoves
}

/**
 * Makes or changes the party, the employee role and the department of a row. The importer's entry about the whole batch
 * is the audit entry. Answers with the party and its department.
 */
export function savePerson(
  write: Write,
  employee: KnownEmployee | null,
  words: PersonWords,
  origin: string,
  saving: PersonSaving,
): { partyId: number; departmentId: number | null } {
  const partyId = employee?.partyId ?? createPerson(write, words, origin)
  if (employee) changePerson(write, employee, words, origin, saving.renames)
  const { department } = words.identity
  const moves = department !== null && fold(department) !== fold(employee?.department ?? '')
  if (!moves) return { partyId, departmentId: employee?.departmentId ?? null }
  const departmentId = saving.departmentId(department, origin)
  saving.moves.put(partyId, departmentId, origin)
  return { partyId, departmentId }
}

function createPerson(write: Write, words: PersonWords, origin: string): number {
  const { identity, email, phone, hiredOn, leftOn } = words
  const { name, givenName, familyName } = identity
  const person = { kind: 'person' as const, name: name ?? '', givenName, familyName, email, phone, origin }
  const partyId = createParty(write, person, byCaller)
  const role: NewRole = { role: 'employee', externalRef: identity.ref, from: hiredOn, to: leftOn, origin }
  giveRole(write, partyId, role, { ...byCaller, isNew: true })
  return partyId
}

function changePerson(
  write: Write,
  employee: KnownEmployee,
  { identity, email, phone, hiredOn, leftOn }: PersonWords,
  origin: string,
  renames: boolean,
): void {
  const patch: PartyPatch = {}
  const differs = (before: string | null, after: string | null): after is string => after !== null && after !== before
  if (differs(employee.email, email)) patch.email = email
  if (differs(employee.phone, phone)) patch.phone = phone
  if (renames) {
    if (differs(employee.name, identity.name)) patch.name = identity.name
    if (differs(employee.givenName, identity.givenName)) patch.givenName = identity.givenName
    if (differs(employee.familyName, identity.familyName)) patch.familyName = identity.familyName
  }
  if (Object.keys(patch).length > 0) changeParty(write, employee.partyId, patch, origin, byCaller)
  const role: NewRole = { role: 'employee', origin }
  if (differs(employee.ref, identity.ref)) role.externalRef = identity.ref
  if (differs(employee.from, hiredOn)) role.from = hiredOn
  if (differs(employee.to, leftOn)) role.to = leftOn
  if (Object.keys(role).length > 2) giveRole(write, employee.partyId, role, byCaller)
}
