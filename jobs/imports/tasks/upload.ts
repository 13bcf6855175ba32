import { z } from 'zod'
import type { Db } from '../../../db/open'
import { type BatchRow, batchById } from '../../../db/queries/imports/batches'
import { defineTask, type QueueName, type TaskCall } from '../../engine/define-task'
import type { Write } from '../../engine/write'
import { Problem } from '../../values/problem'
import { APPLIED_AT_ONCE, applyPage, beginApplying, finishApplying } from '../apply'
import { change } from '../change'
import type { CheckOutput } from '../checking/check-run'
import type { UploadInput, UploadOutput, UploadStaged } from '../checking/upload-run'
import { digestOf, planContext, readBatch } from '../context'
import { WRITES_LOCK } from '../names'
import type { uploadRun } from '../runs'
import { takeBack } from '../start'
import { checkImport, commitCheck, loadCheck, stageRows, versionOf } from './check'

export type Upload = {
  /** `school.bulk_upload_students` */
  name: string
  aliases: string[]
  queue: QueueName
  /** The import kind. */
  kind: string
  run: typeof uploadRun
}

const UploadArgs = z.strictObject({
  import_id: z.coerce.number().int().positive(),
  academic_year_id: z.coerce.number().int().positive().optional(),
  uploaded_by_id: z.coerce.number().int().positive().optional(),
})
type UploadArgs = z.infer<typeof UploadArgs>

/**
 * A whole import as one task: the file is checked and its good rows are written, as the bulk uploads of guide 004 do. Rows
 * with errors are left out and counted; they stand in the import and its error file. Where the file leaves a question open,
 * nothing is written and the import waits for the answer. More rows than a page are written page by page as
 * `imports.apply` does; an office that ends in between goes on after the last page.
 */
export const defineUpload = ({ name, aliases, queue, kind, run }: Upload) =>
  defineTask({
    name,
    aliases,
    queue,
    args: UploadArgs,
    positional: ['import_id', 'academic_year_id', 'uploaded_by_id'],
    key: ({ import_id }) => String(import_id),
    lock: () => WRITES_LOCK,
    load: (db, args, call) => loadUpload(db, args, call, kind),
    version: (db, { import_id }, call) => {
      const batch = readBatch(db, import_id)
      return isUnderWay(batch) ? `${batch.facts_digest}/${batch.revision}` : versionOf(db, batch, call)
    },
    run,
    stage: stageUpload,
    unstage: (write, args, call) => {
      if (!isUnderWay(readBatch(write.db, args.import_id))) checkImport.unstage?.(write, args, call)
    },
    commit: (write, output, { import_id }) => commitUpload(write, output, import_id),
    failed: (write, args, reason) => {
      const batch = batchById(write.db, args.import_id)
      if (batch && isUnderWay(batch)) takeBack(write, batch, reason)
      else checkImport.failed?.(write, args, reason)
    },
  })

/** Some of its pages are written. */
const isUnderWay = (batch: BatchRow): boolean => batch.state === 'applying' && batch.applied_to !== null

function loadUpload(db: Db, { import_id }: UploadArgs, call: TaskCall, kind: string): UploadInput {
  const batch = readBatch(db, import_id)
  if (batch.kind !== kind) throw new Problem('import.other_kind', { id: import_id, kind: batch.kind, expected: kind })
  const rest = { pageRows: APPLIED_AT_ONCE, writes: batch.create_n + batch.update_n, written: batch.applied_n }
  return { ...rest, check: isUnderWay(batch) ? null : loadCheck(db, { import_id }, call) }
}

function stageUpload(write: Write, { import_id }: UploadArgs, staged: UploadStaged[], call: TaskCall): void {
  for (const item of staged) {
    if (!('checked' in item || 'next' in item)) {
      stageRows(write, { import_id }, [item])
      continue
    }
    if ('checked' in item) beginWriting(write, item.checked, import_id, call)
    applyPage(write, import_id)
  }
}

/** The check stands, and is what the first page is written from. */
function beginWriting(write: Write, checked: CheckOutput, importId: number, call: TaskCall): void {
  const { snapshot } = planContext(write.db, readBatch(write.db, importId), call.now)
  if (digestOf(snapshot) !== checked.digest) throw new Problem('import.facts_moved', {}, { kind: 'conflict' })
  commitCheck(write, checked, { import_id: importId })
  const batch = readBatch(write.db, importId)
  change(write, importId, { state: 'applying', applied_by: batch.created_by, applied_n: 0, applied_tables: '{}' })
  beginApplying(write, batch, 'good')
}

function commitUpload(write: Write, { checked }: UploadOutput, importId: number) {
  if (checked !== null) {
    const { state, questions, counts } = commitCheck(write, checked, { import_id: importId })
    if (counts === null) return { import_id: importId, state, questions, applied: 0 }
    change(write, importId, { applied_by: readBatch(write.db, importId).created_by })
  }
  const applied = finishApplying(write, importId, 'good')
  const batch = readBatch(write.db, importId)
  const done = {
    rows: batch.rows_n,
    created: batch.create_n,
    updated: batch.update_n,
    unchanged: batch.unchanged_n,
    duplicates: batch.duplicate_n,
    errors: batch.error_n,
    warnings: batch.warning_n,
  }
  return { import_id: importId, state: 'applied', questions: 0, applied, ...done }
}
