import { csvLines } from '../../values/csv'

export { csvLines }

/**
 * A table on its way into a file: the headers and rows of text and numbers. `notes` and the `example` row stand apart
 * from the table.
 */
export type Table = {
  name: string
  headers: string[]
  rows: (string | number | null)[][]
  notes?: string[]
  example?: string[]
}

export const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** Writes the table. The xlsx writer is loaded when first used. */
export async function writeTable(
  table: Table,
  format: 'csv' | 'xlsx',
  delimiter = ',',
): Promise<Uint8Array<ArrayBuffer>> {
  if (format === 'csv') return new TextEncoder().encode(toCsv(table, delimiter))
  const { toXlsx } = await import('./xlsx')
  return new Uint8Array(toXlsx(table))
}

/**
 * RFC 4180 with a byte order mark, without which Excel misreads accents. Notes stand above the headers, a line each: the
 * importer takes single cells above a table for titles.
 */
export function toCsv({ headers, rows, notes = [], example = [] }: Table, delimiter: string): string {
  const above = [...notes, ...(example.length === 0 ? [] : [`Example row: ${example.join(' | ')}`])]
  return `\uFEFF${csvLines([...above.map((note) => [note]), headers, ...rows], delimiter)}`
}
