import { batchById } from '../../../db/queries/imports/batches'
import { imageCount } from '../../../db/queries/imports/before-images'
import { defineTask } from '../../engine/define-task'
import type { Write } from '../../engine/write'
import { Problem } from '../../values/problem'
import { change } from '../change'
import { readBatch } from '../context'
import { WRITES_LOCK } from '../names'
import { importRuns } from '../runs'
import { finishUndo, forgetSteps, undoProgress, undoStep } from '../undo'
import type { UndoPage } from '../undo-run'
import { ImportArgs } from './check'

/** So many touched rows are put back in one transaction with the task's end; more of them step by step before it. */
const AT_ONCE = 1000

/** Puts back what stood before a batch was applied; what was used or edited since is listed and kept. */
export const undoImport = defineTask({
  name: 'imports.undo',
  queue: 'default',
  args: ImportArgs,
  positional: ['import_id'],
  key: ({ import_id }) => String(import_id),
  lock: () => WRITES_LOCK,
  run: importRuns['imports.undo'],
  page: (db, { import_id }, cursor) => {
    const isFirst = cursor === null || cursor === undefined
    if (isFirst) forgetSteps(db, import_id)
    if (isFirst && imageCount(db, import_id, AT_ONCE) < AT_ONCE) return { rows: [], next: null }
    const progress = undoProgress(db, import_id)
    return progress === null ? { rows: [], next: null } : { rows: [progress], next: 'more' }
  },
  stage: (write, { import_id }, _pages: UndoPage[]) => {
    refuseUnlessUndoing(write, import_id)
    undoStep(write, import_id)
  },
  commit: (write, _output: null, { import_id }) => {
    refuseUnlessUndoing(write, import_id)
    return finishUndo(write, import_id)
  },
  failed: (write, { import_id }, reason) => {
    forgetSteps(write.db, import_id)
    const batch = batchById(write.db, import_id)
    if (batch?.state !== 'undoing') return
    const state = batch.undone_at === null ? 'applied' : 'undone'
    change(write, import_id, { state, reason: JSON.stringify(reason) })
  },
})

function refuseUnlessUndoing(write: Write, importId: number): void {
  const { state } = readBatch(write.db, importId)
  if (state === 'undoing') return
  throw new Problem('import.apply_by_request', { id: importId, state }, { kind: 'conflict' })
}
