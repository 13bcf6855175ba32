import type { Finding, Row } from '../../imports/kind'
import { finding, personName, textOf } from '../../shared/planning'
import { fold } from '../../values/fold'
import { type KnownEmployee, type Match, matchEmployee, nameCandidates, type PeopleIndex } from './matching'

/** Who the row names, as it stands in the file. */
export type Identity = {
  ref: string | null
  /** The whole name: its own column, else given and family name with a blank between. */
  name: string | null
  givenName: string | null
  familyName: string | null
  department: string | null
}

export function identityOf(row: Row): Identity {
  return {
    ref: textOf(row, 'employee_id'),
    ...personName(row),
    department: textOf(row, 'department'),
  }
}

export type Identified =
  | { ok: true; employee: KnownEmployee | null; by: 'ref' | 'name' | null; key: string }
  | { ok: false; key: string | null; error: Finding }

/** The employee a row is about; null is a new one. The key is the same for every row of a file about the same person. */
export function identify(identity: Identity, index: PeopleIndex): Identified {
  const { ref, name, department } = identity
  if (ref === null && name === null)
    return { ok: false, key: null, error: finding('name', null, 'people.nobody_named') }
  const match: Match = matchEmployee(index, ref, name, department)
  if (match.kind === 'known') {
    return { ok: true, employee: match.employee, by: match.by, key: `party:${match.employee.partyId}` }
  }
  const key = ref !== null ? `ref:${ref}` : `name:${fold(name ?? '')}|${fold(department ?? '')}`
  if (match.kind === 'ambiguous') {
    const params = { name: name ?? '', department: department ?? '–', candidates: nameCandidates(match.candidates) }
    return { ok: false, key: null, error: finding('name', name, 'people.which_employee', params) }
  }
  if (name === null) {
    return { ok: false, key, error: finding('name', null, 'people.name_missing', { number: ref ?? '' }) }
  }
  return { ok: true, employee: null, by: null, key }
}
