import type { Change, Finding, Row, RowPlan, Value } from '../imports/kind'
import type { Params } from '../values/problem'
import type { LocalDate } from '../values/time'

// What the planners of all import kinds need to read a row and to say what it does. Pure: it runs in slots too.

export const textOf = (row: Row, field: string): string | null => {
  const value = row[field]
  if (value === null || value === undefined) return null
  const text = String(value).trim()
  return text === '' ? null : text
}

/** A date of the row. The importer has read the column: what is not null is a day that exists. */
export const dateOf = (row: Row, field: string): LocalDate | null => textOf(row, field) as LocalDate | null

/** An amount in minor units. */
export const moneyOf = (row: Row, field: string): bigint | null => {
  const value = row[field]
  return typeof value === 'bigint' ? value : typeof value === 'number' ? BigInt(value) : null
}

/** A whole number, or a percentage in ppm. */
export const numberOf = (row: Row, field: string): number | null => {
  const value = row[field]
  return value === null || value === undefined ? null : Number(value)
}

export const finding = (column: string | null, found: string | null, code: string, params: Params = {}): Finding => ({
  column,
  found,
  reason: { code, params },
})

/** The whole name: its own column, else given and family name with a blank between. */
export function personName(row: Row): { name: string | null; givenName: string | null; familyName: string | null } {
  const givenName = textOf(row, 'given_name')
  const familyName = textOf(row, 'family_name')
  const joined = [givenName, familyName].filter((part) => part !== null).join(' ')
  return { name: textOf(row, 'name') ?? (joined === '' ? null : joined), givenName, familyName }
}

/**
 * Before → after of what a row tells. An empty cell and a column that is not there leave what is known; `after` null
 * is no change.
 */
export function changesOf(told: readonly (readonly [field: string, before: Value, after: Value])[]): Change[] {
  return told.flatMap(([field, before, after]) =>
    after === null || before === after ? [] : [{ field, before, after }],
  )
}

/** What a planner answers with; a row with errors does nothing. */
export function rowPlan(made: {
  key: string | null
  entity: string | null
  changes: Change[]
  errors: Finding[]
  warnings?: Finding[]
  alike?: { known: number } | null
}): RowPlan {
  const { key, entity, errors, warnings = [] } = made
  if (errors.length > 0) return { outcome: 'error', key, entity, changes: [], errors, warnings: [] }
  const alike = made.alike ? { alike: made.alike } : {}
  const outcome = entity === null ? 'create' : made.changes.length > 0 ? 'update' : 'unchanged'
  return { outcome, key, entity, changes: entity === null ? [] : made.changes, errors, warnings, ...alike }
}

/** Whether what the row names in a field may be made: a person said so of the names that the office does not have. */
export const mayCreate = (row: Row, field: string): boolean => (textOf(row, 'creates') ?? '').split(' ').includes(field)

/** Something made once for each object, such as the lookups over a snapshot. */
export function madeOnce<K extends object, V>(make: (from: K) => V): (from: K) => V {
  const made = new WeakMap<K, V>()
  return (from) => {
    let value = made.get(from)
    if (value === undefined) {
      value = make(from)
      made.set(from, value)
    }
    return value
  }
}

/**
 * What the rows of a file have said of something before. Answers with an earlier, different word about it; the same row
 * may come twice (it is planned again when it is mended).
 */
export function saidBefore(said: Map<string, string>, about: string, word: string): string | null {
  const before = said.get(about)
  if (before === undefined) said.set(about, word)
  return before === undefined || before === word ? null : before
}

/** Names in one line, the first five of them. */
export const inOneLine = (all: readonly string[]): string =>
  all.slice(0, 5).join(', ') + (all.length > 5 ? `, and ${all.length - 5} more` : '')
