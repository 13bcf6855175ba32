import { Problem } from '../jobs/values/problem'
import { listBackups } from './backup-rotation'
import { backupFolder } from './folder'
import type { Db } from './open'

/** SQLite has read a page that cannot be one of its own. */
export const isDamage = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code))

/** Connections that have met damage. It does not go away while they are open. */
const met = new WeakSet<Db>()
export const noteDamage = (db: Db): void => void met.add(db)
export const hasMetDamage = (db: Db): boolean => met.has(db)

/** What to tell: where the damage is, and which backup to go back to (the newest; its own check is part of a restore). */
export function damageProblem(folder: string, cause?: unknown): Problem {
  const [newest] = listBackups(backupFolder(folder))
  return newest
    ? new Problem('db.damaged', { folder, backup: newest.file }, { kind: 'unavailable', cause })
    : new Problem('db.damaged_without_backup', { folder }, { kind: 'unavailable', cause })
}
