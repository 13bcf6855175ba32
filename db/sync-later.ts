import path from 'node:path'
import { syncFile, syncFolder } from './folder'
import type { Db } from './open'

/**
 * Work that counts as a whole or not at all, because what a power cut leaves of it is set aside at the next start. Its
 * commits do not wait for the disk; when it has ended, all of them are on it. Only syncing is put off: a killed process
 * loses nothing, as ever.
 */
export async function syncedAtTheEnd<T>(db: Db, work: () => Promise<T>): Promise<T> {
  db.pragma('synchronous = OFF')
  try {
    return await work()
  } finally {
    db.pragma('synchronous = FULL')
    syncFile(db.name)
    syncFile(`${db.name}-wal`)
    syncFolder(path.dirname(db.name))
  }
}
