import { createHash } from 'node:crypto'
import type { BatchRow } from '../../db/queries/imports/batches'
import { type ImagedCounts, imageChanges } from '../../db/queries/imports/before-images'
import { type AppliedRow, putMade, rowsToApply } from '../../db/queries/imports/rows'
import type { Write } from '../engine/write'
import { recordAudit } from '../shared/audit'
import type { Month } from '../values/time'
import { change } from './change'
import { fromStoredRow } from './checking/stored-row'
import { readBatch } from './context'
import type { AnyImportKind, AppliedBatch, PlannedRow } from './kind'
import { remember } from './mapping/remember'
import { importKind } from './registry'

/** Rows written in one transaction. A row takes some 50 µs; a turn of the office is to stay far below 200 ms. */
export const APPLIED_AT_ONCE = 1000

/**
 * Writes the next rows of a batch: one call of the kind, the images that undo needs, and how far the batch has come, in
 * one transaction. A file of more rows than this takes effect page by page; where the office ends in between, it goes on
 * after the last page, and where a page fails, what was written is taken back. Answers with the number of rows written.
 */
export function applyPage(write: Write, importId: number): number {
  const batch = readBatch(write.db, importId)
  const kind = importKind(batch.kind)
  const rows = rowsToApply(write.db, batch.id, batch.applied_to ?? 0, APPLIED_AT_ONCE)
  if (rows.length === 0) return 0
  const options: Record<string, unknown> = JSON.parse(batch.options)
  const planned: PlannedRow[] = rows.map(fromStoredRow)
  const { answer: entities, counts } = imageChanges(
    write.db,
    batch.id,
    kind.undoTables,
    (): Map<number, string> => kind.apply(write, planned, options, appliedBatch(batch, options)),
  )
  const made = rows.flatMap(({ n, entity }) => {
    const became = entities.get(n)
    return became === undefined || became === entity ? [] : [[n, became] as const]
  })
  putMade(write.db, batch.id, made)
  change(write, batch.id, {
    applied_to: rows.at(-1)?.n ?? null,
    applied_n: batch.applied_n + rows.length,
    applied_tables: JSON.stringify(added(JSON.parse(batch.applied_tables), counts)),
    applied_digest: digestOfRows(batch.applied_digest, rows),
  })
  return rows.length
}

/** The first page of several says so in the audit chain: what it writes is there before the whole is. */
export function beginApplying(write: Write, batch: BatchRow, which: 'all' | 'good'): void {
  recordAudit(write, {
    action: 'import.apply_begun',
    entity: `import:${batch.id}`,
    payload: { kind: batch.kind, file: batch.sha256, rows: which },
  })
}

/** Writes what is left of a batch and ends it: one audit entry with the counts and a digest of what was written, the mapping to remember, the tasks that follow. */
export function finishApplying(write: Write, importId: number, which: 'all' | 'good'): number {
  while (applyPage(write, importId) > 0);
  const batch = readBatch(write.db, importId)
  const options: Record<string, unknown> = JSON.parse(batch.options)
  tasksThatFollow(write, importKind(batch.kind), batch)
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
      tables: JSON.parse(batch.applied_tables),
      digest: batch.applied_digest,
    },
  })
  change(write, batch.id, { state: 'applied', reason: null, applied_rows: which, applied_at: write.now })
  return batch.applied_n
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

/** Goes on from the digest of the pages before. One text for the page: a call for each row took longer than the hash. */
function digestOfRows(before: string | null, rows: readonly AppliedRow[]): string {
  let text = before ?? ''
  for (const row of rows) text += `${row.n}\0${row.outcome}\0${row.vals}\0${row.changes}\n`
  return createHash('sha256').update(text).digest('hex')
}

function added(before: ImagedCounts, page: ImagedCounts): ImagedCounts {
  const sum: ImagedCounts = { ...before }
  for (const [table, [more, changed, removed]] of Object.entries(page)) {
    const [a, b, c] = sum[table] ?? [0, 0, 0]
    sum[table] = [a + more, b + changed, c + removed]
  }
  return sum
}

export const tasksThatFollow = (write: Write, kind: AnyImportKind, batch: BatchRow): void => {
  const options: Record<string, unknown> = JSON.parse(batch.options)
  kind.afterApply?.(write, options, appliedBatch(batch, options))
}
