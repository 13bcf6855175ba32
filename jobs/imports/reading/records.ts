import { withoutInvisible } from '../../values/invisible'
import type { Reason } from '../../values/problem'
import { emptyCell, placeOf, type RawRow } from './cell'
import { MAX_CELLS, refuseOver } from './limits'
import { noOddities, note, type Oddities, reasonsOf } from './oddities'
import type { Cell, Column, SourceRow } from './sheet'
import type { Table } from './table'
import { noSums, type Sums, seemsToBeRemark, takeTotalsRow } from './totals'

/** Few enough that a page is forgotten before the collector has moved it to where it stays for long. */
const PAGE_ROWS = 200
const PAGE_CELLS = 100_000

/**
 * Pages of records below the headers, each with one cell for every column; wide tables have shorter pages. `onEnd` gets
 * what was odd about them once the last one has been read.
 */
export async function* readRecords(
  table: Table,
  pages: AsyncIterable<RawRow[]>,
  onEnd: (findings: Reason[]) => void,
): AsyncGenerator<SourceRow[]> {
  const { columns } = table
  const oddities = noOddities(columns.length)
  const sums = noSums(columns.length)
  const places = new Map(columns.map((column) => [placeOf(column.letter), column.index]))
  const most = Math.max(1, Math.min(PAGE_ROWS, Math.floor(PAGE_CELLS / Math.max(1, columns.length))))
  let last = table.headerRow
  let cells = 0
  let page: SourceRow[] = []
  for await (const rows of pages) {
    for (const row of rows) {
      if (row.n <= table.headerRow || row.cells.length === 0) continue
      if (row.n > last + 1) note(oddities.blank, last + 1, row.n - last - 1)
      last = row.n
      cells += columns.length
      refuseOver('import.too_many_cells', cells, MAX_CELLS)
      page.push(recordOf(row, table, places, oddities, sums))
      if (page.length < most) continue
      yield page
      page = []
    }
  }
  if (page.length) yield page
  onEnd(reasonsOf(oddities, columns))
}

const count = (cells: number[], place: number): void => {
  cells[place] = (cells[place] ?? 0) + 1
}

function recordOf(row: RawRow, table: Table, places: Map<number, number>, oddities: Oddities, sums: Sums): SourceRow {
  const { columns } = table
  const cells = new Array<Cell>(columns.length)
  let outside: Cell | null = null
  for (let i = 0; i < row.cells.length; i++) {
    const cell = row.cells[i]
    if (!cell) continue
    const place = places.get(row.at[i] ?? -1)
    if (place === undefined) {
      outside ??= cell
      continue
    }
    cells[place] = cell
    if (cell.kind === 'text' && cell.raw.length !== cell.text.length) {
      const visible = withoutInvisible(cell.raw).length
      if (visible < cell.raw.length) count(oddities.invisible, place)
      if (cell.text.length < visible) count(oddities.trimmed, place)
    }
  }
  const number = String(row.n)
  for (const column of columns) cells[column.index] ??= emptyCell(column.letter + number)
  // below a total, a line with a single text is a remark on the table
  const isRemark = oddities.totals.count > 0 && row.cells.length === 1 && columns.length > 2
  const isHeaders = repeatsHeaders(cells, columns)
  const seemsRemark = !isRemark && !isHeaders && seemsToBeRemark(cells, sums)
  const totals = isRemark || isHeaders || (!seemsRemark && takeTotalsRow(cells, sums))
  if (totals) note(isHeaders ? oddities.headers : oddities.totals, row.n)
  if (row.hidden) note(oddities.hidden, row.n)
  oddities.rows++
  const problems = problemsOf(row, outside, table, oddities)
  if (seemsRemark) {
    note(oddities.remarks, row.n)
    const found = cells.find(({ kind }) => kind !== 'empty')?.text ?? ''
    problems.push({ code: 'import.row_remark', params: { row: row.n, found: found.slice(0, 60) } })
  }
  return { n: row.n, cells, hidden: row.hidden, totals, problems }
}

/** Printed lists have their headers again on every page. */
function repeatsHeaders(cells: readonly Cell[], columns: readonly Column[]): boolean {
  let same = 0
  for (const { index, header } of columns) {
    if ((cells[index]?.text ?? '') !== header) return false
    if (header !== '') same++
  }
  return same > 1
}

/**
 * A line of text with more or fewer fields than the headers has a delimiter or a line break too many inside a cell: its
 * values may stand under the wrong headers. In a spreadsheet a cell beside the table is only a remark.
 */
function problemsOf(row: RawRow, outside: Cell | null, table: Table, oddities: Oddities): Reason[] {
  const problems: Reason[] = []
  if (row.isBroken) {
    note(oddities.broken, row.n)
    problems.push({ code: 'import.row_quotes', params: { row: row.n } })
  }
  const expected = table.fields
  if (outside && (row.fields === null || expected === null || row.fields <= expected)) {
    oddities.outside.first ||= outside.address
    oddities.outside.count++
  } else if (outside && row.fields !== null) {
    note(oddities.longer, row.n)
    const params = { row: row.n, found: row.fields, expected, beyond: outside.text.slice(0, 60) }
    problems.push({ code: 'import.row_longer', params })
  }
  if (row.fields !== null && expected !== null && row.fields < expected && !table.linesEndEarly) {
    note(oddities.shorter, row.n)
    problems.push({ code: 'import.row_shorter', params: { row: row.n, found: row.fields, expected } })
  }
  return problems
}
