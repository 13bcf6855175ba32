import { Problem, type Reason } from '../../values/problem'
import { lettersOf, type RawRow } from './cell'
import { findHeader, type HeaderPlace, type Merge } from './header'
import type { Cell, Column } from './sheet'

/** Columns of the table, where its records begin, and what a full line of the file has. */
export type Table = {
  headerRow: number
  columns: Column[]
  /** Fields of the header's line in a text file; null in a spreadsheet. */
  fields: number | null
  /** In this file lines simply end after their last value; a short one means nothing. */
  linesEndEarly: boolean
  findings: Reason[]
}

const SAMPLE_ROWS = 200
/** Enough to find headers in; a few lines of 16,384 cells need not all be held. */
const SAMPLE_CELLS = 100_000
const MOST_COLUMNS_UNBROKEN = 1000

/** The first rows that hold something: enough to find the headers in. Where a person has named their row, from there on. */
export async function sampleRows(pages: AsyncGenerator<RawRow[]>, headerRow: number | undefined): Promise<RawRow[]> {
  const rows: RawRow[] = []
  let cells = 0
  for await (const page of pages) {
    for (const row of page) {
      if (row.cells.length === 0 || row.n < (headerRow ?? 0)) continue
      rows.push(row)
      cells += row.cells.length
      if (rows.length >= SAMPLE_ROWS || cells >= SAMPLE_CELLS) return rows
    }
  }
  return rows
}

/**
 * Finds the table in the first rows of a file. `headerRow` is a person's choice, from 1; 0 means that there are no
 * headers. Rows above the headers are titles and are reported. `merges`: what the first rows show as one cell, where it is known.
 */
export function findTable(filled: RawRow[], headerRow: number | undefined, merges: readonly Merge[] = []): Table {
  const { row: place, groups } = placeOfHeader(filled, headerRow, merges)
  if (headerRow && place < 0) throw new Problem('import.header_row_empty', { row: headerRow })
  const header = place < 0 ? null : (filled[place] ?? null)
  const groupRow = groups === null ? null : (filled[groups] ?? null)
  const records = filled.slice(place + 1)
  const columns = columnsOf(header, groupRow, records, merges)
  const findings: Reason[] = []
  // groups above complete headers were only looked at, those that head columns of their own were read
  const isRead = groupRow?.at.some((at) => !header?.at.includes(at))
  const titles = isRead ? place - 1 : place
  if (titles > 0) findings.push({ code: 'import.rows_above_header', params: { count: titles, row: header?.n ?? 0 } })
  findings.push(...oddHeaders(columns, header))
  const fields = header?.fields ?? null
  const short = fields === null ? 0 : records.filter((row) => (row.fields ?? 0) < fields).length
  return { headerRow: header?.n ?? 0, columns, fields, linesEndEarly: short > records.length / 5, findings }
}

function placeOfHeader(filled: RawRow[], headerRow: number | undefined, merges: readonly Merge[]): HeaderPlace {
  if (headerRow === undefined) return findHeader(filled, merges)
  return { row: filled.findIndex((row) => row.n === headerRow), groups: null }
}

/**
 * From the first column that holds anything to the last with a header; without headers, to the last that holds
 * anything. Where a header stands far out, only the columns in use are taken: XFD1 must not cost 16,384 cells a row.
 */
function columnsOf(
  header: RawRow | null,
  groups: RawRow | null,
  records: RawRow[],
  merges: readonly Merge[],
): Column[] {
  const reach = merges.flatMap(({ row, first, last }) => (row === header?.n && header.at.includes(first) ? [last] : []))
  const named = [...(header?.at ?? []), ...(groups?.at ?? []), ...reach]
  const used = new Set(named)
  const last = Math.max(-1, ...named, ...(header && header.fields === null ? [] : [(header?.fields ?? 0) - 1]))
  for (const row of records) {
    for (const at of row.at) if (!header || at <= last) used.add(at)
  }
  const inOrder = [...used].sort((a, b) => a - b)
  const [first = 0, end = -1] = [inOrder[0], inOrder[inOrder.length - 1]]
  const places =
    end - first < MOST_COLUMNS_UNBROKEN ? Array.from({ length: end - first + 1 }, (_, i) => first + i) : inOrder
  const spread = (row: RawRow | null, at: number): Cell | undefined => {
    const merge = merges.find((one) => one.row === row?.n && at >= one.first && at <= one.last)
    return merge && row?.cells[row.at.indexOf(merge.first)]
  }
  const isMerged = merges.some(({ row }) => row === groups?.n)
  let group = ''
  return places.map((at, index) => {
    const above = groups?.cells[groups.at.indexOf(at)]
    const own = header?.cells[header.at.indexOf(at)]
    group = isMerged ? (spread(groups, at)?.text ?? '') : (above?.text ?? group)
    const cell = own ?? above ?? spread(header, at) ?? spread(groups, at)
    const heading = own && groups && group !== '' ? { group } : {}
    return { index, letter: lettersOf(at), header: cell?.text ?? '', original: cell?.raw ?? '', ...heading }
  })
}

function oddHeaders(columns: Column[], header: RawRow | null): Reason[] {
  if (!header) return []
  const reasons: Reason[] = []
  const nameless = columns.filter((column) => column.header === '').map((column) => column.letter)
  if (nameless.length) {
    reasons.push({ code: 'import.columns_without_header', params: { columns: nameless.slice(0, 20).join(', ') } })
  }
  const names = columns.map((column) => column.header).filter((name) => name !== '')
  const twice = [...new Set(names.filter((name, i) => names.indexOf(name) !== i))]
  if (twice.length) reasons.push({ code: 'import.duplicate_headers', params: { headers: twice.join(', ') } })
  return reasons
}
