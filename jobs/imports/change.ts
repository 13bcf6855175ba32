import { type BatchPatch, changeBatch } from '../../db/queries/imports/batches'
import type { Write } from '../engine/write'

/** Changes a batch and tells the windows. */
export function change(write: Write, id: number, patch: BatchPatch): void {
  changeBatch(write.db, id, patch)
  write.emit({ type: 'import_changed', id, ...(patch.state ? { state: patch.state } : {}) })
}
