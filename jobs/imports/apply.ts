import { createHash } from 'node:crypto'
import type { BatchRow } from '../../db/queries/imports/batches'
import { imageChanges, imagedCounts } from '../../db/queries/imports/before-images'
import { rowsToApply, type StoredRow, setRowEntity } from '../../db/queries/imports/rows'
import type { Write } from '../engine/write'
import { recordAudit } from '../shared/audit'
import type { Month } from '../values/time'
import { change } from './change'
import { fromStoredRow } from './checking/stored-row'
import type { AnyImportKind, AppliedBatch } from './kind'
import { remember } from './mapping/remember'
import { importKind } from './registry'

/**
 * Promotes the staged rows of a batch: one call of the kind, one audit entry with the counts and a digest of what was
 * written, the images that undo needs, and the mapping to remember. Answers with the number of rows written.
 */
export function applyBatch(write: Write, batch: BatchRow, which: 'all' | 'good'): number {
  const kind = importKind(batch.kind)
  const stored = rowsToApply(write.db, batch.id)
  const options: Record<string, unknown> = JSON.parse(batch.options)
  const applied = appliedBatch(batch, options)
  const entities = imageChanges(write.db, batch.id, kind.undoTables, () => {
    const made: Map<number, string> = kind.apply(write, stored.map(fromStoredRow), options, applied)
    kind.afterApply?.(write, options, applied)
    return made
  })
  for (const [n, entity] of entities) setRowEntity(write.db, batch.id, n, entity)
  if (batch.reading !== null) remember(write, batch.kind, JSON.parse(batch.reading))
  recordAudit(write, {
    action: 'import.applied',
    entity: `import:${batch.id}`,
    payload: {
      kind: batch.kind,
      file: batch.sha256,
      options,
      rows: which,
      counts: {
        create: batch.create_n,
        update: batch.update_n,
        unchanged: batch.unchanged_n,
        left_out: leftOut(batch),
      },
      tables: imagedCounts(write.db, batch.id),
      digest: digestOfRows(stored),
    },
  })
  change(write, batch.id, {
    state: 'applied',
    reason: null,
    applied_rows: which,
    applied_n: stored.length,
    applied_at: write.now,
  })
  return stored.length
}

const leftOut = (batch: BatchRow): number => batch.duplicate_n + batch.error_n

/** `month` where the options name a year and a month, for kinds that file their rows under it. */
export function appliedBatch(batch: BatchRow, options: Record<string, unknown>): AppliedBatch {
  const { year, month } = options
  const named = typeof year === 'number' && typeof month === 'number'
  return {
    id: batch.id,
    sha256: batch.sha256,
    fileName: batch.file_name,
    origin: `import:${batch.id}`,
    ...(named ? { month: `${year}-${String(month).padStart(2, '0')}` as Month } : {}),
  }
}

function digestOfRows(rows: readonly StoredRow[]): string {
  const hash = createHash('sha256')
  for (const row of rows) hash.update(`${row.n}\0${row.outcome}\0${row.vals}\0${row.changes}\n`)
  return hash.digest('hex')
}

export const tasksThatFollow = (write: Write, kind: AnyImportKind, batch: BatchRow): void => {
  const options: Record<string, unknown> = JSON.parse(batch.options)
  kind.afterApply?.(write, options, appliedBatch(batch, options))
}
