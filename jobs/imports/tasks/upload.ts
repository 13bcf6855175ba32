import { z } from 'zod'
import { defineTask, type QueueName, type RunModule } from '../../engine/define-task'
import type { Write } from '../../engine/write'
import { Problem } from '../../values/problem'
import { finishApplying } from '../apply'
import { change } from '../change'
import type { CheckInput, CheckOutput } from '../checking/check-run'
import { readBatch } from '../context'
import { checkImport, commitCheck, loadCheck } from './check'

export type Upload = {
  /** `school.bulk_upload_students` */
  name: string
  aliases: string[]
  queue: QueueName
  /** The import kind. */
  kind: string
  run: RunModule<CheckInput, CheckOutput>
}

const UploadArgs = z.strictObject({
  import_id: z.coerce.number().int().positive(),
  academic_year_id: z.coerce.number().int().positive().optional(),
  uploaded_by_id: z.coerce.number().int().positive().optional(),
})

/**
 * A whole import as one task: the file is checked and its good rows are written, as the bulk uploads of guide 004 do. Rows
 * with errors are left out and counted; they stand in the import and its error file. Where the file leaves a question open,
 * nothing is written and the import waits for the answer.
 */
export const defineUpload = ({ name, aliases, queue, kind, run }: Upload) =>
  defineTask({
    name,
    aliases,
    queue,
    args: UploadArgs,
    positional: ['import_id', 'academic_year_id', 'uploaded_by_id'],
    key: ({ import_id }) => String(import_id),
    load: (db, { import_id }, call) => {
      const batch = readBatch(db, import_id)
      if (batch.kind !== kind)
        throw new Problem('import.other_kind', { id: import_id, kind: batch.kind, expected: kind })
      return loadCheck(db, { import_id }, call)
    },
    version: (db, { import_id }, call) => checkImport.version?.(db, { import_id }, call) ?? '',
    run,
    stage: (write, args, rows: never[], call) => checkImport.stage?.(write, args, rows, call),
    unstage: (write, args, call) => checkImport.unstage?.(write, args, call),
    commit: (write, output, { import_id }) => commitUpload(write, output, import_id),
    failed: (write, args, reason) => checkImport.failed?.(write, args, reason),
  })

function commitUpload(write: Write, output: CheckOutput, importId: number) {
  const { state, questions, counts } = commitCheck(write, output, { import_id: importId })
  if (counts === null) return { import_id: importId, state, questions, applied: 0 }
  change(write, importId, { applied_by: readBatch(write.db, importId).created_by })
  const applied = finishApplying(write, importId, 'good')
  const { create, update, unchanged, duplicate, error, warning, rows } = counts
  const done = {
    rows,
    created: create,
    updated: update,
    unchanged,
    duplicates: duplicate,
    errors: error,
    warnings: warning,
  }
  return { import_id: importId, state: 'applied', questions, applied, ...done }
}
