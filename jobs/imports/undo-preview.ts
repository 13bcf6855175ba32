import { undoChanges } from '../../db/queries/imports/undo'
import type { Write } from '../engine/write'
import { readBatch } from './context'
import { importKind } from './registry'

/** Thrown to take the trial back: an undo that is tried leaves nothing behind. */
export class TriedUndo extends Error {
  constructor(readonly undone: ReturnType<typeof undoChanges>) {
    super('the undo was only tried')
    this.name = 'TriedUndo'
  }
}

/** Tries the undo inside a write and takes it back by throwing `TriedUndo`, which says what it would have done. */
export function tryUndo(write: Write, importId: number): never {
  const batch = readBatch(write.db, importId)
  throw new TriedUndo(undoChanges(write.db, importId, importKind(batch.kind).undoTables))
}
