import { z } from 'zod'
import type { Db } from '../../../db/open'
import { appliedBefore, type BatchRow, batchById, setCounts } from '../../../db/queries/imports/batches'
import { editsOf, rowsAfter } from '../../../db/queries/imports/rows'
import { defineTask, type TaskCall } from '../../engine/define-task'
import type { Write } from '../../engine/write'
import { faultPoint } from '../../values/faults'
import { Problem } from '../../values/problem'
import { APPLIED_AT_ONCE, applyPage, beginApplying, finishApplying } from '../apply'
import type { ApplyInput, ApplyOutput, ApplyStaged } from '../apply-run'
import { change } from '../change'
import type { FileFacts } from '../checking/facts'
import { digestOf, planContext, readBatch } from '../context'
import { WRITES_LOCK } from '../names'
import { importRuns } from '../runs'
import { takeBack } from '../start'
import { ImportArgs, stageRows, versionOf } from './check'

const ApplyArgs = ImportArgs.extend({ rows: z.enum(['all', 'good']).default('all') })
type ApplyArgs = z.infer<typeof ApplyArgs>

const PAGE_ROWS = 1000

/**
 * Writes the rows of a checked batch. What fits into a page is written in one transaction with the task's end; of more, all
 * but the last page before it, each with how far the batch has come.
 */
export const applyImport = defineTask({
  name: 'imports.apply',
  queue: 'default',
  args: ApplyArgs,
  positional: ['import_id', 'rows'],
  key: ({ import_id }) => String(import_id),
  lock: () => WRITES_LOCK,
  load: loadApply,
  version: (db, { import_id }, call) => applyVersion(db, readBatch(db, import_id), call),
  run: importRuns['imports.apply'],
  page: (db, { import_id }, cursor) => {
    const rows = rowsAfter(db, import_id, Number(cursor ?? 0), PAGE_ROWS)
    return { rows, next: rows.length < PAGE_ROWS ? null : (rows.at(-1)?.n ?? null) }
  },
  stage: stageApply,
  commit: commitApply,
  failed: (write, { import_id }, reason) => {
    const batch = batchById(write.db, import_id)
    if (batch?.state !== 'applying') return
    if (batch.applied_to === null) change(write, import_id, { state: 'checked', reason: JSON.stringify(reason) })
    else takeBack(write, batch, reason)
  },
})

/** Once the first page is written the facts are the batch's own doing, under its lock: what it began with is its version. */
const applyVersion = (db: Db, batch: BatchRow, call: TaskCall): string =>
  batch.applied_to === null ? versionOf(db, batch, call) : `${batch.facts_digest}/${batch.revision}`

function loadApply(db: Db, { import_id }: ApplyArgs, call: TaskCall): ApplyInput {
  const batch = readBatch(db, import_id)
  if (batch.state !== 'applying') {
    throw new Problem('import.apply_by_request', { id: import_id, state: batch.state }, { kind: 'conflict' })
  }
  const writes = batch.create_n + batch.update_n
  const rest = { pageRows: APPLIED_AT_ONCE, writes, written: batch.applied_n }
  if (batch.applied_to !== null) return { ...rest, digest: batch.facts_digest ?? '', stale: null }
  const { kind, fields, options, office, snapshot } = planContext(db, batch, call.now)
  const digest = digestOf(snapshot)
  if (digest === batch.facts_digest || batch.reading === null) return { ...rest, digest, stale: null }
  const { columns }: FileFacts = JSON.parse(batch.reading)
  const edits = editsOf(db, import_id)
  return {
    ...rest,
    digest,
    stale: {
      kind: kind.kind,
      columns,
      fields,
      options,
      snapshot,
      office,
      edits,
      file: batch.sha256,
      isSeen: appliedBefore(db, batch) !== undefined,
      total: batch.rows_n,
    },
  }
}

function stageApply(write: Write, args: ApplyArgs, staged: ApplyStaged[], call: TaskCall): void {
  for (const item of staged) {
    if (!('apply' in item)) {
      stageRows(write, args, [item])
      continue
    }
    const batch = readBatch(write.db, args.import_id)
    if (batch.applied_to === null) {
      const { digest, counts } = item.apply
      if (digestOf(planContext(write.db, batch, call.now).snapshot) !== digest) {
        throw new Problem('import.facts_moved', {}, { kind: 'conflict' })
      }
      if (counts) setCounts(write.db, batch.id, counts)
      change(write, batch.id, { facts_digest: digest })
      beginApplying(write, batch, args.rows)
    }
    applyPage(write, batch.id)
  }
}

function commitApply(write: Write, output: ApplyOutput, { import_id, rows }: ApplyArgs) {
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
  const applied = finishApplying(write, import_id, rows)
  faultPoint('import.promoted_before_commit')
  return { import_id, state: 'applied', applied }
}
