import { fold } from '../../values/fold'
import type { LocalDate } from '../../values/time'

/** An employee as the rows of a file are compared with it. */
export type KnownEmployee = {
  partyId: number
  ref: string | null
  name: string
  givenName: string | null
  familyName: string | null
  email: string | null
  phone: string | null
  departmentId: number | null
  department: string | null
  from: LocalDate | null
  to: LocalDate | null
}

export type PeopleIndex = { byRef: Map<string, KnownEmployee>; byName: Map<string, KnownEmployee[]> }

const indexes = new WeakMap<object, PeopleIndex>()

/** The lookups over a list of employees, made once per list. */
export function indexOf(employees: KnownEmployee[]): PeopleIndex {
  let index = indexes.get(employees)
  if (!index) {
    index = { byRef: new Map(), byName: new Map() }
    for (const employee of employees) {
      if (employee.ref !== null) index.byRef.set(employee.ref, employee)
      const name = fold(employee.name)
      const namesakes = index.byName.get(name)
      if (namesakes) namesakes.push(employee)
      else index.byName.set(name, [employee])
    }
    indexes.set(employees, index)
  }
  return index
}

export type Match =
  | { kind: 'known'; employee: KnownEmployee; by: 'ref' | 'name' }
  | { kind: 'new' }
  /** Namesakes, of whom none can be told to be the one; to be named to the administrator. */
  | { kind: 'ambiguous'; candidates: KnownEmployee[] }

/**
 * Who a row is about: the employee number, else the exact name and department (domains/people.md). A number nobody has yet may
 * be the number of a namesake in the same department who has none. A name alone is enough where only one bears it; a
 * department that fits none of the namesakes is asked about, never taken for a new person.
 */
export function matchEmployee(
  index: PeopleIndex,
  ref: string | null,
  name: string | null,
  department: string | null,
): Match {
  const numbered = ref === null ? undefined : index.byRef.get(ref)
  if (numbered) return { kind: 'known', employee: numbered, by: 'ref' }
  const namesakes = name === null ? [] : (index.byName.get(fold(name)) ?? [])
  const candidates = ref === null ? namesakes : namesakes.filter((one) => one.ref === null)
  if (candidates.length === 0) return { kind: 'new' }
  const inDepartment =
    department === null ? candidates : candidates.filter((one) => fold(one.department ?? '') === fold(department))
  const [only, ...more] = inDepartment
  if (only && more.length === 0) return { kind: 'known', employee: only, by: 'name' }
  if (!only && ref !== null) return { kind: 'new' }
  return { kind: 'ambiguous', candidates }
}

/** Candidates in one line: `Ana Costa (12, Sales), Ana Costa (–, –)`. */
export const nameCandidates = (candidates: KnownEmployee[]): string =>
  candidates
    .slice(0, 5)
    .map((one) => `${one.name} (${one.ref ?? '–'}, ${one.department ?? '–'})`)
    .join(', ') + (candidates.length > 5 ? `, and ${candidates.length - 5} more` : '')
