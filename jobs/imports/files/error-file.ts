import type { Db } from '../../../db/open'
import { editsOfRow, rowsWithErrorsAfter, type StoredRow } from '../../../db/queries/imports/rows'
import { Problem, type Reason, type Wording } from '../../values/problem'
import { cellsFromJson } from '../checking/cells'
import { Edits } from '../checking/edits'
import type { FileFacts, ReadColumn } from '../checking/facts'
import { findingsFromJson } from '../checking/stored-row'
import { readBatch } from '../context'
import type { Cell } from '../reading'
import { MEDIA_TYPES, writeTable } from './table'

const PAGE_ROWS = 1000
const PLAIN_DELIMITERS = new Set([',', ';', '\t', '|'])

/**
 * The rows that were not imported: the original columns, and beside them which row it was, which column is wrong, why, and
 * how to mend it. Mended and dropped again it is a file like any other; the four columns are then left alone.
 */
export async function errorFile(db: Db, importId: number, format: 'csv' | 'xlsx', word: (reason: Reason) => Wording) {
  const batch = readBatch(db, importId)
  if (batch.reading === null) {
    throw new Problem('import.not_checked', { id: importId, state: batch.state }, { kind: 'conflict' })
  }
  const facts: FileFacts = JSON.parse(batch.reading)
  const rows: (string | number | null)[][] = []
  for (let after = 0, page = nextPage(db, importId, after); page.length > 0; page = nextPage(db, importId, after)) {
    for (const row of page) rows.push([...cellsOf(db, importId, row, facts.columns), ...complaints(row, facts, word)])
    after = page.at(-1)?.n ?? Number.MAX_SAFE_INTEGER
  }
  const headers = [...facts.columns.map(({ header }) => header), '_row', '_column', '_reason', '_suggestion']
  const delimiter = PLAIN_DELIMITERS.has(facts.delimiter ?? '') ? (facts.delimiter ?? ',') : ','
  const base = batch.file_name.replace(/\.[^.]*$/, '')
  return {
    fileName: `${base} errors.${format}`,
    mediaType: MEDIA_TYPES[format],
    bytes: await writeTable({ name: 'Errors', headers, rows }, format, delimiter),
  }
}

const nextPage = (db: Db, importId: number, after: number): StoredRow[] =>
  rowsWithErrorsAfter(db, importId, after, PAGE_ROWS)

/** The cells with what was typed over them, as the file writes them. */
function cellsOf(db: Db, importId: number, row: StoredRow, columns: readonly ReadColumn[]): (string | number | null)[] {
  const letters = columns.map(({ letter }) => letter)
  const cells = cellsFromJson(row.cells, letters, row.n)
  return new Edits(editsOfRow(db, importId, row.n)).over({ n: row.n, cells }).map(writtenValue)
}

/** A plain number stays one; a date, a percentage, a time or zeros in front are written as a person reads them. */
function writtenValue(cell: Cell): string | number | null {
  if (cell.kind === 'empty') return null
  const isNumber = cell.kind === 'number' && !cell.percent && cell.currency === null
  const plain = isNumber && typeof cell.value === 'number' && !/:|^-?0\d/.test(cell.text)
  return plain ? (cell.value as number) : cell.text
}

function complaints(row: StoredRow, facts: FileFacts, word: (reason: Reason) => Wording): (string | number)[] {
  const findings = findingsFromJson(row.errors)
  const words = findings.map(({ reason }) => word(reason))
  const columns = findings.flatMap(({ column }) =>
    column === null ? [] : (facts.columns.find(({ field }) => field === column)?.name ?? column),
  )
  return [
    row.n,
    [...new Set(columns)].join('; '),
    words.map(({ message }) => message).join(' '),
    words.map(({ fix }) => fix).join(' '),
  ]
}
