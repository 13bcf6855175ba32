import { z } from 'zod'
import type { Db } from '../../../db/open'
import { appliedBefore, type BatchRow, batchById, setCounts } from '../../../db/queries/imports/batches'
import { rememberedMappings } from '../../../db/queries/imports/mappings'
import { contradictRow, deleteRows, editsOf, putRow } from '../../../db/queries/imports/rows'
import { defineTask, type TaskCall } from '../../engine/define-task'
import type { Write } from '../../engine/write'
import { faultPoint } from '../../values/faults'
import { Problem, type Reason } from '../../values/problem'
import { instant, wallClock } from '../../values/time'
import { change } from '../change'
import type { CheckInput, CheckOutput } from '../checking/check-run'
import { type Chosen, noCounts } from '../checking/facts'
import type { Staged } from '../checking/stored-row'
import { CHECKABLE, chosenAnswers, chosenMapping, digestOf, planContext, readBatch } from '../context'
import { remember } from '../mapping/remember'
import { importRuns } from '../runs'

export const ImportArgs = z.object({ import_id: z.coerce.number().int().positive() })
export type ImportArgs = z.infer<typeof ImportArgs>

/** Reads a dropped file and decides what each row will do; writes nothing but that decision. */
export const checkImport = defineTask({
  name: 'imports.check',
  queue: 'default',
  args: ImportArgs,
  positional: ['import_id'],
  key: ({ import_id }) => String(import_id),
  load: loadCheck,
  version: (db, { import_id }, call) => versionOf(db, readBatch(db, import_id), call),
  run: importRuns['imports.check'],
  stage: stageRows,
  unstage: (write, { import_id }) => {
    deleteRows(write.db, import_id)
    change(write, import_id, { state: 'checking' })
  },
  commit: commitCheck,
  failed: (write, { import_id }, reason) => {
    if (!CHECKABLE.has(batchById(write.db, import_id)?.state ?? 'applied')) return
    deleteRows(write.db, import_id)
    setCounts(write.db, import_id, noCounts())
    change(write, import_id, { state: 'refused', reason: JSON.stringify(reason) })
  },
})

export function loadCheck(db: Db, { import_id }: ImportArgs, call: TaskCall): CheckInput {
  const batch = readBatch(db, import_id)
  if (!CHECKABLE.has(batch.state)) {
    throw new Problem('import.mapping_settled', { id: import_id, state: batch.state }, { kind: 'conflict' })
  }
  const { kind, fields, options, office, language, snapshot } = planContext(db, batch, call.now)
  const remembered = rememberedMappings(db, batch.kind).map(({ fingerprint, ...said }) => [
    fingerprint,
    { mapping: chosenMapping(said), answers: chosenAnswers(said) } satisfies Chosen,
  ])
  return {
    kind: kind.kind,
    sha256: batch.sha256,
    fileName: batch.file_name,
    fields,
    options,
    snapshot,
    digest: digestOf(snapshot),
    office,
    language,
    chosen: { mapping: chosenMapping(batch), answers: chosenAnswers(batch) },
    remembered: Object.fromEntries(remembered),
    edits: editsOf(db, import_id),
    isSeen: appliedBefore(db, batch) !== undefined,
  }
}

/** What the rows are compared with, and what was typed and answered meanwhile. */
export function versionOf(db: Db, batch: BatchRow, call: Pick<TaskCall, 'now'>): string {
  return `${digestOf(planContext(db, batch, call.now).snapshot)}/${batch.revision}`
}

/** A chunk of checked rows; rows that are planned again replace what they were. */
export function stageRows(write: Write, { import_id }: ImportArgs, staged: Staged[]): void {
  for (const item of staged) {
    if ('row' in item) putRow(write.db, import_id, item.row)
    else contradictRow(write.db, import_id, item.contradicted.n, item.contradicted.error)
  }
  faultPoint('import.chunk_staged_before_commit')
}

export function commitCheck(write: Write, output: CheckOutput, { import_id }: ImportArgs) {
  const state = output.counts === null ? 'mapping' : 'checked'
  const batch = readBatch(write.db, import_id)
  if (output.counts === null) deleteRows(write.db, import_id)
  else if (batch.mapping !== '{}' || batch.answers !== '{}') remember(write, batch.kind, output.facts)
  setCounts(write.db, import_id, output.counts ?? noCounts())
  change(write, import_id, {
    state,
    reason: null,
    reading: JSON.stringify(output.facts),
    findings: JSON.stringify([...seenBefore(write, batch), ...output.findings]),
    facts_digest: output.digest,
    checked_at: write.now,
  })
  faultPoint('import.checked_before_commit')
  return { import_id, state, questions: output.facts.questions.length, counts: output.counts }
}

/** The same file dropped again says when it was imported. */
function seenBefore({ db, zone }: Write, batch: BatchRow): Reason[] {
  const before = appliedBefore(db, batch)
  if (!before) return []
  const clock = before.applied_at === null ? null : wallClock(instant(before.applied_at), zone)
  const at = clock && `${clock.date} ${clock.time.slice(0, 5)}`
  return [{ code: 'import.seen_before', params: { import: before.id, at, by: before.applied_by } }]
}
