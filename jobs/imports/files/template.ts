import type { AnyImportKind, Field } from '../kind'
import { labelOf } from './labels'
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
  currency: 'a currency',
}

/**
 * An empty file of a kind with its headers in the office's language. What each column holds and an example row stand
 * apart from the table, where nobody imports them by mistake: on sheets of their own, in a text file above the headers.
 */
export async function templateOf(kind: AnyImportKind, format: 'csv' | 'xlsx', language: string) {
  const headers = kind.fields.map((field) => labelOf(field, language))
  const example = kind.fields.map((field) => field.example ?? '')
  const notes = kind.fields.map((field) => {
    const { required, type, note } = field
    const such = field.example ? ` Example: ${field.example}.` : ''
    return `${labelOf(field, language)}${required ? ' (required)' : ''}: ${TYPES[type]}. ${note}${such}`
  })
  const table = { name: kind.label, headers, rows: [], notes, example }
  return {
    fileName: `${kind.kind}.${format}`,
    mediaType: MEDIA_TYPES[format],
    bytes: await writeTable(table, format),
  }
}
