import { putClassroom } from '../../../db/queries/school/classrooms'
import { insertAcademicYear } from '../../../db/queries/school/years'
import type { Write } from '../../engine/write'
import { changeParty, createParty, giveRole, type PartyPatch, type PartyRole } from '../../shared/parties'
import { fold } from '../../values/fold'
import type { NamedYear } from '../rules/academic-year'
import { type NamedClassroom, nameOfClassroom, squeezed } from '../rules/classrooms'
import type { KnownPerson, ToldPerson } from '../rules/people'

/** The importer's entry about the whole batch is the audit entry. */
const byCaller = { audit: 'by_caller' } as const

/** Makes or changes the party and the role of a row; what the row does not tell stays. */
export function saveInRole(
  write: Write,
  role: PartyRole,
  known: KnownPerson | null,
  told: ToldPerson,
  origin: string,
): number {
  const { ref, from, to, ...contact } = told
  const dates = { ...(from !== null && { from }), ...(to !== null && { to }) }
  if (known === null) {
    const id = createParty(write, { kind: 'person', ...contact, name: contact.name ?? '', origin }, byCaller)
    giveRole(write, id, { role, externalRef: ref, ...dates, origin }, byCaller)
    return id
  }
  const patch = Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== null)) as PartyPatch
  changeParty(write, known.partyId, patch, origin, byCaller)
  giveRole(write, known.partyId, { role, ...(ref !== null && { externalRef: ref }), ...dates, origin }, byCaller)
  return known.partyId
}

/** The school years of one file's rows, made where they are new. */
export function yearLookup(write: Write): (year: NamedYear, origin: string) => number {
  const made = new Map<string, number>()
  return ({ id, name, firstYear }, origin) => {
    const known = id ?? made.get(name)
    if (known !== undefined) return known
    const fresh = insertAcademicYear(write.db, { name, first_year: firstYear, origin })
    made.set(name, fresh)
    return fresh
  }
}

/** The class teachers that one file's rows name and the school does not have yet: each made once. */
export function freshTeachers(write: Write) {
  const made = new Map<string, number>()
  return (name: string, origin: string): number => {
    const known = made.get(fold(name))
    if (known !== undefined) return known
    const id = createParty(write, { kind: 'person', name, origin }, byCaller)
    giveRole(write, id, { role: 'teacher', origin }, byCaller)
    made.set(fold(name), id)
    return id
  }
}

/** The classes that one file's rows name and the school does not have yet: each made once. */
export function freshClassrooms({ db }: Write) {
  const made = new Map<string, number>()
  return (yearId: number, { level, stream }: NonNullable<NamedClassroom['fresh']>, origin: string): number => {
    const name = `${yearId}|${squeezed(nameOfClassroom({ level, stream }))}`
    const known = made.get(name)
    if (known !== undefined) return known
    const folded = { level_folded: fold(level), stream_folded: fold(stream ?? '') }
    const fresh = { year_id: yearId, level, stream, ...folded, capacity: null, teacher_id: null, origin }
    const id = putClassroom(db, fresh)
    made.set(name, id)
    return id
  }
}
