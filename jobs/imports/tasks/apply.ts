import { z } from 'zod'
import type { Db } from '../../../db/open'
import { batchById, setCounts } from '../../../db/queries/imports/batches'
import { editsOf, rowsAfter } from '../../../db/queries/imports/rows'
import { defineTask, type TaskCall } from '../../engine/define-task'
import type { Write } from '../../engine/write'
import { faultPoint } from '../../values/faults'
import { Problem } from '../../values/problem'
import { applyBatch } from '../apply'
import { change } from '../change'
import type { FileFacts } from '../checking/facts'
import type { ReplanInput, ReplanOutput } from '../checking/replan-run'
import { digestOf, planContext, readBatch } from '../context'
import { importRuns } from '../runs'
import { ImportArgs, stageRows, versionOf } from './check'

const ApplyArgs = ImportArgs.extend({ rows: z.enum(['all', 'good']).default('all') })
type ApplyArgs = z.infer<typeof ApplyArgs>

const PAGE_ROWS = 1000

/** Writes the rows of a checked batch, all of them in one transaction with the task's end. */
export const applyImport = defineTask({
  name: 'imports.apply',
  queue: 'default',
  args: ApplyArgs,
  positional: ['import_id', 'rows'],
  key: ({ import_id }) => String(import_id),
  load: loadApply,
  version: (db, { import_id }, call) => versionOf(db, readBatch(db, import_id), call),
  run: importRuns['imports.apply'],
  page: (db, { import_id }, cursor) => {
    const rows = rowsAfter(db, import_id, Number(cursor ?? 0), PAGE_ROWS)
    return { rows, next: rows.length < PAGE_ROWS ? null : (rows.at(-1)?.n ?? null) }
  },
  stage: stageRows,
  commit: commitApply,
  failed: (write, { import_id }, reason) => {
    if (batchById(write.db, import_id)?.state !== 'applying') return
    change(write, import_id, { state: 'checked', reason: JSON.stringify(reason) })
  },
})

function loadApply(db: Db, { import_id }: ApplyArgs, call: TaskCall): ReplanInput {
  const batch = readBatch(db, import_id)
  if (batch.state !== 'applying') {
    throw new Problem('import.apply_by_request', { id: import_id, state: batch.state }, { kind: 'conflict' })
  }
  const { kind, fields, options, office, snapshot } = planContext(db, batch, call.now)
  const digest = digestOf(snapshot)
  if (digest === batch.facts_digest || batch.reading === null) return { digest, stale: null }
  const { columns }: FileFacts = JSON.parse(batch.reading)
  const edits = editsOf(db, import_id)
  return {
    digest,
    stale: { kind: kind.kind, columns, fields, options, snapshot, office, edits, total: batch.rows_n },
  }
}

function commitApply(write: Write, output: ReplanOutput, { import_id, rows }: ApplyArgs) {
  if (output.replanned !== null) {
    const { counts, differing } = output.replanned
    setCounts(write.db, import_id, counts)
    change(write, import_id, { facts_digest: output.digest })
    if (differing > 0) {
      const reason = { code: 'import.facts_changed', params: { rows: differing } }
      change(write, import_id, { state: 'checked', reason: JSON.stringify(reason) })
      return { import_id, state: 'checked', applied: 0, differing }
    }
  }
  const applied = applyBatch(write, readBatch(write.db, import_id), rows)
  faultPoint('import.promoted_before_commit')
  return { import_id, state: 'applied', applied }
}
