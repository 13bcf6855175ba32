import type { Change, Row, Value } from './kind'

/**
 * Parsed values as JSON text. Amounts are bigint, which JSON has not: they are written as `{"$": "12345"}`, so that an
 * amount and a number of the same digits stay two things. (A replacer function would cost five times as much.)
 */
const plain = (value: Value): unknown => (typeof value === 'bigint' ? { $: value.toString() } : value)

export function rowToJson(row: Row): string {
  const written: Record<string, unknown> = {}
  for (const field in row) written[field] = plain(row[field] ?? null)
  return JSON.stringify(written)
}

export const changeToJson = ({ field, before, after }: Change): string =>
  JSON.stringify({ field, before: plain(before), after: plain(after) })

export const changesToJson = (changes: readonly Change[]): string => `[${changes.map(changeToJson).join(',')}]`

function revive(value: unknown): Value {
  if (typeof value === 'object' && value !== null && '$' in value) return BigInt(String(value.$))
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

export function rowFromJson(text: string): Row {
  const row: Record<string, unknown> = JSON.parse(text)
  for (const field in row) if (typeof row[field] !== 'string') row[field] = revive(row[field])
  return row as Row // every value was just revived
}

type StoredChange = { field: string; before: unknown; after: unknown }

export const changesFromJson = (text: string | null): Change[] =>
  text === null
    ? []
    : (JSON.parse(text) as StoredChange[]).map(({ field, before, after }) => ({
        field,
        before: revive(before),
        after: revive(after),
      }))
