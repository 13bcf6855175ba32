import type { Db } from '../../db/open'
import type { BatchRow } from '../../db/queries/imports/batches'
import { numbersThatFit, type RowFilter, rowsThatFit } from '../../db/queries/imports/causes'
import {
  editsOfRow,
  rowByNumber,
  rowsWithErrorsAfter,
  rowsWithWarningsAfter,
  type StoredRow,
  saidOfRows,
} from '../../db/queries/imports/rows'
import { type KeptUnit, nameOfUnit } from '../../db/queries/imports/undo'
import { isAdded } from '../values/added-fields'
import type { Reason, Wording } from '../values/problem'
import { instant, toIso } from '../values/time'
import { cellsFromJson } from './checking/cells'
import type { FileFacts } from './checking/facts'
import { findingsFromJson } from './checking/stored-row'
import { chosenMapping, readBatch } from './context'
import { SAID_OF_ROW } from './editing/bulk-edit'
import { lastStepOf } from './editing/offers'
import { type Finding, kindHere, type Value } from './kind'
import { fieldCalled } from './mapping/added-columns'
import { withMade } from './mapping/made-columns'
import type { ChosenMapping } from './mapping/propose'
import { importKinds } from './registry'
import { changesFromJson, rowFromJson } from './values-json'

type Word = (reason: Reason) => Wording

const LISTED = 1000

const iso = (at: number | null): string | null => (at === null ? null : toIso(instant(at)))
const worded = (reason: Reason, word: Word) => ({ code: reason.code, ...word(reason) })

const leftAlone = (column: string, { message, fix }: Wording) => ({ column, reason: message, fix })

/** A batch in a list. */
export const summaryOf = (batch: BatchRow) => ({
  import_id: batch.id,
  kind: batch.kind,
  state: batch.state,
  file_name: batch.file_name,
  counts: {
    rows: batch.rows_n,
    create: batch.create_n,
    update: batch.update_n,
    unchanged: batch.unchanged_n,
    duplicate: batch.duplicate_n,
    error: batch.error_n,
    warning: batch.warning_n,
    skipped: batch.skipped_n,
  },
  created_at: toIso(instant(batch.created_at)),
  created_by: batch.created_by,
  applied_at: iso(batch.applied_at),
  applied_by: batch.applied_at === null ? null : batch.applied_by,
  applied: batch.applied_n,
  undone_at: iso(batch.undone_at),
  undone_by: batch.undone_at === null ? null : batch.undone_by,
})

/** A batch as an administrator sees it; errors and warnings of at most 1,000 rows each, from the row after those given. */
export function viewOf(db: Db, batch: BatchRow, word: Word, after: { errors: number; warnings: number }) {
  const facts: FileFacts | null = batch.reading === null ? null : JSON.parse(batch.reading)
  const reason: Reason | null = batch.reason === null ? null : JSON.parse(batch.reason)
  const findings: Reason[] = JSON.parse(batch.findings)
  const kept: KeptUnit[] = JSON.parse(batch.kept)
  const errors = listed(rowsWithErrorsAfter(db, batch.id, after.errors, LISTED + 1))
  const warnings = listed(rowsWithWarningsAfter(db, batch.id, after.warnings, LISTED + 1))
  const held = facts?.columns.filter(({ field }) => field !== null) ?? []
  return {
    ...summaryOf(batch),
    sha256: batch.sha256,
    options: JSON.parse(batch.options) as Record<string, unknown>,
    task_id: batch.task_id === null ? null : String(batch.task_id),
    reason: reason && worded(reason, word),
    mapping: Object.fromEntries(held.map(({ field, name }) => [field ?? '', name])),
    columns: facts?.columns.map((column) => columnView(column, facts, chosenMapping(batch))) ?? [],
    sheet: facts === null ? null : sheetView(facts),
    splits: standing(facts?.chosen.answers.splits),
    joins: standing(facts?.chosen.answers.joins),
    left_alone: facts?.leftAlone.map(({ column, reason }) => leftAlone(column, word(reason))) ?? [],
    questions:
      facts?.questions.map(({ column, ask, choices, examples }) => ({
        column,
        ask: word(ask).message,
        choices,
        examples,
      })) ?? [],
    fields: fieldsOf(db, batch, facts),
    findings: findings.map((one) => worded(one, word)),
    errors: errors.rows.flatMap((row) => complaintsOf(row, row.errors, facts, word)),
    warnings: warnings.rows.flatMap((row) => complaintsOf(row, row.warnings, facts, word)),
    more: { errors: errors.next, warnings: warnings.next },
    said: saidView(db, batch.id),
    last_step: batch.state === 'checked' ? lastStepOf(db, batch.id) : null,
    checked_at: iso(batch.checked_at),
    applied_rows: batch.applied_rows,
    kept: keptViews(db, kept, word),
  }
}

/** What was said and not taken back. */
const standing = <Rule>(said: Record<string, Rule | null> = {}): Record<string, Rule> =>
  Object.fromEntries(Object.entries(said).flatMap(([name, rule]) => (rule === null ? [] : [[name, rule]])))

/** What a person decided about rows as a whole: it stays with the receipt. */
function saidView(db: Db, batchId: number): { skip: number; same: number; another: number } {
  const counts = new Map(saidOfRows(db, batchId, SAID_OF_ROW).map(({ said, rows }) => [said, rows]))
  return { skip: counts.get('skip') ?? 0, same: counts.get('same') ?? 0, another: counts.get('another') ?? 0 }
}

/** What the rows of a table are to somebody who never sees tables. */
const ROWS: Readonly<Record<string, readonly [edited: string, used: string]>> = {
  party: ['what stands about the person', 'a person'],
  party_role: ['the employment', 'an employment'],
  employee_department: ['the department', 'an employee'],
  department: ['the department', 'a department'],
  contract: ['the contract', 'a contract'],
  salary_fact: ['the pay of a month', 'the pay of a month'],
  month_item: ['an item of a month', 'an item of a month'],
  slip: ['a payslip', 'a payslip'],
  slip_line: ['a payslip', 'a payslip'],
}

const rowsInWords = (why: KeptUnit['why'], table: string): string => {
  const [edited, used] = ROWS[table] ?? ['something of it', 'something']
  return why === 'edited' ? edited : used
}

/** Names are looked up, never kept with the import: erasing a person leaves none behind. */
export const keptViews = (db: Db, kept: readonly KeptUnit[], word: Word) =>
  kept.map(({ unit, why, by, row }) => ({
    row,
    entity: unit,
    ...word({
      code: `import.kept_${why}`,
      params: { row, entity: nameOfUnit(db, unit) ?? unit, by: rowsInWords(why, by) },
    }),
  }))

const columnView = (
  { name, letter, field, reading, samples, made }: FileFacts['columns'][number],
  facts: FileFacts,
  said: ChosenMapping,
) => ({
  column: name,
  letter,
  field,
  why:
    field === null
      ? null
      : said[field] === name
        ? ('chosen' as const)
        : facts.chosen.mapping[field] === name
          ? ('remembered' as const)
          : ('named' as const),
  read_as:
    reading === null ? null : [reading.dateOrder, reading.decimalMark].filter((one) => one !== null).join(' ') || null,
  samples,
  is_made: made !== undefined,
})

const sheetView = ({ format, encoding, delimiter, sheet, sheets, headerRow }: FileFacts) => ({
  format,
  encoding,
  delimiter,
  sheet,
  sheets,
  header_row: headerRow,
})

/** What columns of the kind can hold, then what columns of this file hold added together. */
function fieldsOf(db: Db, batch: BatchRow, facts: FileFacts | null) {
  const kind = importKinds().find((one) => one.kind === batch.kind)
  const fields = kind ? kindHere(db, kind, JSON.parse(batch.options)).fields : []
  const added = facts?.columns.flatMap(({ field }) => (field !== null && isAdded(field) ? [field] : [])) ?? []
  return [...fields, ...added.flatMap((name) => fieldCalled(fields, name) ?? [])].map(
    ({ name, label, type, required = false, adds = null }) => ({ field: name, label, type, required, adds }),
  )
}

/** The rows to list, and where the list goes on; null where it is complete. */
function listed(rows: StoredRow[]): { rows: StoredRow[]; next: number | null } {
  if (rows.length <= LISTED) return { rows, next: null }
  const shown = rows.slice(0, LISTED)
  return { rows: shown, next: shown.at(-1)?.n ?? null }
}

/** Column names are the file's own; where no column holds the field, the field's name. */
function complaintsOf(row: StoredRow, findings: string | null, facts: FileFacts | null, word: Word) {
  return findingsFromJson(findings).map(({ column, found, reason }: Finding) => {
    const wording = word(reason)
    return {
      row: row.n,
      column: column === null ? null : (facts?.columns.find(({ field }) => field === column)?.name ?? column),
      found,
      expected: wording.message,
      fix: wording.fix,
      code: reason.code,
    }
  })
}

/** Money is shown in minor units as text: a bigint has no JSON. */
const shown = (value: Value): string | number | null => (typeof value === 'bigint' ? value.toString() : value)

/** A row with its cells, what was typed over them, and what it does. */
export function rowViewOf(db: Db, batch: BatchRow, row: StoredRow, word: Word) {
  const facts: FileFacts | null = batch.reading === null ? null : JSON.parse(batch.reading)
  const columns = facts?.columns ?? []
  const letters = columns.map(({ letter }) => letter)
  const nameAt = new Map(columns.map(({ position, name }) => [position, name]))
  const cells = withMade(cellsFromJson(row.cells, letters, row.n), columns)
  const values = Object.entries(rowFromJson(row.vals ?? '{}'))
  return {
    row: row.n,
    outcome: row.outcome,
    key: row.key,
    duplicate_of: row.first_row,
    entity: row.entity,
    cells: Object.fromEntries(
      cells.flatMap((cell, position) => (cell ? [[nameAt.get(position) ?? String(position), cell.text]] : [])),
    ),
    edits: Object.fromEntries(
      editsOfRow(db, batch.id, row.n).flatMap((edit) =>
        edit.position < 0 ? [] : [[nameAt.get(edit.position) ?? '', edit.value]],
      ),
    ),
    values: Object.fromEntries(values.map(([field, value]) => [field, shown(value)])),
    changes: changesFromJson(row.changes).map(({ field, before, after }) => ({
      field,
      before: shown(before),
      after: shown(after),
    })),
    errors: complaintsOf(row, row.errors, facts, word),
    warnings: complaintsOf(row, row.warnings, facts, word),
  }
}

/** A page of rows, all or those that fit, after a row's number or past an offset. */
export function pageOfRows(
  db: Db,
  batchId: number,
  filter: RowFilter,
  { after, offset, limit }: { after: number; offset: number; limit: number },
) {
  const rows = rowsThatFit(db, batchId, filter, { after, offset, limit: limit + 1 })
  const page = rows.slice(0, limit)
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.n ?? null) : null }
}

/** The numbers of the rows that fit, from an offset on. */
export function numbersOfRows(db: Db, batchId: number, filter: RowFilter, page: { offset: number; limit: number }) {
  readBatch(db, batchId)
  return numbersThatFit(db, batchId, filter, page)
}

/** Rows by their numbers, as an administrator sees them. */
export function rowViews(db: Db, batchId: number, numbers: readonly number[], word: Word) {
  const batch = readBatch(db, batchId)
  const rows = numbers.flatMap((n) => rowByNumber(db, batchId, n) ?? [])
  return rows.map((row) => rowViewOf(db, batch, row, word))
}
