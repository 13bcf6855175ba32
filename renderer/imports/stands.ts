import type { Output } from '../../jobs/api/contract'
import { addedFields, addedGroups, isAdded, nameOfAdded } from '../../jobs/values/added-fields'

type Import = Output<'imports.get'>
type Column = Import['columns'][number]

/** {column: the fields it stands for}; a column that is not in it stands for what the office found. */
export type Stands = Readonly<Record<string, readonly string[]>>

export const standsFor = (column: Column, said: Stands): readonly string[] =>
  said[column.column] ?? (column.field === null ? [] : addedFields(column.field))

/** Whether nobody has said another thing about the column on this page. */
export const isAsFound = (column: Column, said: Stands): boolean =>
  standsFor(column, said).join() === standsFor(column, {}).join()

export const addsOf = (one: Import, field: string | undefined) =>
  one.fields.find((known) => known.field === field)?.adds ?? null

/** What may stand in one column together. */
export const togetherFields = (one: Import) =>
  one.fields.filter(({ field, adds }) => adds === 'together' && !isAdded(field))

/** A column gets one field. Where that cannot be added, the column that had it before has it no more. */
export function withField(one: Import, said: Stands, column: Column, field: string | null): Stands {
  const given =
    field === null || addsOf(one, field) !== null
      ? []
      : one.columns.filter((other) => other !== column && standsFor(other, said).includes(field))
  const taken = Object.fromEntries(given.map((other) => [other.column, []]))
  return { ...said, ...taken, [column.column]: field === null ? [] : [field] }
}

/** The columns that are compared as one with this one, itself among them; one alone: nothing is added to it. */
export const addedTo = (one: Import, said: Stands, column: Column): Column[] =>
  addedGroups(one.columns, (other) => standsFor(other, said).filter((field) => addsOf(one, field) !== null)).find(
    ({ columns }) => columns.includes(column),
  )?.columns ?? []

/** Of what can be added, what no column stands for. */
export function notInFile(one: Import, said: Stands): Import['fields'] {
  const held = new Set(one.columns.flatMap((column) => standsFor(column, said)))
  return togetherFields(one).filter(({ field }) => !held.has(field))
}

/** What changed, as the office takes it: {field: column}; a field that lost its column is in none. */
export function mappingSaid(one: Import, said: Stands): Record<string, string | null> {
  const mapping: Record<string, string | null> = {}
  const changed = one.columns.filter((column) => !isAsFound(column, said))
  const taken = new Set(one.columns.flatMap((column) => (changed.includes(column) ? [] : (column.field ?? []))))
  for (const { field } of changed) if (field !== null) mapping[field] = null
  for (const column of changed) {
    const fields = one.fields.flatMap(({ field }) => (standsFor(column, said).includes(field) ? [field] : []))
    if (fields.length === 0) continue
    const name = nameOfAdded(fields, taken)
    taken.add(name)
    mapping[name] = column.column
  }
  return mapping
}
