import type { Finding, Row, Value } from '../../imports/kind'
import { finding, inOneLine, madeOnce, personName, textOf } from '../../shared/planning'
import { fold } from '../../values/fold'
import type { LocalDate } from '../../values/time'

/** A teacher, a guardian or a student as the rows of a file are compared with it. `ref` is the number in that role. */
export type KnownPerson = {
  partyId: number
  ref: string | null
  name: string
  givenName: string | null
  familyName: string | null
  email: string | null
  phone: string | null
  from: LocalDate | null
  to: LocalDate | null
}

export type ToldPerson = Omit<KnownPerson, 'partyId' | 'name'> & { name: string | null }

/** What a row tells about a person; null is nothing. */
export const toldPerson = (row: Row, fields: { ref: string; from?: string; to?: string }): ToldPerson => ({
  ref: textOf(row, fields.ref),
  ...personName(row),
  email: textOf(row, 'email'),
  phone: textOf(row, 'phone'),
  from: (fields.from === undefined ? null : textOf(row, fields.from)) as LocalDate | null,
  to: (fields.to === undefined ? null : textOf(row, fields.to)) as LocalDate | null,
})

/** Before → after of what a row tells about a person, under the names of the file's fields. */
export const personChanges = (
  known: KnownPerson | null,
  told: ToldPerson,
  fields: { ref: string; from?: string; to?: string },
): (readonly [string, Value, Value])[] => [
  [fields.ref, known?.ref ?? null, told.ref],
  ['name', known?.name ?? null, told.name],
  ['given_name', known?.givenName ?? null, told.givenName],
  ['family_name', known?.familyName ?? null, told.familyName],
  ['email', known?.email ?? null, told.email],
  ['phone', known?.phone ?? null, told.phone],
  ...(fields.from === undefined ? [] : [[fields.from, known?.from ?? null, told.from] as const]),
  ...(fields.to === undefined ? [] : [[fields.to, known?.to ?? null, told.to] as const]),
]

export const phoneKey = (phone: string): string => phone.replace(/\D/g, '')

type Lookups = { ref: Map<string, KnownPerson>; email: Map<string, KnownPerson[]>; phone: Map<string, KnownPerson[]> }

export const lookups = madeOnce((people: KnownPerson[]): Lookups => {
  const made: Lookups = { ref: new Map(), email: new Map(), phone: new Map() }
  const add = (map: Map<string, KnownPerson[]>, key: string, one: KnownPerson) => {
    const known = map.get(key)
    if (known) known.push(one)
    else map.set(key, [one])
  }
  for (const one of people) {
    if (one.ref !== null) made.ref.set(one.ref, one)
    if (one.email !== null) add(made.email, fold(one.email), one)
    if (one.phone !== null) add(made.phone, phoneKey(one.phone), one)
  }
  return made
})

export type Identified = { person: KnownPerson | null; key: string | null; error: Finding | null }

/**
 * Who a row is about: the number, else the e-mail, else the phone (`byPhone`). A number nobody has yet may be that of
 * somebody known by the e-mail who has none; where that one has another number, the row contradicts what is known. A phone alone is
 * a household's: another name with a number or an e-mail of its own is somebody else, and without them it is asked about.
 */
export function identifyPerson(told: ToldPerson, people: KnownPerson[], byPhone: boolean): Identified {
  const known = lookups(people)
  const numbered = told.ref === null ? undefined : known.ref.get(told.ref)
  if (numbered) return { person: numbered, key: `party:${numbered.partyId}`, error: null }
  const mailed = told.email === null ? [] : (known.email.get(fold(told.email)) ?? [])
  const candidates = mailed.length > 0 || !byPhone ? mailed : phonedAs(told, known)
  const [only, ...more] = candidates
  if (only && more.length === 0) {
    if (told.ref !== null && only.ref !== null) {
      const params = { number: told.ref, known: only.ref, name: only.name }
      return { person: null, key: null, error: finding('national_id', told.ref, 'school.number_differs', params) }
    }
    const isOther = mailed.length === 0 && told.name !== null && fold(told.name) !== fold(only.name)
    if (isOther && told.ref === null && told.email === null) {
      const params = { phone: told.phone ?? '', known: only.name, name: told.name }
      return { person: null, key: null, error: finding('phone', told.phone, 'school.phone_of_another', params) }
    }
    if (!isOther) return { person: only, key: `party:${only.partyId}`, error: null }
  }
  if (more.length > 0) {
    const found = told.email ?? told.phone
    const params = { found: found ?? '', candidates: inOneLine(candidates.map(shownPerson)) }
    return {
      person: null,
      key: null,
      error: finding(told.email === null ? 'phone' : 'email', found, 'school.which_person', params),
    }
  }
  if (told.ref !== null) return { person: null, key: `ref:${told.ref}`, error: null }
  if (told.email !== null) return { person: null, key: `mail:${fold(told.email)}`, error: null }
  if (byPhone && told.phone !== null) return { person: null, key: `phone:${phoneKey(told.phone)}`, error: null }
  const code = byPhone ? 'school.parent_without_key' : 'school.teacher_without_key'
  return { person: null, key: null, error: finding('national_id', null, code) }
}

/** A phone may be a household's: it stands for somebody only where no e-mail and no number tell two people apart. */
const phonedAs = (told: ToldPerson, known: Lookups): KnownPerson[] =>
  told.phone === null
    ? []
    : (known.phone.get(phoneKey(told.phone)) ?? []).filter(
        (one) => (one.email === null || told.email === null) && (one.ref === null || told.ref === null),
      )

const shownPerson = (one: KnownPerson): string => `${one.name} (${one.ref ?? one.email ?? one.phone ?? '–'})`

/** Somebody a cell names by number, e-mail or name. An ambiguous name lists its bearers. */
export function personCalled(
  said: string,
  people: KnownPerson[],
  column: string,
  what: 'teacher',
): { person: KnownPerson | null; error: Finding | null } {
  const known = lookups(people)
  const named = people.filter((one) => fold(one.name) === fold(said))
  const byKey = known.ref.get(said) ?? known.email.get(fold(said))?.[0]
  const [only, ...more] = byKey ? [byKey] : named
  if (only && more.length === 0) return { person: only, error: null }
  const params = { name: said, what, candidates: inOneLine(named.map(shownPerson)) }
  const code = more.length > 0 ? 'school.which_teacher' : 'school.unknown_teacher'
  return { person: null, error: finding(column, said, code, params) }
}
