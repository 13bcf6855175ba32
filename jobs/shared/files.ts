import type { Db } from '../../db/open'
import { fileRow, insertFile } from '../../db/queries/shared/records'
import type { StoredFile } from '../engine/define-task'
import type { Write } from '../engine/write'

/** Links a stored file: from here on it is part of the office's data and never collected. Linking it again changes nothing. */
export function linkFile(write: Write, stored: StoredFile): void {
  insertFile(write.db, {
    sha256: stored.sha256,
    size: stored.size,
    media_type: stored.mediaType,
    original_name: stored.originalName,
    created_at: write.now,
  })
}

/** A linked file as it was first stored; null where no row links it. */
export function readFileLink(db: Db, sha256: string): StoredFile | null {
  const row = fileRow(db, sha256)
  return row ? { sha256: row.sha256, size: row.size, mediaType: row.media_type, originalName: row.original_name } : null
}
