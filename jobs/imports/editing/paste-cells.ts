import type { Db } from '../../../db/open'
import { firstMissingRow, rowByNumber } from '../../../db/queries/imports/rows'
import { insertStep, type StepCell } from '../../../db/queries/imports/steps'
import type { Write } from '../../engine/write'
import { Problem } from '../../values/problem'
import { cellsFromJson } from '../checking/cells'
import type { FileFacts } from '../checking/facts'
import { withMade } from '../mapping/made-columns'
import type { AnyPlanRow } from '../planners'
import { AT_ONCE, checkedBatch, columnMeant, type TypedCell, type TypedOver, textOf, typeOver } from '../type-over'
import type { Paste, PastedCell } from './bulk-edit'
import { enqueueEdit, readStep } from './edit-cause'

/**
 * Types values over many cells, as when a column is pasted. Few rows at once; into more of them by a task, part by part,
 * as one step that can be taken back. Refused unless the import is checked, for unknown columns and rows that are not there.
 */
export function pasteCells(write: Write, importId: number, typed: readonly TypedCell[], plan: AnyPlanRow): TypedOver {
  const numbers = new Set(typed.map(({ row }) => row))
  if (numbers.size <= AT_ONCE) return typeOver(write, importId, typed, plan)
  const { batch, facts } = checkedBatch(write, importId)
  const missing = firstMissingRow(write.db, importId, [...numbers])
  if (missing !== undefined) {
    throw new Problem('import.no_such_row', { id: importId, row: missing }, { kind: 'not_found' })
  }
  const cells = typed.map(
    ({ row, column, value }): PastedCell => ({
      n: row,
      position: columnMeant(facts.columns, column).position,
      value: textOf(column, value),
    }),
  )
  const paste: Paste = { does: 'paste', cells }
  const step = readStep(write, importId, insertStep(write.db, importId, JSON.stringify(paste), write.actor, write.now))
  return { rows: numbers.size, planned: [], taskId: enqueueEdit(write, batch, step, false) }
}

/** Pasted cells as a step types them: where the file's own cell says the same, nothing stands over it. */
export function pastedOver(
  db: Db,
  importId: number,
  { columns }: Pick<FileFacts, 'columns'>,
  cells: readonly PastedCell[],
): StepCell[] {
  const letters = columns.map(({ letter }) => letter)
  const own = new Map<number, readonly { text: string }[]>()
  return cells.map(({ n, position, value }) => {
    const row = own.has(n) ? undefined : rowByNumber(db, importId, n)
    if (row) own.set(n, withMade(cellsFromJson(row.cells, letters, n), columns))
    const text = own.get(n)?.[position]?.text ?? ''
    return { n, position, value: text === value.trim() ? null : value }
  })
}
