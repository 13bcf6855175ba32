import { type BatchRow, recountBatch } from '../../db/queries/imports/batches'
import { deleteEdit, putEdit, rowByNumber, rowsAfter, type StoredRow } from '../../db/queries/imports/rows'
import type { Write } from '../engine/write'
import { Problem } from '../values/problem'
import { change } from './change'
import { cellsFromJson } from './checking/cells'
import type { FileFacts, ReadColumn } from './checking/facts'
import { readBatch } from './context'
import { findColumn } from './mapping/columns'
import { withMade } from './mapping/made-columns'
import { planRowsAgain } from './plan-again'
import type { AnyPlanRow } from './planners'
import { importKind } from './registry'
import { enqueueCheck } from './start'

export type TypedCell = { row: number; column: string; value: unknown }

/** `planned`: the rows typed over and those they are compared with. `taskId`: more rows than are planned again in one turn; the whole file is then checked again by a task. */
export type TypedOver = { rows: number; planned: number[]; taskId: number | null }

/** Rows that are planned again at once. A row takes about 0.1 ms; a turn of the office is to stay far below 200 ms. */
export const AT_ONCE = 200

/**
 * Types values over cells. The file's cells stay as they are; the rows are planned again, and so are those that share a
 * key with them. Refused unless the import is checked, for unknown columns and for rows that are not there.
 */
export function typeOver(write: Write, importId: number, typed: readonly TypedCell[], plan: AnyPlanRow): TypedOver {
  const { batch, facts } = checkedBatch(write, importId)
  const letters = facts.columns.map(({ letter }) => letter)
  const rows = new Map<number, StoredRow>()
  for (const { row: n, column: name, value } of typed) {
    const column = columnMeant(facts.columns, name)
    const text = textOf(name, value)
    const row = rows.get(n) ?? rowByNumber(write.db, importId, n)
    if (!row) throw new Problem('import.no_such_row', { id: importId, row: n }, { kind: 'not_found' })
    rows.set(n, row)
    const own = withMade(cellsFromJson(row.cells, letters, n), facts.columns)[column.position]?.text ?? ''
    if (own === text.trim()) deleteEdit(write.db, importId, n, column.position)
    else putEdit(write.db, importId, { n, position: column.position, value: text }, write.actor, write.now)
  }
  return planAgainOrCheck(write, batch, facts, [...rows.values()], plan)
}

/** The import whose rows are to be changed; refused unless it is checked. */
export function checkedBatch(write: Write, importId: number): { batch: BatchRow; facts: FileFacts } {
  const batch = readBatch(write.db, importId)
  if (batch.state !== 'checked' || batch.reading === null) {
    throw new Problem('import.not_checked', { id: importId, state: batch.state }, { kind: 'conflict' })
  }
  return { batch, facts: JSON.parse(batch.reading) }
}

/** Rows whose cells were typed over: few are planned again here, more of them with the whole file by a task. */
export function planAgainOrCheck(
  write: Write,
  batch: BatchRow,
  facts: FileFacts,
  rows: readonly StoredRow[],
  plan: AnyPlanRow,
): TypedOver {
  const revision = batch.revision + 1
  const affected = importKind(batch.kind).rowsMeet ? rowsAfter(write.db, batch.id, 0, AT_ONCE + 1) : rows
  if (affected.length > AT_ONCE) {
    change(write, batch.id, { revision })
    return { rows: rows.length, planned: [], taskId: enqueueCheck(write, batch.id, batch.kind) }
  }
  const planned = planRowsAgain(write, batch, facts, affected, plan)
  recountBatch(write.db, batch.id)
  change(write, batch.id, { revision, reason: null })
  return { rows: rows.length, planned, taskId: null }
}

/** A column by its header, its letter or the field it holds. */
export function columnMeant(columns: readonly ReadColumn[], name: string): ReadColumn {
  const column = findColumn(columns, name) ?? columns.find(({ field }) => field === name)
  if (column) return column
  const known = columns.map((one) => one.name).join(', ')
  throw new Problem('import.unknown_column', { column: name, columns: known })
}

export function textOf(column: string, value: unknown): string {
  if (value === null) return ''
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new Problem('import.not_a_cell', { column }, { kind: 'malformed' })
}
