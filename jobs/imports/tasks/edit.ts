import { z } from 'zod'
import type { Db } from '../../../db/open'
import { batchById } from '../../../db/queries/imports/batches'
import {
  causeCells,
  cellsOfStep,
  endStep,
  rowsOfCause,
  rowsOfStep,
  type StepRow,
  stepByNumber,
  typeInStep,
  untypeCell,
} from '../../../db/queries/imports/steps'
import { defineTask, type Page, type TaskCall } from '../../engine/define-task'
import type { Write } from '../../engine/write'
import type { FileFacts } from '../checking/facts'
import { CHECKABLE, readBatch } from '../context'
import type { BulkEdit } from '../editing/bulk-edit'
import { editedColumn, enqueueEdit, placeOf, readStep } from '../editing/edit-cause'
import type { EditInput, EditPage, EditStaged } from '../editing/edit-run'
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
    endStep(write.db, readStep(write, import_id, step), back ? 'taken_back' : 'done')
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
const editOfStep = ({ what }: StepRow): BulkEdit => JSON.parse(what)

function loadEdit(db: Db, { import_id, step, back }: EditArgs, call: TaskCall): EditInput {
  const batch = readBatch(db, import_id)
  const begun = readStep({ db }, import_id, step)
  const edit = editOfStep(begun)
  const facts: FileFacts = JSON.parse(batch.reading ?? NO_FACTS)
  return {
    edit: back ? null : edit,
    column: editedColumn({ db, now: call.now }, batch, facts, edit),
    total: back ? rowsOfStep(db, begun) : rowsOfCause(db, import_id, edit),
  }
}

/** The rows themselves stay as they were checked until the step has ended, so that a page is found again. */
function pageOf(db: Db, { import_id, step, back }: EditArgs, cursor: unknown): Page<EditPage> {
  const after = Number(cursor ?? 0)
  const begun = readStep({ db }, import_id, step)
  const edit = editOfStep(begun)
  const facts: FileFacts = JSON.parse(readBatch(db, import_id).reading ?? NO_FACTS)
  const rows: EditPage[] = back
    ? cellsOfStep(db, begun, after, PAGE_ROWS)
    : causeCells(db, import_id, edit, placeOf(facts, edit) ?? -1, { after, limit: PAGE_ROWS })
  return { rows, next: rows.length < PAGE_ROWS ? null : (rows.at(-1)?.n ?? null) }
}

function stageCells(write: Write, { import_id, step }: EditArgs, staged: EditStaged[]): void {
  const begun = readStep(write, import_id, step)
  for (const cell of staged) {
    if ('after' in cell) untypeCell(write.db, begun, cell, write.actor, write.now)
    else typeInStep(write.db, begun, cell, write.actor, write.now)
  }
}
