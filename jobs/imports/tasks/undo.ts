import { batchById } from '../../../db/queries/imports/batches'
import { undoChanges } from '../../../db/queries/imports/undo'
import { defineTask } from '../../engine/define-task'
import type { Write } from '../../engine/write'
import { recordAudit } from '../../shared/audit'
import { Problem } from '../../values/problem'
import { tasksThatFollow } from '../apply'
import { change } from '../change'
import { readBatch } from '../context'
import { importKind } from '../registry'
import { importRuns } from '../runs'
import { ImportArgs } from './check'

/** Puts back what stood before a batch was applied; what was used or edited since is listed and kept. */
export const undoImport = defineTask({
  name: 'imports.undo',
  queue: 'default',
  args: ImportArgs,
  positional: ['import_id'],
  key: ({ import_id }) => String(import_id),
  run: importRuns['imports.undo'],
  commit: (write, _output: null, args) => commitUndo(write, args),
  failed: (write, { import_id }, reason) => {
    const batch = batchById(write.db, import_id)
    if (batch?.state !== 'undoing') return
    const state = batch.undone_at === null ? 'applied' : 'undone'
    change(write, import_id, { state, reason: JSON.stringify(reason) })
  },
})

function commitUndo(write: Write, { import_id }: ImportArgs) {
  const batch = readBatch(write.db, import_id)
  if (batch.state !== 'undoing') {
    throw new Problem('import.apply_by_request', { id: import_id, state: batch.state }, { kind: 'conflict' })
  }
  const kind = importKind(batch.kind)
  const { restored, removed, kept } = undoChanges(write.db, import_id, kind.undoTables)
  tasksThatFollow(write, kind, batch)
  recordAudit(write, {
    action: 'import.undone',
    entity: `import:${import_id}`,
    payload: { kind: batch.kind, restored, removed, kept: kept.map(({ unit, why, by }) => ({ unit, why, by })) },
  })
  change(write, import_id, { state: 'undone', reason: null, undone_at: write.now, kept: JSON.stringify(kept) })
  return { import_id, state: 'undone', restored, removed, kept: kept.length }
}
