import type { BatchRow } from '../../../db/queries/imports/batches'
import { rowByNumber, type StoredRow } from '../../../db/queries/imports/rows'
import {
  causeCells,
  cellsOfStep,
  endStep,
  insertStep,
  lastStep,
  rowsOfCause,
  type StepRow,
  stepByNumber,
  typeInStep,
  untypeCell,
} from '../../../db/queries/imports/steps'
import type { Write } from '../../engine/write'
import { Problem } from '../../values/problem'
import { change } from '../change'
import type { FileFacts } from '../checking/facts'
import { mappedFields, planContext } from '../context'
import { kindHere } from '../kind'
import { fieldCalled } from '../mapping/added-columns'
import { queueOfKind } from '../names'
import type { AnyPlanRow } from '../planners'
import { importKind } from '../registry'
import { AT_ONCE, checkedBatch, planAgainOrCheck, type TypedOver } from '../type-over'
import { type BulkEdit, createPlace, type EditedColumn, editOf, isRowFix } from './bulk-edit'

/**
 * Does one thing to every row of a cause: a step that can be taken back. Few rows at once, more of them by a task, page by
 * page, after which the file is checked again. Refused unless the import is checked.
 */
export function editCause(write: Write, importId: number, edit: BulkEdit, plan: AnyPlanRow): TypedOver {
  const { batch, facts } = checkedBatch(write, importId)
  const column = editedColumn(write, batch, facts, edit)
  if (column.position === null && !isRowFix(edit.does)) throw new Problem('import.cause_without_column', {})
  const total = rowsOfCause(write.db, importId, edit)
  const number = insertStep(write.db, importId, JSON.stringify(edit), write.actor, write.now)
  const step = readStep(write, importId, number)
  if (total > AT_ONCE) return { rows: total, planned: [], taskId: enqueueEdit(write, batch, step, false) }
  const rows = new Map<number, StoredRow>()
  for (const row of causeCells(write.db, importId, edit, column.position ?? -1, { after: 0, limit: AT_ONCE })) {
    const typed = editOf(edit, row, column)
    if (!typed) continue
    typeInStep(write.db, step, typed, write.actor, write.now)
    addRow(rows, write, importId, row.n)
  }
  if (rows.size === 0) {
    const found = edit.does === 'replace' ? edit.find : ''
    throw new Problem(edit.does === 'replace' ? 'import.nothing_found' : 'import.nothing_fixed', { found })
  }
  endStep(write.db, step, 'done')
  return planAgainOrCheck(write, batch, facts, [...rows.values()], plan)
}

/** Takes the last step back: the cells are as they were before it, but for those that were typed over since. */
export function takeBackStep(write: Write, importId: number, plan: AnyPlanRow): TypedOver {
  const { batch, facts } = checkedBatch(write, importId)
  const step = lastStep(write.db, importId)
  if (!step) throw new Problem('import.no_step', { id: importId }, { kind: 'conflict' })
  const cells = cellsOfStep(write.db, step, null, AT_ONCE + 1)
  if (cells.length > AT_ONCE) return { rows: step.rows_n, planned: [], taskId: enqueueEdit(write, batch, step, true) }
  const rows = new Map<number, StoredRow>()
  for (const cell of cells) {
    untypeCell(write.db, step, cell, write.actor, write.now)
    addRow(rows, write, importId, cell.n)
  }
  endStep(write.db, step, 'taken_back')
  return planAgainOrCheck(write, batch, facts, [...rows.values()], plan)
}

export function readStep({ db }: Pick<Write, 'db'>, importId: number, number: number): StepRow {
  const step = stepByNumber(db, importId, number)
  if (!step) throw new Problem('import.no_step', { id: importId }, { kind: 'not_found' })
  return step
}

/** Where in the file the column of a cause stands; null where it is about the row as a whole. */
export const placeOf = ({ columns }: Pick<FileFacts, 'columns'>, cause: Pick<BulkEdit, 'field'>): number | null =>
  columns.find(({ field, position }) => field !== null && field === cause.field && position >= 0)?.position ?? null

/** The column a cause is about, with everything its cells are read by. */
export function editedColumn(
  { db, now }: Pick<Write, 'db' | 'now'>,
  batch: BatchRow,
  facts: FileFacts,
  { field: name, code }: Pick<BulkEdit, 'field' | 'code'>,
): EditedColumn {
  const position = placeOf(facts, { field: name })
  const options: Record<string, unknown> = JSON.parse(batch.options)
  const kind = kindHere(db, importKind(batch.kind), options)
  const field = (name !== null && fieldCalled(mappedFields(kind.fields, options), name)) || null
  const known = (field && kind.known?.(planContext(db, batch, now).snapshot)[field.name]) ?? []
  const reading = facts.columns.find((one) => one.position === position)?.reading ?? null
  const fieldAt = kind.fields.findIndex((one) => one.name === name && one.creates?.code === code)
  return { position, field, reading, known: [...new Set(known)], createAt: fieldAt < 0 ? null : createPlace(fieldAt) }
}

/** The work of many rows: told, cancelled and taken up again like any task. */
export function enqueueEdit(write: Write, batch: BatchRow, { step }: StepRow, back: boolean): number {
  const args = { import_id: batch.id, step, back }
  const { taskId } = write.enqueue('imports.edit', args, { queue: queueOfKind(batch.kind) })
  change(write, batch.id, { state: 'reading', task_id: taskId, reason: null, revision: batch.revision + 1 })
  return taskId
}

function addRow(rows: Map<number, StoredRow>, write: Write, importId: number, n: number): void {
  const row = rows.get(n) ?? rowByNumber(write.db, importId, n)
  if (row) rows.set(n, row)
}
