import { lettersOf, type RawRow } from '../cell'
import { MAX_COLUMNS, MAX_ROWS, refuseOver } from '../limits'
import type { TallMerge } from '../xlsx/merges'
import { decodedPart } from '../xlsx/part'
import { attribute, createXmlScanner, type XmlHandler } from '../xlsx/xml'
import type { ZipEntry } from '../xlsx/zip-directory'
import { cellOfOds, type OdsCell } from './ods-cell'
import type { OdsTable } from './tables'

/** Equal cells and equal rows stand once in the file, with how often; only reading them on makes them many. */
type PackedCell = { column: number; repeat: number; source: OdsCell }
type PackedRow = { n: number; repeat: number; hidden: boolean; cells: PackedCell[] }

const PAGE_ROWS = 1000
const PAGE_CELLS = 100_000
/** Headers stand above; what is merged sideways further down is not asked for. */
const DEEPEST_HEADER = 200
const MOST_MERGES = 2000

/** The rows of one sheet that hold something, as they come; what follows the sheet is not read. */
export async function* readTableRows(
  file: string,
  content: ZipEntry,
  table: OdsTable,
  tall: TallMerge[] = [],
): AsyncGenerator<RawRow[]> {
  const reader = createRowReader(table, tall)
  const scanner = createXmlScanner(content.name, reader.handler)
  for await (const piece of decodedPart(file, content)) {
    scanner.write(piece)
    yield* unpacked(reader.take())
    if (reader.isDone()) return
  }
  scanner.end()
}

function* unpacked(rows: PackedRow[]): Generator<RawRow[]> {
  let page: RawRow[] = []
  let cells = 0
  for (const packed of rows) {
    refuseOver('import.too_many_rows', packed.n + packed.repeat - 1, MAX_ROWS)
    for (let i = 0; i < packed.repeat; i++) {
      const row = rowOf(packed, packed.n + i)
      page.push(row)
      cells += row.cells.length
      if (page.length < PAGE_ROWS && cells < PAGE_CELLS) continue
      yield page
      page = []
      cells = 0
    }
  }
  if (page.length) yield page
}

function rowOf(packed: PackedRow, n: number): RawRow {
  const row: RawRow = { n, hidden: packed.hidden, at: [], cells: [], fields: null, isBroken: false }
  for (const { column, repeat, source } of packed.cells) {
    refuseOver('import.too_many_columns', column + repeat, MAX_COLUMNS)
    for (let at = column; at < column + repeat; at++) {
      const cell = cellOfOds(source, lettersOf(at) + n)
      if (!cell) break
      row.at.push(at)
      row.cells.push(cell)
    }
  }
  return row
}

const countOf = (attributes: string, name: string): number => Math.max(1, Number(attribute(attributes, name)) || 1)
const isHidden = (attributes: string): boolean => /collapse|filter/.test(attribute(attributes, 'visibility') ?? '')

type RowReader = { handler: XmlHandler; take(): PackedRow[]; isDone(): boolean }

function createRowReader({ index, facts }: OdsTable, tall: TallMerge[]): RowReader {
  facts.merges.length = 0
  let rows: PackedRow[] = []
  let table = -1
  let depth = 0
  let row: PackedRow | null = null
  let n = 1
  let column = 0
  let columns = 0
  let cell: PackedCell | null = null
  /** Elements open within the cell: only its own paragraphs are its text, not those of a note or a drawing. */
  let within = 0
  let isDone = false

  const openCell = (attributes: string): void => {
    const value = ['value', 'date-value', 'time-value', 'boolean-value', 'string-value'] as const
    const given = value.map((name) => attribute(attributes, `office:${name}`)).find((one) => one !== null)
    cell = {
      column,
      repeat: countOf(attributes, 'number-columns-repeated'),
      source: {
        type: attribute(attributes, 'office:value-type') ?? '',
        value: given ?? '',
        currency: attribute(attributes, 'office:currency'),
        formula: attribute(attributes, 'table:formula'),
        isError: attribute(attributes, 'calcext:value-type') === 'error',
        shown: '',
      },
    }
    noteMerge(countOf(attributes, 'number-columns-spanned'), countOf(attributes, 'number-rows-spanned'))
    column += cell.repeat
    within = 0
  }

  const noteMerge = (columns: number, rows: number): void => {
    if (columns > 1 && row && row.n <= DEEPEST_HEADER)
      facts.merges.push({ row: row.n, first: column, last: column + columns - 1 })
    if (rows === 1 || !row || tall.length >= MOST_MERGES) return
    const last = row.n + rows - 1
    tall.push({
      cells: `${lettersOf(column)}${row.n}:${lettersOf(column + Math.min(columns, MAX_COLUMNS) - 1)}${last}`,
      last,
    })
  }

  const closeCell = (): void => {
    if (cell && (cell.source.type !== '' || cell.source.shown !== '' || cell.source.formula !== null))
      row?.cells.push(cell)
    cell = null
  }

  const openWithin = (name: string, attributes: string): void => {
    if (!cell) return
    within++
    if (within === 1 && name === 'p') {
      if (cell.source.shown !== '') cell.source.shown += '\n'
      handler.wantsText = true
    } else if (handler.wantsText && name === 's')
      cell.source.shown += ' '.repeat(Math.min(1000, countOf(attributes, 'c')))
    else if (handler.wantsText && name === 'tab') cell.source.shown += '\t'
    else if (handler.wantsText && name === 'line-break') cell.source.shown += '\n'
  }

  const openRow = (attributes: string): void => {
    row = { n, repeat: countOf(attributes, 'number-rows-repeated'), hidden: isHidden(attributes), cells: [] }
    n += row.repeat
    column = 0
  }

  const noteColumn = (attributes: string): void => {
    const repeat = countOf(attributes, 'number-columns-repeated')
    if (isHidden(attributes)) {
      for (let at = columns; at < Math.min(columns + repeat, columns + 30); at++) {
        const letters = lettersOf(at)
        if (!facts.hiddenColumns.includes(letters)) facts.hiddenColumns.push(letters)
      }
    }
    columns += repeat
  }

  const handler: XmlHandler = {
    wantsText: false,
    text(piece) {
      if (cell) cell.source.shown += piece.replace(/[ \t\r\n]+/g, ' ')
    },
    open(name, attributes) {
      if (name === 'table') {
        depth++
        if (depth === 1) table++
      }
      if (table !== index || depth !== 1) return
      if (cell) openWithin(name, attributes)
      else if (name === 'table-row') openRow(attributes)
      else if (row && (name === 'table-cell' || name === 'covered-table-cell')) openCell(attributes)
      else if (name === 'table-column') noteColumn(attributes)
    },
    close(name) {
      if (name === 'table') {
        if (depth === 1 && table === index) isDone = true
        depth--
        return
      }
      if (table !== index || depth !== 1) return
      if (cell && within > 0) {
        within--
        if (within === 0) handler.wantsText = false
      } else if (cell) closeCell()
      else if (name === 'table-row') {
        if (row?.cells.length) rows.push(row)
        row = null
      }
    },
  }
  return {
    handler,
    take() {
      const taken = rows
      rows = []
      return taken
    },
    isDone: () => isDone,
  }
}
