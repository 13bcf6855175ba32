import { setImmediate as nextTurn } from 'node:timers/promises'
import { csvLines } from '../../values/csv'
import { goOn, type Waiting } from '../../values/waiting'

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

/** Rows that one turn of the office writes: 1,000 of twelve cells take some 10 ms. */
export const ROWS_A_TURN = 1000

/** Writes the table, page by page, each a turn of the office. The xlsx writer is loaded when first used. */
export async function writeTable(
  table: Table,
  format: 'csv' | 'xlsx',
  { delimiter = ',', waiting }: { delimiter?: string; waiting?: Waiting | undefined } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  if (format === 'xlsx') {
    const { writeXlsx } = await import('./xlsx')
    return writeXlsx(table, waiting)
  }
  const encoder = new TextEncoder()
  const pieces: Uint8Array[] = []
  for (const piece of csvPieces(table, delimiter)) {
    pieces.push(encoder.encode(piece))
    await nextTurn()
    goOn(waiting, Math.min((pieces.length - 1) * ROWS_A_TURN, table.rows.length), table.rows.length)
  }
  return new Uint8Array(Buffer.concat(pieces))
}

/**
 * RFC 4180 with a byte order mark, without which Excel misreads accents. Notes stand above the headers, a line each: the
 * importer takes single cells above a table for titles.
 */
function* csvPieces({ headers, rows, notes = [], example = [] }: Table, delimiter: string): Generator<string> {
  const above = [...notes, ...(example.length === 0 ? [] : [`Example row: ${example.join(' | ')}`])]
  yield `\uFEFF${csvLines([...above.map((note) => [note]), headers], delimiter)}`
  for (const page of pagesOf(rows)) yield csvLines(page, delimiter)
}

/** Rows in pages of so many as one turn writes. */
export function* pagesOf<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += ROWS_A_TURN) yield rows.slice(start, start + ROWS_A_TURN)
}
