import { Problem } from '../../../values/problem'
import { lettersOf, type RawRow } from '../cell'
import { MAX_COLUMNS, MAX_ROWS, refuseOver } from '../limits'
import type { Cell } from '../sheet'
import { type TallMerge, tallMergeOf } from './merges'
import { decodedPart } from './part'
import { type CellSource, cellOf } from './typed-cell'
import { attribute, createXmlScanner, isTrue, type XmlHandler } from './xml'
import type { ZipEntry } from './zip-directory'

export type SheetFacts = { hiddenColumns: string[]; dimensionRows: number | null }

/** What the cells of a sheet are read with. */
export type Workbook = Pick<CellSource, 'texts' | 'styles' | 'epoch1904'>

/**
 * The rows of a worksheet, as they come: only those and only those cells that are in the file, so that a lone cell in
 * XFD1048576 costs one cell. Stops at the end of the data; where `tall` wants to know what is merged, which stands right
 * behind it, after that.
 */
export async function* readSheetRows(
  file: string,
  entry: ZipEntry,
  workbook: Workbook,
  facts?: SheetFacts,
  tall?: TallMerge[],
): AsyncGenerator<RawRow[]> {
  const reader = createRowReader(entry.name, workbook, facts, tall)
  const scanner = createXmlScanner(entry.name, reader.handler)
  for await (const piece of decodedPart(file, entry)) {
    scanner.write(piece)
    const rows = reader.take()
    if (rows.length) yield rows
    if (reader.isDone()) return
  }
  scanner.end()
}

type RowReader = { handler: XmlHandler; take(): RawRow[]; isDone(): boolean }

/** What the schema of a worksheet has behind its merged cells (ECMA-376, 18.3.1.99). */
const BEHIND_MERGES = new Set(
  'phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks ignoredErrors drawing legacyDrawing tableParts extLst'.split(
    ' ',
  ),
)
const MOST_MERGES = 2000

function createRowReader(
  part: string,
  workbook: Workbook,
  facts: SheetFacts | undefined,
  tall: TallMerge[] | undefined,
): RowReader {
  let rows: RawRow[] = []
  let isDone = false
  let isPastData = false
  let row: RawRow | null = null
  let rowNumber = ''
  let last = 0
  let column = -1
  // one object for all cells: a new one each would be most of what this costs
  const source: CellSource = { ...workbook, part, type: 'n', style: 0, raw: '', formula: null, address: '' }
  let hasValue = false
  let inHint = false
  const damaged = (detail: string): Problem => new Problem('import.xlsx_damaged', { detail: `${part}: ${detail}` })

  const openRow = (attributes: string): void => {
    const n = Number(attribute(attributes, 'r') ?? last + 1)
    refuseOver('import.too_many_rows', n, MAX_ROWS)
    if (!(n > last)) throw damaged(`row ${n} after row ${last}`)
    last = n
    rowNumber = String(n)
    column = -1
    const hidden = attributes.includes('hidden') && isTrue(attribute(attributes, 'hidden'))
    row = { n, hidden, at: [], cells: [], fields: null, isBroken: false }
  }

  const openCell = (attributes: string): void => {
    const before = column
    column++
    source.type = 'n'
    source.style = 0
    source.raw = ''
    source.formula = null
    hasValue = false
    // r, s and t are the attributes of every cell; they are read in one pass, 600,000 times in a middling file
    for (let at = 0; at < attributes.length; at++) {
      if (attributes.charCodeAt(at + 1) !== 61 || attributes.charCodeAt(at - 1) > 32) continue
      const name = attributes.charCodeAt(at)
      const quote = attributes[at + 2] ?? '"'
      const end = attributes.indexOf(quote, at + 3)
      if (end < 0) break
      if (name === 114) column = columnOf(attributes, at + 3, end)
      else if (name === 115) source.style = Number(attributes.slice(at + 3, end))
      else if (name === 116) source.type = attributes.slice(at + 3, end)
      at = end
    }
    if (column <= before) throw damaged(`row ${rowNumber} has a cell whose column is unknown or comes twice`)
    refuseOver('import.too_many_columns', column + 1, MAX_COLUMNS)
  }

  const closeCell = (): void => {
    if (!row || (!hasValue && source.formula === null)) return
    source.address = lettersOf(column) + rowNumber
    const cell: Cell | null = cellOf(source)
    if (!cell) return
    row.at.push(column)
    row.cells.push(cell)
  }

  const handler: XmlHandler = {
    wantsText: false,
    text(piece) {
      if (source.formula !== null && !hasValue) source.formula += piece
      else source.raw += piece
    },
    open(name, attributes) {
      switch (name) {
        case 'c':
          openCell(attributes)
          break
        case 'v':
          hasValue = true
          handler.wantsText = true
          break
        case 'row':
          openRow(attributes)
          break
        case 'f':
          source.formula = ''
          handler.wantsText = true
          break
        case 'rPh':
          inHint = true
          break
        case 't':
          hasValue = true
          handler.wantsText = !inHint
          break
        case 'dimension':
          if (facts) facts.dimensionRows = rowsOf(attribute(attributes, 'ref') ?? '')
          break
        case 'col':
          if (facts && isTrue(attribute(attributes, 'hidden'))) noteHidden(facts, attributes)
          break
        case 'mergeCell': {
          const merge = tallMergeOf(attribute(attributes, 'ref') ?? '')
          if (merge && tall && tall.length < MOST_MERGES) tall.push(merge)
          break
        }
        default:
          if (isPastData && BEHIND_MERGES.has(name)) isDone = true
      }
    },
    close(name) {
      switch (name) {
        case 'v':
        case 't':
        case 'f':
          handler.wantsText = false
          break
        case 'c':
          closeCell()
          break
        case 'row':
          if (row) rows.push(row)
          row = null
          break
        case 'rPh':
          inHint = false
          break
        case 'sheetData':
          isPastData = true
          isDone = tall === undefined
          break
        case 'mergeCells':
          isDone = true
          break
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

/** The column of a reference such as `AB12`: A is 0. */
function columnOf(text: string, start: number, end: number): number {
  let column = 0
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

/** `A1:L50001` claims 50,001 rows; a claim only, shown beside the sheet's name. */
const rowsOf = (range: string): number | null => Number(/(\d+)$/.exec(range)?.[1]) || null

function noteHidden(facts: SheetFacts, attributes: string): void {
  const [min, max] = [Number(attribute(attributes, 'min')), Number(attribute(attributes, 'max'))]
  for (let at = min; at <= Math.min(max, min + 30); at++) facts.hiddenColumns.push(lettersOf(at - 1))
}
