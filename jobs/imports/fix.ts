import { type BatchRow, recountBatch } from '../../db/queries/imports/batches'
import {
  deleteEdit,
  editsOfRow,
  putEdit,
  putRow,
  rowByNumber,
  rowsByKey,
  type StoredRow,
} from '../../db/queries/imports/rows'
import type { Write } from '../engine/write'
import { Problem } from '../values/problem'
import { change } from './change'
import { cellsFromJson } from './checking/cells'
import { checkRow, rowRules } from './checking/check-row'
import { Duplicates } from './checking/duplicates'
import { Edits } from './checking/edits'
import type { FileFacts, ReadColumn } from './checking/facts'
import { problemsOf } from './checking/replan-run'
import { toStoredRow } from './checking/stored-row'
import { planContext, readBatch } from './context'
import { findColumn } from './mapping/columns'
import type { AnyPlanRow } from './planners'

/**
 * Types values over cells of one row. The file's cells stay as they are; the row is planned again, and so are the rows
 * that share its key, before or after. Answers with the row as it now stands.
 */
export function fixRow(
  write: Write,
  importId: number,
  n: number,
  typed: Record<string, unknown>,
  plan: AnyPlanRow,
): StoredRow {
  const batch = readBatch(write.db, importId)
  if (batch.state !== 'checked' || batch.reading === null) {
    throw new Problem('import.not_checked', { id: importId, state: batch.state }, { kind: 'conflict' })
  }
  const facts: FileFacts = JSON.parse(batch.reading)
  const row = rowByNumber(write.db, importId, n)
  if (!row) throw new Problem('import.no_such_row', { id: importId, row: n }, { kind: 'not_found' })
  type Over = { column: ReadColumn; value: string }
  const overs = Object.entries(typed).map(
    ([name, value]): Over => ({
      column: columnMeant(facts.columns, name),
      value: textOf(name, value),
    }),
  )
  if (overs.length === 0) throw new Problem('import.nothing_typed', { row: n }, { kind: 'malformed' })
  const letters = facts.columns.map(({ letter }) => letter)
  const own = cellsFromJson(row.cells, letters, n)
  for (const { column, value } of overs) {
    if (own[column.position]?.text === value.trim()) deleteEdit(write.db, importId, n, column.position)
    else putEdit(write.db, importId, { n, position: column.position, value }, write.actor, write.now)
  }
  planAgain(write, batch, facts, row, plan)
  recountBatch(write.db, importId)
  change(write, importId, { revision: batch.revision + 1, reason: null })
  return rowByNumber(write.db, importId, n) ?? row
}

/** A column by its header, its letter or the field it holds. */
function columnMeant(columns: readonly ReadColumn[], name: string): ReadColumn {
  const column = findColumn(columns, name) ?? columns.find(({ field }) => field === name)
  if (column) return column
  const known = columns.map((one) => one.name).join(', ')
  throw new Problem('import.unknown_column', { column: name, columns: known })
}

function textOf(column: string, value: unknown): string {
  if (value === null) return ''
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new Problem('import.not_a_cell', { column }, { kind: 'malformed' })
}

/** The row itself, then everything that shares its old key or its new one, in the order of the file. */
function planAgain(write: Write, batch: BatchRow, facts: FileFacts, row: StoredRow, plan: AnyPlanRow): void {
  const { fields, options, office, snapshot } = planContext(write.db, batch, write.now)
  const rules = rowRules(facts.columns, fields, { plan, snapshot, options, office })
  const letters = facts.columns.map(({ letter }) => letter)
  const check = (stored: StoredRow) => {
    const cells = cellsFromJson(stored.cells, letters, stored.n)
    const edits = new Edits(editsOfRow(write.db, batch.id, stored.n))
    return checkRow(stored.n, edits.over({ n: stored.n, cells }), problemsOf(stored), rules)
  }
  const fresh = check(row)
  const group = new Map<number, StoredRow>([[row.n, row]])
  for (const key of new Set([row.key, fresh.key])) {
    if (key !== null) for (const other of rowsByKey(write.db, batch.id, key)) group.set(other.n, other)
  }
  const duplicates = new Duplicates()
  const checked = new Map([...group.values()].sort((a, b) => a.n - b.n).map((one) => [one.n, check(one)]))
  for (const one of checked.values()) {
    const conflict = duplicates.see(one)
    const first = conflict && checked.get(conflict.n)
    if (!first) continue
    first.outcome = 'error'
    first.errors.push(conflict.error)
  }
  for (const [number, one] of checked) putRow(write.db, batch.id, toStoredRow(one, group.get(number)?.cells ?? '[]'))
}
