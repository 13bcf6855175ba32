import { Problem } from '../../values/problem'
import { addDays, type LocalDate } from '../../values/time'

/** What a person is employed at from a day to a day, both included; `to` null: open. */
export type Segment = {
  /** The row it is stored in; null where it is new. */
  id: number | null
  from: LocalDate
  to: LocalDate | null
  /** Pay per month in minor units; null: employed, but no salary is known. */
  baseMinor: number | null
  structureId: number | null
  /** The period type that pays it; null: every one. */
  schedule: string | null
}

/** What a segment is paid by; the part of it that a change names. */
export type Terms = Pick<Segment, 'baseMinor' | 'structureId' | 'schedule'>

const NO_TERMS: Terms = { baseMinor: null, structureId: null, schedule: null }
const FAR = '9999-12-31' as LocalDate
const end = (segment: { to: LocalDate | null }): LocalDate => segment.to ?? FAR
const sameTerms = (a: Terms, b: Terms) =>
  a.baseMinor === b.baseMinor && a.structureId === b.structureId && a.schedule === b.schedule
const touches = (a: Segment, b: Segment) => a.to !== null && addDays(a.to, 1) === b.from
const byStart = (segments: readonly Segment[]) => [...segments].sort((a, b) => (a.from < b.from ? -1 : 1))

/**
 * Terms that hold from a day until the next change. In the middle of a segment they split it; before a segment (or where
 * nobody was employed yet) they begin one that lasts until it. With `until` a segment that reaches beyond it has its old
 * terms again from that day on. Null: the employment ended before that day, and a change of pay hires nobody again.
 */
export function changeTerms(
  segments: readonly Segment[],
  from: LocalDate,
  patch: Partial<Terms>,
  until?: LocalDate,
): Segment[] | null {
  const sorted = byStart(segments)
  const covering = sorted.find((one) => one.from <= from && from <= end(one))
  if (covering) {
    const changed = { ...covering, ...patch }
    if (sameTerms(covering, changed)) return sorted
    const isCut = until !== undefined && from < until && until <= end(covering)
    const rest: Segment[] = isCut ? [{ ...covering, id: null, from: until }] : []
    const to = isCut ? addDays(until, -1) : covering.to
    const parts =
      covering.from === from
        ? [{ ...changed, to }, ...rest]
        : [{ ...covering, to: addDays(from, -1) }, { ...changed, id: null, from, to }, ...rest]
    return joined(sorted.flatMap((one) => (one === covering ? parts : [one])))
  }
  const next = sorted.find((one) => one.from > from)
  if (!next && sorted.length > 0) return null
  const terms = next ?? NO_TERMS
  const added: Segment = {
    id: null,
    from,
    to: next ? addDays(next.from, -1) : null,
    baseMinor: patch.baseMinor === undefined ? terms.baseMinor : patch.baseMinor,
    structureId: patch.structureId === undefined ? terms.structureId : patch.structureId,
    schedule: patch.schedule === undefined ? terms.schedule : patch.schedule,
  }
  return joined(byStart([...sorted, added]))
}

/**
 * Employment from a day to a day. What is known of that employment is cut or stretched to it; other employments of the
 * person (an earlier one, with days between) stay. Throws `payroll.employment_ends_before_it_begins`.
 */
export function changeEmployment(segments: readonly Segment[], from: LocalDate, to: LocalDate | null): Segment[] {
  if (to !== null && to < from) throw new Problem('payroll.employment_ends_before_it_begins', { from, to })
  const last = to ?? FAR
  const sorted = byStart(segments)
  const spells: Segment[][] = []
  for (const segment of sorted) {
    const spell = spells.at(-1)
    const previous = spell?.at(-1)
    if (spell && previous && touches(previous, segment)) spell.push(segment)
    else spells.push([segment])
  }
  const overlaps = (spell: Segment[]) => spell.some((one) => one.from <= last && end(one) >= from)
  const kept = spells.filter((spell) => !overlaps(spell)).flat()
  const mine = spells
    .filter(overlaps)
    .flat()
    .filter((one) => one.from <= last && end(one) >= from)
  const first = mine[0]
  const final = mine.at(-1)
  const own =
    first && final
      ? mine.map((one) => ({ ...one, from: one === first ? from : one.from, to: one === final ? to : one.to }))
      : [{ id: null, from, to, ...NO_TERMS }]
  return byStart([...kept, ...own])
}

/** Neighbours without a day between and with the same terms are one segment. */
function joined(segments: Segment[]): Segment[] {
  const result: Segment[] = []
  for (const segment of segments) {
    const previous = result.at(-1)
    if (previous && touches(previous, segment) && sameTerms(previous, segment)) {
      result[result.length - 1] = { ...previous, id: previous.id ?? segment.id, to: segment.to }
    } else result.push(segment)
  }
  return result
}
