import type { AnyImportKind, Field } from '../kind'
import { MEDIA_TYPES, writeTable } from './table'

const TYPES: Record<Field['type'], string> = {
  text: 'text',
  identifier: 'a number or code; leading zeros count',
  integer: 'a whole number',
  decimal: 'a number',
  money: 'an amount in the office’s currency',
  percent: 'a percentage, such as 12.5%',
  date: 'a date, such as 2025-03-31',
  email: 'one mail address',
  phone: 'a phone number',
}

/** An empty file of a kind: its columns' headers and, apart from the table, what each column holds. */
export async function templateOf(kind: AnyImportKind, format: 'csv' | 'xlsx') {
  const notes = kind.fields.map(
    ({ label, required, type, note }) => `${label}${required ? ' (required)' : ''}: ${TYPES[type]}. ${note}`,
  )
  const table = { name: kind.label, headers: kind.fields.map(({ label }) => label), rows: [], notes }
  return {
    fileName: `${kind.kind}.${format}`,
    mediaType: MEDIA_TYPES[format],
    bytes: await writeTable(table, format),
  }
}
