import path from 'node:path'
import { Problem } from '../jobs/values/problem'
import { folderProblem } from './folder'
import { connect } from './open'

/** Held by whoever works in a data folder: the one office, or a restore. */
export type FolderLock = { release(): void }

export const lockFile = (folder: string): string => path.join(folder, 'office.lock')

/** A connection that nobody refers to is collected and closed, and its lock with it. */
const held = new Set<FolderLock>()

/**
 * Takes a data folder for this process, or refuses with `db.folder_in_use`. The lock is an exclusive transaction held
 * open on a small database of its own: the operating system frees it with the process, however that ends, while a file
 * with a process number in it would outlive a SIGKILL. Nobody else may open that file: on POSIX, closing any handle to it
 * frees the lock.
 */
export function lockFolder(folder: string): FolderLock {
  const db = openLock(folder)
  try {
    db.pragma('journal_mode = DELETE')
    db.exec('begin exclusive')
  } catch (cause) {
    db.close()
    if (isBusy(cause)) throw new Problem('db.folder_in_use', { folder }, { kind: 'conflict', cause })
    throw folderProblem(cause, folder)
  }
  const lock: FolderLock = {
    release() {
      if (!held.delete(lock)) return
      db.exec('rollback')
      db.close()
    },
  }
  held.add(lock)
  return lock
}

function openLock(folder: string) {
  try {
    return connect(lockFile(folder), { timeout: 0 })
  } catch (cause) {
    throw folderProblem(cause, folder)
  }
}

const isBusy = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_BUSY')
