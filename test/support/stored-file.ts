import path from 'node:path'
import type { Db } from '../../db/open'
import { createFileStore } from '../../jobs/engine/file-store'

/** A file of the office of a database, by its digest. */
export const storedFile = (db: Db, sha256: string): Promise<Buffer> =>
  createFileStore(path.dirname(db.name)).read(sha256)
