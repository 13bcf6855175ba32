import { fold } from '../../values/fold'

/** Somebody a row of a sheet can be about. */
export type SheetPerson = { partyId: number; number: string | null; name: string; inRun: boolean }

export type SheetIndex = { byNumber: Map<string, SheetPerson>; byName: Map<string, SheetPerson[]> }

/** The words of a name in no order: “Costa, Ana Maria” and “Ana Maria Costa” are one person's. */
const nameKey = (name: string): string =>
  fold(name)
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
    .sort()
    .join(' ')

export function indexPeople(people: readonly SheetPerson[]): SheetIndex {
  const index: SheetIndex = { byNumber: new Map(), byName: new Map() }
  for (const person of people) {
    if (person.number !== null) index.byNumber.set(person.number, person)
    const key = nameKey(person.name)
    index.byName.set(key, [...(index.byName.get(key) ?? []), person])
  }
  return index
}

export type SheetMatch =
  | { kind: 'known'; person: SheetPerson; by: 'number' | 'name' }
  | { kind: 'unknown' }
  /** Namesakes, of whom none can be told to be the one. */
  | { kind: 'ambiguous'; candidates: SheetPerson[] }

/**
 * Who a row is about: by the employee number, else by the name. Of namesakes the one in the run is meant; where there are
 * several, a person says which, by typing the number in its column or behind the name: “Ana Costa (1042)”.
 */
export function matchSheetRow(index: SheetIndex, number: string | null, name: string | null): SheetMatch {
  const told = /^(.*?)\s*\(([^()]+)\)$/.exec(name ?? '')
  for (const given of [number, told?.[2]?.trim() ?? null, name]) {
    const person = given === null ? undefined : index.byNumber.get(given)
    if (person) return { kind: 'known', person, by: 'number' }
  }
  const namesakes = name === null ? [] : (index.byName.get(nameKey(name)) ?? [])
  const inRun = namesakes.filter((one) => one.inRun)
  const candidates = inRun.length > 0 ? inRun : namesakes
  const [only, ...more] = candidates
  if (!only) return { kind: 'unknown' }
  return more.length === 0 ? { kind: 'known', person: only, by: 'name' } : { kind: 'ambiguous', candidates }
}
