import fs from 'node:fs'
import path from 'node:path'
import { type BackupNote, backUp, type CheckBackup } from '../../db/backup'
import { bringFiles, filesBeside, pruneFiles } from '../../db/backup-files'
import { backupName, rotate } from '../../db/backup-rotation'
import { backupFolder, filesFolder } from '../../db/folder'
import type { Db } from '../../db/open'
import type { Write } from '../engine/write'
import { recordAudit } from '../shared/audit'
import { Problem } from '../values/problem'
import type { Instant, Zone } from '../values/time'

export type BackupOrder = {
  db: Db
  now: Instant
  zone: Zone
  kind: 'daily' | 'by_hand'
  /** Another place than the data folder's own `backups`; its folder gets the files too. */
  file?: string
  /** Where the copy is read back; this thread where it is not given. */
  check?: CheckBackup
  progress?: (done: number, total: number) => void
}

export type BackupMade = {
  file: string
  bytes: number
  note: BackupNote
  /** How many files the database links, and those of them that are missing or damaged in the office itself. */
  files: number
  gaps: string[]
  /** Superseded backups that went. */
  removed: number
}

const running = new WeakSet<Db>()

/**
 * Makes a backup while the office works: the database, verified, and beside it every file it links. One at a time
 * (`maintenance.backup_running`). A daily one then rotates the older ones. The key of the secrets is never part of it.
 */
export async function makeBackup(order: BackupOrder): Promise<BackupMade> {
  const { db, now, zone, kind } = order
  if (running.has(db)) throw new Problem('maintenance.backup_running', {}, { kind: 'conflict' })
  running.add(db)
  try {
    const own = backupFolder(path.dirname(db.name))
    const file = order.file === undefined ? path.join(own, backupName(now, kind)) : newFile(order.file)
    if (order.file === undefined) removeLeftovers(own)
    const { check, progress } = order
    const note = await backUp(db, file, now, { ...(check && { check }), ...(progress && { progress }) })
    const { linked, gaps } = await bringFiles(db, filesFolder(path.dirname(db.name)), filesBeside(file))
    let removed = 0
    if (kind === 'daily') {
      const rotated = rotate(own, zone)
      removed = rotated.removed
      if (removed > 0)
        await pruneFiles(
          rotated.kept.map((one) => one.file),
          filesBeside(file),
        )
    }
    return { file, bytes: note.bytes, note, files: linked, gaps: gaps.map(({ sha256 }) => sha256), removed }
  } finally {
    running.delete(db)
  }
}

/** Notes a backup in the audit chain: when it was made and up to which entry it reaches. */
export function recordBackup(write: Write, made: BackupMade): void {
  const { file, bytes, files, removed, note } = made
  recordAudit(write, {
    action: 'office.backed_up',
    entity: 'office',
    payload: { file: path.basename(file), bytes, sha256: note.sha256, files, removed, head: note.audit_head },
  })
  write.emit({ type: 'backup_made' })
}

/** A backup never replaces a file: what stands there may be the only good one. */
function newFile(given: string): string {
  const file = path.normalize(given)
  if (!path.isAbsolute(file)) throw new Problem('maintenance.backup_path_relative', { file })
  if (fs.existsSync(file)) throw new Problem('maintenance.backup_file_exists', { file }, { kind: 'conflict' })
  return file
}

/** What an office that ended in the midst of a backup left behind. */
function removeLeftovers(folder: string): void {
  if (!fs.existsSync(folder)) return
  for (const name of fs.readdirSync(folder)) {
    if (/^\.daybook-.*\.part/.test(name)) fs.rmSync(path.join(folder, name), { force: true })
  }
}
