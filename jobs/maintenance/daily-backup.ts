import type { CheckBackup } from '../../db/backup'
import type { Db } from '../../db/open'
import type { Reason } from '../values/problem'
import { Problem } from '../values/problem'
import type { Instant, Zone } from '../values/time'
import { type BackupMade, makeBackup } from './backup'

/** What a backup needs of the office it runs in; given once when the office opens. */
export type BackupSurroundings = { now(): Instant; zone(): Zone; check?: CheckBackup }

/** What the task hears of the copy. A problem is told as data: it crosses from the office to the slot. */
export type BackupNews =
  | { state: 'copying'; done: number; total: number }
  | { state: 'made'; made: BackupMade }
  | { state: 'failed'; reason: Reason; transient: boolean }

const surroundings = new WeakMap<Db, BackupSurroundings>()
const copies = new WeakMap<Db, { news: BackupNews }>()

export function provideBackups(db: Db, given: BackupSurroundings): void {
  surroundings.set(db, given)
}

/**
 * Starts the daily copy, or tells how far the one that runs has come; the copy itself is the office process' own work,
 * in short turns, since it must be made on the write connection. What has ended is told once.
 */
export function followBackup(db: Db): BackupNews {
  const copy = copies.get(db) ?? start(db)
  if (copy.news.state !== 'copying') copies.delete(db)
  return copy.news
}

function start(db: Db): { news: BackupNews } {
  const given = surroundings.get(db)
  if (!given) throw new Error('the office was opened without its backups: provideBackups')
  const copy: { news: BackupNews } = { news: { state: 'copying', done: 0, total: 0 } }
  copies.set(db, copy)
  const { check } = given
  makeBackup({
    db,
    now: given.now(),
    zone: given.zone(),
    kind: 'daily',
    ...(check && { check }),
    progress: (done, total) => {
      copy.news = { state: 'copying', done, total }
    },
  }).then(
    (made) => {
      copy.news = { state: 'made', made }
    },
    (error: unknown) => {
      const problem = error instanceof Problem ? error : null
      const reason = problem?.reason ?? { code: 'maintenance.backup_failed', params: { reason: String(error) } }
      copy.news = { state: 'failed', reason, transient: problem?.transient ?? false }
    },
  )
  return copy
}
