import path from 'node:path'
import { damageProblem, isDamage, noteDamage } from '../../db/damage'
import type { Db } from '../../db/open'
import { Problem } from '../values/problem'

/** True of what another disk, or the same one with room on it, would take: to be tried again. */
export const isOfTheDisk = (error: unknown): boolean => error instanceof Problem && error.kind === 'unavailable'

/** What the database threw, in words where the disk or the file is to blame. */
export function asProblem(error: unknown, db: Db): unknown {
  if (isDamage(error)) {
    noteDamage(db)
    return damageProblem(path.dirname(db.name), error)
  }
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  if (code === 'SQLITE_FULL') return new Problem('engine.disk_full', {}, { kind: 'unavailable', cause: error })
  if (code.startsWith('SQLITE_IOERR') || code === 'SQLITE_READONLY')
    return new Problem('engine.disk_unwritable', { found: code }, { kind: 'unavailable', cause: error })
  return error
}
