import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Db } from '../../../db/open'
import { editedPlaces, editsOfRow, rowsWithErrorsAfter, type StoredRow } from '../../../db/queries/imports/rows'
import { Problem, type Reason, type Wording } from '../../values/problem'
import { goOn, type Waiting } from '../../values/waiting'
import { cellsFromJson } from '../checking/cells'
import { Edits } from '../checking/edits'
import type { FileFacts, ReadColumn } from '../checking/facts'
import { findingsFromJson } from '../checking/stored-row'
import { readBatch } from '../context'
import { originalNumber } from '../mapping/columns'
import { isOwnColumn, OWN_COLUMNS } from '../mapping/header'
import { withMade } from '../mapping/made-columns'
import type { Cell } from '../reading'
import { MEDIA_TYPES, writeTable } from './table'

const PAGE_ROWS = 1000
const PLAIN_DELIMITERS = new Set([',', ';', '\t', '|'])

/**
 * The rows that were not imported: the original columns, and beside them which row it was, which column is wrong, why, and
 * how to mend it. Mended and dropped again it is a file like any other; the four columns are then left alone.
 */
export async function errorFile(
  db: Db,
  importId: number,
  format: 'csv' | 'xlsx',
  word: (reason: Reason) => Wording,
  waiting?: Waiting,
) {
  const batch = readBatch(db, importId)
  if (batch.reading === null) {
    throw new Problem('import.not_checked', { id: importId, state: batch.state }, { kind: 'conflict' })
  }
  const facts: FileFacts = JSON.parse(batch.reading)
  const written = writtenColumns(facts.columns, editedPlaces(db, importId))
  const rows: (string | number | null)[][] = []
  for (let after = 0, page = nextPage(db, importId, after); page.length > 0; page = nextPage(db, importId, after)) {
    for (const row of page) {
      const cells = cellsOf(db, importId, row, facts.columns)
      const values = written.map(({ position }) => writtenValue(cells[position]))
      rows.push([...values, numberOf(cells, row.n, facts.columns), ...complaints(row, facts, word)])
    }
    after = page.at(-1)?.n ?? Number.MAX_SAFE_INTEGER
    await nextTurn()
    goOn(waiting, rows.length, 0)
  }
  const headers = [...written.map(({ made, name, header }) => (made ? name : header)), ...OWN_COLUMNS]
  const delimiter = PLAIN_DELIMITERS.has(facts.delimiter ?? '') ? (facts.delimiter ?? ',') : ','
  const base = batch.file_name.replace(/\.[^.]*$/, '')
  return {
    fileName: `${base} errors.${format}`,
    mediaType: MEDIA_TYPES[format],
    bytes: await writeTable({ name: 'Errors', headers, rows }, format, { delimiter, waiting }),
  }
}

const nextPage = (db: Db, importId: number, after: number): StoredRow[] =>
  rowsWithErrorsAfter(db, importId, after, PAGE_ROWS)

/** The file's own columns, and after them those made of others over which something was typed: no cell of the file can hold it. */
const writtenColumns = (columns: readonly ReadColumn[], edited: ReadonlySet<number>): ReadColumn[] =>
  columns.filter(({ position, header, made }) => (made ? edited.has(position) : position >= 0 && !isOwnColumn(header)))

/** The cells with what was typed over them, those made of others too. */
function cellsOf(db: Db, importId: number, row: StoredRow, columns: readonly ReadColumn[]): readonly Cell[] {
  const letters = columns.map(({ letter }) => letter)
  const cells = cellsFromJson(row.cells, letters, row.n)
  return withMade(new Edits(editsOfRow(db, importId, row.n)).over({ n: row.n, cells }), columns)
}

/** A plain number stays one; a date, a percentage, a time or zeros in front are written as a person reads them. */
function writtenValue(cell: Cell | undefined): string | number | null {
  if (cell === undefined || cell.kind === 'empty') return null
  const isNumber = cell.kind === 'number' && !cell.percent && cell.currency === null
  const plain = isNumber && typeof cell.value === 'number' && !/:|^-?0\d/.test(cell.text)
  return plain ? (cell.value as number) : cell.text
}

/** A row of an error file keeps the number it had in the file it came from. */
function numberOf(cells: readonly Cell[], n: number, columns: readonly ReadColumn[]): string | number {
  const number = originalNumber(columns)
  return number === undefined ? n : (writtenValue(cells[number.position]) ?? '')
}

function complaints(row: StoredRow, facts: FileFacts, word: (reason: Reason) => Wording): string[] {
  const findings = findingsFromJson(row.errors)
  const words = findings.map(({ reason }) => word(reason))
  const columns = findings.flatMap(({ column }) =>
    column === null ? [] : (facts.columns.find(({ field }) => field === column)?.name ?? column),
  )
  return [
    [...new Set(columns)].join('; '),
    words.map(({ message }) => message).join(' '),
    words.map(({ fix }) => fix).join(' '),
  ]
}
