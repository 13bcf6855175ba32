import type { Input, Output } from '../../../jobs/api/contract'

export type Cause = Output<'imports.causes'>['items'][number]
export type Counts = Output<'imports.get'>['counts']
export type ImportRow = Output<'imports.rows'>['items'][number]
type RowsOf = Pick<Input<'imports.rows'>, 'outcome' | 'severity' | 'code' | 'field'>
export type Outcome = 'create' | 'update' | 'unchanged' | 'duplicate' | 'skipped'

/** What is shown: everything, one result, or one cause (`error/import.not_a_date/hire_date`). */
export type Show = string

/** Rows under one heading. `start` is the place of the heading in the list; its rows follow it. */
export type Group = {
  key: string
  rows: number
  start: number
  which: RowsOf
  cause: Cause | null
  outcome: Outcome | null
}
export type Layout = { groups: Group[]; total: number }

export const keyOfCause = ({ severity, code, field }: Pick<Cause, 'severity' | 'code' | 'field'>): string =>
  `${severity}/${code}/${field ?? ''}`

const OUTCOMES: Outcome[] = ['update', 'create', 'duplicate', 'skipped', 'unchanged']

/** Errors first, by cause; then what changes, what is new, what repeats, what stays. */
export function layoutOf(show: Show, causes: readonly Cause[], counts: Counts): Layout {
  const groups: Group[] = []
  let total = 0
  const add = (group: Omit<Group, 'start'>) => {
    if (group.rows === 0) return
    groups.push({ ...group, start: total })
    total += group.rows + 1
  }
  for (const cause of causes) {
    const { severity, code, field, rows } = cause
    const isMeant = show === severity || show === keyOfCause(cause) || (show === 'all' && severity === 'error')
    if (!isMeant) continue
    add({ key: keyOfCause(cause), rows, cause, outcome: null, which: { severity, code, field: field ?? '' } })
  }
  for (const outcome of OUTCOMES) {
    if (show !== 'all' && show !== outcome) continue
    add({ key: outcome, rows: counts[outcome], cause: null, outcome, which: { outcome } })
  }
  return { groups, total }
}

export type Place = { group: Group /** Null: the heading. */; offset: number | null }

/** What stands at a place of the list. */
export function placeAt({ groups }: Layout, index: number): Place | null {
  let low = 0
  let high = groups.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((groups[middle]?.start ?? 0) <= index) low = middle
    else high = middle - 1
  }
  const group = groups[low]
  if (!group || index < group.start || index > group.start + group.rows) return null
  return { group, offset: index === group.start ? null : index - group.start - 1 }
}

/** The place `by` rows further down (or up), headings not counted; at an end, the last row there is. */
export function rowFurther(layout: Layout, index: number, by: number): number {
  const step = by < 0 ? -1 : 1
  let at = index
  let last = index
  for (let left = Math.abs(by); left > 0; ) {
    at += step
    const place = placeAt(layout, at)
    if (!place) break
    if (place.offset === null) continue
    last = at
    left--
  }
  return last
}

export const firstRow = (layout: Layout): number => (layout.total > 1 ? 1 : 0)
export const lastRow = (layout: Layout): number => Math.max(0, layout.total - 1)
