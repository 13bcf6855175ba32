import type { ComparedPerson } from '../rules/sheet-comparison'
import type { RunBesideSheet } from './comparison'

export type SheetShow = 'all' | 'open' | 'accepted' | 'gone' | 'run' | 'sheet'

const SHOWS: Record<SheetShow, (person: ComparedPerson) => boolean> = {
  all: () => true,
  open: (person) => person.openMinor > 0,
  accepted: (person) => person.cells.some(({ state }) => state === 'accepted'),
  gone: (person) => person.gone > 0,
  run: (person) => person.side === 'run',
  sheet: (person) => person.side === 'sheet',
}

/** The people of a comparison whose name or number holds the text, as `show` wants them. */
export function listedPeople(found: RunBesideSheet, show: SheetShow, q: string): ComparedPerson[] {
  const sought = q.toLowerCase()
  return found.comparison.people.filter((person) => {
    if (!SHOWS[show](person)) return false
    if (sought === '') return true
    const party = found.people.get(person.who)
    return `${party?.name ?? ''} ${party?.number ?? ''}`.toLowerCase().includes(sought)
  })
}

/** How many people each choice lists. */
export function countPeople(found: RunBesideSheet): Record<SheetShow, number> {
  const counts: Record<SheetShow, number> = { all: 0, open: 0, accepted: 0, gone: 0, run: 0, sheet: 0 }
  for (const person of found.comparison.people) {
    for (const [show, is] of Object.entries(SHOWS)) if (is(person)) counts[show as SheetShow]++
  }
  return counts
}
