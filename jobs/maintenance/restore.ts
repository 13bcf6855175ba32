import path from 'node:path'
import { type BackupNote, backUp } from '../../db/backup'
import { migrationBackupName } from '../../db/backup-rotation'
import { backupFolder, databaseFile, prepareFolder } from '../../db/folder'
import { lockFolder } from '../../db/lock'
import { migrate } from '../../db/migrate'
import { type Db, openDb } from '../../db/open'
import { holdWaitingMail } from '../../db/queries/maintenance'
import { type Restored, restoreFolder } from '../../db/restore'
import type { Actor, Write } from '../engine/write'
import { type AuditHead, readHead, recordAudit, writeHead } from '../shared/audit'
import { addNotice } from '../shared/notices'
import { HELD_FOR_GOOD } from '../shared/outbox'
import { readSetting } from '../shared/settings'
import { type Instant, toIso } from '../values/time'

export type RestoreDone = {
  file: string
  setAside: string
  /** Rows a table held when the backup was made. */
  tables: Record<string, number>
  /** Mails that waited in the backup and are held now. */
  heldMails: number
  missingFiles: number
}

/**
 * Restores a backup into a data folder in which no office runs. Takes the folder's lock (`db.folder_in_use`), checks the
 * backup before anything is touched, keeps the old state aside, brings an older database up to date, and appends to the
 * audit chain that and from where it was restored. Mail that waited is held: since the backup was made it may have been
 * sent, and nothing is sent twice without a person's word.
 */
export async function restoreBackup(
  folder: string,
  file: string,
  options: { now: Instant; acceptMissingFiles?: boolean; actor?: Actor },
): Promise<RestoreDone> {
  const place = prepareFolder(folder)
  const lock = lockFolder(place)
  try {
    const head = readHead(place)
    let heldMails = 0
    // In the copy, before it is the office's database: a crash in between would start an office that sends again.
    const settle = (staged: string, restored: Restored) =>
      withDb(staged, async (db) => {
        await migrate(db, { now: options.now, backUp: (_from, to) => backUpBeforeMigration(db, options.now, to) })
        heldMails = db.transaction(() => anchor(openWrite(db, options), { file, head, restored }))()
      })
    const { setAside, check, gaps } = await restoreFolder(place, path.resolve(file), options.now, {
      ...options,
      settle,
    })
    await withDb(databaseFile(place), (db) => writeHead(place, db))
    return { file, setAside, tables: check.tables, heldMails, missingFiles: gaps.length }
  } finally {
    lock.release()
  }
}

async function withDb(file: string, work: (db: Db) => Promise<void>): Promise<void> {
  const db = openDb(file)
  try {
    await work(db)
  } finally {
    db.close()
  }
}

/** The backup that is made before each migration, at start and after a restore. */
export function backUpBeforeMigration(db: Db, now: Instant, to: number): Promise<BackupNote> {
  const folder = backupFolder(path.dirname(db.name))
  return backUp(db, path.join(folder, migrationBackupName(now, to)), now)
}

/** The chain goes on from the backup's head; the entry names the head that was left behind. */
function anchor(write: Write, from: { file: string; head: AuditHead | null; restored: Restored }): number {
  const { now } = write
  const { check, setAside, gaps } = from.restored
  const heldMails = holdWaitingMail(write.db, HELD_FOR_GOOD, now)
  recordAudit(write, {
    action: 'office.restored',
    entity: 'office',
    payload: {
      backup: path.basename(from.file),
      sha256: check.sha256,
      from: check.audit_head,
      left: from.head,
      set_aside: path.basename(setAside),
      held_mails: heldMails,
      missing_files: gaps.length,
    },
  })
  addNotice(write, {
    kind: 'restored',
    code: heldMails > 0 ? 'maintenance.restored_mail_held' : 'maintenance.restored',
    params: { file: path.basename(from.file), at: toIso(now), mails: heldMails, aside: path.basename(setAside) },
  })
  return heldMails
}

/** A write without an engine: nobody listens to events, and a restore starts no tasks. */
function openWrite(db: Db, { now, actor = 'system' }: { now: Instant; actor?: Actor }): Write {
  return {
    db,
    now,
    zone: readSetting(db, 'office').zone,
    actor,
    enqueue: () => {
      throw new Error('a restore starts no tasks')
    },
    emit: () => undefined,
  }
}
