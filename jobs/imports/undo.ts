import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Db } from '../../db/open'
import type { BatchRow } from '../../db/queries/imports/batches'
import { type Undone, UndoSteps } from '../../db/queries/imports/undo'
import type { Write } from '../engine/write'
import { recordAudit } from '../shared/audit'
import { tasksThatFollow } from './apply'
import { change } from './change'
import { readBatch } from './context'
import { importKind } from './registry'

/** `saved`: how far they had come by the row of their batch, which a transaction that is gone takes back. */
type UnderWay = { steps: UndoSteps; saved: string | null }

/** Undoings under way, by their batch; what they know is found out anew where the office ends in between. */
const underWay = new WeakMap<Db, Map<number, UnderWay>>()

function stepsOf(db: Db): Map<number, UnderWay> {
  const known = underWay.get(db) ?? new Map<number, UnderWay>()
  underWay.set(db, known)
  return known
}

/** An earlier attempt's lists are forgotten. */
export function forgetSteps(db: Db, importId: number): void {
  stepsOf(db).get(importId)?.steps.end()
  stepsOf(db).delete(importId)
}

/** The next step of an undo, in one transaction with how far it has come. False: there is none. */
export function undoStep(write: Write, importId: number): boolean {
  const batch = readBatch(write.db, importId)
  // Its last transaction did not stand, as on a full disk: what it restored is to be restored again.
  if (stepsOf(write.db).get(importId)?.saved !== batch.undone_rows) forgetSteps(write.db, importId)
  const now = stepsOf(write.db).get(importId) ?? {
    steps: new UndoSteps(write.db, importId, importKind(batch.kind).undoTables),
    saved: batch.undone_rows,
  }
  stepsOf(write.db).set(importId, now)
  const { steps } = now
  const { restored, removed } = steps
  try {
    const more = steps.step()
    const before = undoneRows(batch)
    const rows = [before.restored + steps.restored - restored, before.removed + steps.removed - removed]
    now.saved = JSON.stringify(rows)
    change(write, importId, { undone_rows: now.saved })
    return more
  } catch (error) {
    stepsOf(write.db).delete(importId)
    throw error
  }
}

/** How far the steps have come; null where they are all done. */
export function undoProgress(db: Db, importId: number): { decided: number; total: number } | null {
  const steps = stepsOf(db).get(importId)?.steps
  return steps?.isDone ? null : (steps?.progress ?? { decided: 0, total: 0 })
}

/** Ends an undo: what was kept, the audit entry, the tasks that follow. An import that was taken back is checked again as it was. */
export function finishUndo(write: Write, importId: number) {
  while (undoStep(write, importId));
  const batch = readBatch(write.db, importId)
  const kind = importKind(batch.kind)
  const steps = stepsOf(write.db).get(importId)?.steps
  const kept = steps?.kept() ?? []
  forgetSteps(write.db, importId)
  const { restored, removed } = undoneRows(batch)
  const wasApplied = batch.applied_at !== null
  if (wasApplied) tasksThatFollow(write, kind, batch)
  recordAudit(write, {
    action: wasApplied ? 'import.undone' : 'import.taken_back',
    entity: `import:${importId}`,
    payload: { kind: batch.kind, restored, removed, kept: kept.map(({ unit, why, by }) => ({ unit, why, by })) },
  })
  const state = wasApplied ? 'undone' : 'checked'
  change(write, importId, {
    state,
    kept: JSON.stringify(kept),
    undone_rows: null,
    ...(wasApplied ? { reason: null, undone_at: write.now } : { applied_to: null, applied_n: 0 }),
  })
  return { import_id: importId, state, restored, removed, kept: kept.length }
}

function undoneRows({ undone_rows }: Pick<BatchRow, 'undone_rows'>): { restored: number; removed: number } {
  const [restored = 0, removed = 0]: number[] = undone_rows === null ? [] : JSON.parse(undone_rows)
  return { restored, removed }
}

/** What an undo would do, found out turn by turn; nothing is changed. */
export async function previewUndo(db: Db, importId: number): Promise<Undone> {
  const batch = readBatch(db, importId)
  const steps = new UndoSteps(db, importId, importKind(batch.kind).undoTables, true)
  try {
    while (steps.step()) await nextTurn()
    return { restored: steps.restored, removed: steps.removed, kept: steps.kept() }
  } finally {
    steps.end()
  }
}
