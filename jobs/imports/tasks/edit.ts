import { z } from 'zod'
import type { Db } from '../../../db/open'
import { batchById } from '../../../db/queries/imports/batches'
import {
  causeCells,
  cellsInStep,
  cellsOfStep,
  endStep,
  rowsOfCause,
  type StepRow,
  stepByNumber,
  type TypedCell,
  typeInStep,
  untypeCell,
} from '../../../db/queries/imports/steps'
import { defineTask, type Page, type TaskCall } from '../../engine/define-task'
import type { Write } from '../../engine/write'
import type { FileFacts } from '../checking/facts'
import { CHECKABLE, readBatch } from '../context'
import type { BulkEdit, Paste } from '../editing/bulk-edit'
import { editedColumn, enqueueEdit, placeOf, readStep } from '../editing/edit-cause'
import type { EditInput, EditPage, EditStaged } from '../editing/edit-run'
import { pastedOver } from '../editing/paste-cells'
import { importRuns } from '../runs'
import { enqueueCheck } from '../start'
import { ImportArgs } from './check'

const EditArgs = ImportArgs.extend({ step: z.number().int().positive(), back: z.boolean().default(false) })
type EditArgs = z.infer<typeof EditArgs>

const PAGE_ROWS = 1000

/**
 * Types over the cells of many rows, or takes that back; then the file is checked again. Called off, what was typed is
 * taken back.
 */
export const editImport = defineTask({
  name: 'imports.edit',
  queue: 'default',
  args: EditArgs,
  positional: ['import_id', 'step', 'back'],
  key: ({ import_id, back }) => `${import_id}/${back}`,
  load: loadEdit,
  version: (db, { import_id }) => String(readBatch(db, import_id).revision),
  run: importRuns['imports.edit'],
  page: pageOf,
  stage: stageCells,
  commit: (write, _output: null, { import_id, step, back }) => {
    endStep(write.db, keptOf(readStep(write, import_id, step)), back ? 'taken_back' : 'done')
    return { import_id, task_id: String(enqueueCheck(write, import_id, readBatch(write.db, import_id).kind)) }
  },
  failed: (write, { import_id, step, back }) => {
    const batch = batchById(write.db, import_id)
    const begun = stepByNumber(write.db, import_id, step)
    if (!batch || !begun || !CHECKABLE.has(batch.state)) return
    if (back) enqueueCheck(write, import_id, batch.kind)
    else enqueueEdit(write, batch, begun, true)
  },
})

const NO_FACTS = '{"columns":[]}'
const PASTED_AT_ONCE = 500
const whatOf = ({ what }: StepRow): BulkEdit | Paste => JSON.parse(what)
const factsOf = (db: Db, importId: number): FileFacts => JSON.parse(readBatch(db, importId).reading ?? NO_FACTS)

function loadEdit(db: Db, { import_id, step, back }: EditArgs, call: TaskCall): EditInput {
  const begun = readStep({ db }, import_id, step)
  if (back) return { edit: null, back, total: cellsInStep(db, begun) }
  const does = whatOf(begun)
  if (does.does === 'paste') return { edit: null, back, total: does.cells.length }
  const column = editedColumn({ db, now: call.now }, readBatch(db, import_id), factsOf(db, import_id), does)
  return { edit: { does, column }, back, total: rowsOfCause(db, import_id, does) }
}

/** The rows themselves stay as they were checked until the step has ended, so that a page is found again. */
function pageOf(db: Db, { import_id, step, back }: EditArgs, cursor: unknown): Page<EditPage> {
  const begun = readStep({ db }, import_id, step)
  if (back) {
    const cells = cellsOfStep(db, begun, cursor as TypedCell | null, PAGE_ROWS)
    return { rows: cells, next: cells.length < PAGE_ROWS ? null : (cells.at(-1) ?? null) }
  }
  const does = whatOf(begun)
  const after = Number(cursor ?? 0)
  if (does.does === 'paste') {
    const end = after + PASTED_AT_ONCE
    const rows = pastedOver(db, import_id, factsOf(db, import_id), does.cells.slice(after, end))
    return { rows, next: end < does.cells.length ? end : null }
  }
  const place = placeOf(factsOf(db, import_id), does) ?? -1
  const rows = causeCells(db, import_id, does, place, { after, limit: PAGE_ROWS })
  return { rows, next: rows.length < PAGE_ROWS ? null : (rows.at(-1)?.n ?? null) }
}

/** What is kept of a step that has ended: of a paste no texts, they stand with its cells. */
function keptOf(begun: StepRow): StepRow {
  const does = whatOf(begun)
  return does.does === 'paste'
    ? { ...begun, what: JSON.stringify({ does: 'paste', cells: [] } satisfies Paste) }
    : begun
}

function stageCells(write: Write, { import_id, step }: EditArgs, staged: EditStaged[]): void {
  const begun = readStep(write, import_id, step)
  for (const cell of staged) {
    if ('after' in cell) untypeCell(write.db, begun, cell, write.actor, write.now)
    else typeInStep(write.db, begun, cell, write.actor, write.now)
  }
}
