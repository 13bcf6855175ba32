import { Problem } from '../../values/problem'
import type { RawRow } from './cell'
import { readDateText } from './columns/date-text'
import { readNumberText } from './columns/number-text'
import type { Cell } from './sheet'

const LONGEST_HEADER = 200

/**
 * The row of the headers: the first that fills most of the table's width (titles above it do not), if all of it is
 * text that names something. Is it a record already, the file has no headers, and a person has to say which row they
 * are in. Answers with the place in `rows`.
 */
export function findHeader(rows: RawRow[]): number {
  const width = Math.max(0, ...rows.map((row) => row.cells.length))
  if (width === 0) throw new Problem('import.no_rows', {})
  const place = rows.findIndex((row) => row.cells.length >= width * 0.6)
  const row = rows[place]
  if (!row || !isHeader(row)) {
    throw new Problem('import.no_header', {
      row: row?.n ?? 1,
      found: (row?.cells ?? [])
        .slice(0, 4)
        .map((cell) => cell.text.slice(0, 40))
        .join(' | '),
    })
  }
  return place
}

function isHeader(row: RawRow): boolean {
  const values = row.cells.filter((cell) => !isName(cell))
  const different = new Set(row.cells.map((cell) => cell.text.toLowerCase())).size
  if (different < row.cells.length / 2) return false
  return values.length === 0 || (values.length < row.cells.length && isSeries(values))
}

/** Text that can name a column: no number, no day, no mail address. `Jan 2025` can. */
function isName(cell: Cell): boolean {
  if (cell.kind !== 'text' || cell.text.length > LONGEST_HEADER || cell.text.includes('@')) return false
  if (readNumberText(cell.text)) return false
  const date = readDateText(cell.text)
  return date === null || date.form === 'month_only'
}

/** Years or days as headers, one after the other: 2019, 2020, 2021. */
function isSeries(cells: Cell[]): boolean {
  const numbers = cells.map((cell) => Number(cell.text))
  return numbers.length >= 2 && numbers.every((number, i) => i === 0 || number === (numbers[i - 1] ?? 0) + 1)
}
