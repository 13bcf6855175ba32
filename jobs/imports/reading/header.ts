import { Problem } from '../../values/problem'
import type { RawRow } from './cell'
import { readDateText } from './columns/date-text'
import { readNumberText } from './columns/number-text'
import type { Cell } from './sheet'

const LONGEST_HEADER = 200

/** Places in the sample: of the row that ends the headers, and of the row of groups directly above it. */
export type HeaderPlace = { row: number; groups: number | null }

/** Cells of one row that a workbook shows as one: columns from 0. */
export type Merge = { row: number; first: number; last: number }

/**
 * The row of the headers: the first that fills most of the table's width (titles above it do not), if all of it is
 * text that names something. Is it a record already, the file has no headers, and a person has to say which row they
 * are in. Merged cells make two rows of it: names of groups, and below them the headers of some or all columns. What a
 * file does not say to be merged is inferred from the gaps.
 */
export function findHeader(rows: RawRow[], merges: readonly Merge[] = []): HeaderPlace {
  const width = Math.max(0, ...rows.map((row) => row.cells.length))
  if (width === 0) throw new Problem('import.no_rows', {})
  const merged = merges.length === 0 ? -1 : rows.findIndex((row, i) => areMergedGroups(row, rows[i + 1], merges, width))
  if (merged >= 0) return { row: merged + 1, groups: merged }
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
  const last = Math.max(...rows.slice(place).flatMap(({ at }) => at))
  const next = rows[place + 1]
  if (next && areGroups(row, next, last) && isBelowOnly(next, rows.slice(place + 2))) {
    return { row: place + 1, groups: place }
  }
  const above = rows[place - 1]
  return { row: place, groups: above && areGroups(above, row, last) ? place - 1 : null }
}

/** A row of groups leaves gaps, and the row right below it fills all of them. */
function areGroups(groups: RawRow, below: RawRow, last: number): boolean {
  if (below.n !== groups.n + 1 || groups.cells.length < 2 || !groups.cells.every(isName)) return false
  if (!below.cells.every(isName) || new Set(below.cells.map(({ text }) => text)).size < below.cells.length) return false
  const first = Math.min(groups.at[0] ?? 0, below.at[0] ?? 0)
  const gaps: number[] = []
  for (let at = first; at <= last && gaps.length < 1000; at++) if (!groups.at.includes(at)) gaps.push(at)
  return gaps.length > 0 && gaps.every((at) => below.at.includes(at))
}

/** Names over several columns each, and right below them names of these columns; together they head most of the table. */
function areMergedGroups(groups: RawRow, below: RawRow | undefined, merges: readonly Merge[], width: number): boolean {
  if (below?.n !== groups.n + 1 || groups.cells.length < 2) return false
  if (!groups.cells.every(isName) || !below.cells.every(isName)) return false
  const own = merges.filter(({ row, first }) => row === groups.n && groups.at.includes(first))
  const isNamed = ({ first, last }: Merge) => below.at.filter((at) => at >= first && at <= last).length > 1
  return own.length > 0 && own.every(isNamed) && new Set([...groups.at, ...below.at]).size >= width * 0.6
}

/** Whether headers leave columns empty: what is merged then says what stands over them. */
export const leaveGaps = (rows: readonly RawRow[], headerRow: number | null): boolean => {
  const first = Math.min(...rows.map(({ at }) => at[0] ?? Number.POSITIVE_INFINITY))
  const last = Math.max(...rows.map(({ at }) => at.at(-1) ?? 0))
  const above = rows.filter(({ n }, i) => (headerRow === null ? i < 6 : n <= headerRow))
  return above.some(({ at }) => at.length > 1 && at.length < last - first + 1)
}

/**
 * Whether a row of texts heads the rows below it rather than being the first of them: it leaves columns empty that they
 * fill, or names what in them is a number, a day or an address.
 */
function isBelowOnly(row: RawRow, records: RawRow[]): boolean {
  const differ = (record: RawRow): boolean =>
    record.at.some((at, i) => !row.at.includes(at) || !isName(record.cells[i] as Cell))
  return records.length > 0 && records.filter(differ).length > records.length / 2
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
