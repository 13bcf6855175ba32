import fs from 'node:fs'
import path from 'node:path'
import { Problem } from '../jobs/values/problem'
import { type Instant, toIso } from '../jobs/values/time'
import { type BackupCheck, checkCopy, makeOneFile, readNote } from './backup'
import { bringFiles, type FileGap, fileGaps, filesBeside } from './backup-files'
import { databaseFile, filesFolder, folderProblem, syncFile, syncFolder, writeDurably } from './folder'
import { type Db, openReadOnly } from './open'

export type Restored = {
  /** Where the state from before the restore lies. */
  setAside: string
  check: BackupCheck
  /** Files the backup's database links that could not be brought back (only with `acceptMissingFiles`). */
  gaps: FileGap[]
}

/** What belongs to the database and goes aside with it. The write-ahead log must: it would be read into the restored one. */
const STATE = ['daybook.db', 'daybook.db-wal', 'daybook.db-shm', 'audit-head.json']

const markFile = (folder: string): string => path.join(folder, 'restoring.json')
type Mark = { staged: string; aside: string }

/**
 * Puts a backup in the place of the folder's database; the caller holds the folder's lock and nobody has the database
 * open. Everything is checked on a copy in the folder before anything there is touched; the old state is kept aside. A
 * crash on the way leaves the old state or, once the mark is written, one that `finishRestore` completes at the next start.
 * What a restored office must never be without is written into the copy by `settle`, before it takes the place.
 * Refuses: `db.backup_damaged`, `db.newer_database`, `db.backup_files_missing`, `db.disk_full`.
 */
export async function restoreFolder(
  folder: string,
  file: string,
  now: Instant,
  options: { acceptMissingFiles?: boolean; settle?: (staged: string, restored: Restored) => Promise<void> } = {},
): Promise<Restored> {
  const stamp = toIso(now).replace(/[:.]/g, '-')
  const mark: Mark = { staged: `restoring-${stamp}.db`, aside: freeName(folder, `before-restore-${stamp}`) }
  const staged = path.join(folder, mark.staged)
  try {
    const check = stage(file, staged)
    const gaps = await bringFilesBack(folder, file, staged, options.acceptMissingFiles ?? false)
    const restored: Restored = { setAside: path.join(folder, mark.aside), check, gaps }
    await options.settle?.(staged, restored)
    syncFile(staged)
    fs.mkdirSync(restored.setAside, { mode: 0o700 })
    writeMark(folder, mark)
    finishRestore(folder)
    return restored
  } catch (cause) {
    if (!fs.existsSync(markFile(folder)))
      for (const end of ['', '-wal', '-shm']) fs.rmSync(staged + end, { force: true })
    throw folderProblem(cause, folder)
  }
}

/** Copies the backup into the folder and checks the copy: what was checked is what will be opened. */
function stage(file: string, staged: string): BackupCheck {
  if (!fs.existsSync(file)) throw new Problem('db.backup_missing', { file }, { kind: 'not_found' })
  if (!fs.statSync(file).isFile()) {
    throw new Problem('db.backup_damaged', { file, reason: 'it is not a file' }, { kind: 'invalid' })
  }
  fs.copyFileSync(file, staged)
  // Somebody's plain copy of a data folder: what its log holds is part of it.
  if (fs.existsSync(`${file}-wal`)) {
    fs.copyFileSync(`${file}-wal`, `${staged}-wal`)
    makeOneFile(staged)
  }
  fs.chmodSync(staged, 0o600)
  const check = checkStaged(staged, file)
  const note = readNote(file)
  if (note && note.sha256 !== check.sha256) {
    const reason = 'its content is not what was noted when it was made'
    throw new Problem('db.backup_damaged', { file, reason }, { kind: 'invalid' })
  }
  syncFile(staged)
  return check
}

function checkStaged(staged: string, file: string): BackupCheck {
  try {
    return checkCopy(staged)
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause
    throw new Problem(cause.code, { ...cause.params, file }, { kind: cause.kind, cause })
  }
}

async function bringFilesBack(folder: string, file: string, staged: string, accept: boolean): Promise<FileGap[]> {
  const db = openReadOnly(staged)
  try {
    const store = filesBeside(file)
    const gaps = allGaps(db, [filesFolder(folder), store])
    const [first] = gaps
    if (first && !accept) {
      const params = { file, count: gaps.length, name: first.name, store }
      throw new Problem('db.backup_files_missing', params, { kind: 'invalid', details: gaps })
    }
    await bringFiles(db, store, filesFolder(folder))
    return gaps
  } finally {
    db.close()
    for (const rest of ['-wal', '-shm']) fs.rmSync(staged + rest, { force: true })
  }
}

function allGaps(db: Db, stores: string[]): FileGap[] {
  const gaps: FileGap[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page = fileGaps(db, stores, true, after)
    gaps.push(...page.gaps)
    after = page.next
  }
  return gaps
}

function writeMark(folder: string, mark: Mark): void {
  writeDurably(markFile(folder), JSON.stringify(mark))
}

/**
 * Completes a restore that was interrupted after its mark was written; does nothing where there is none. Every office
 * calls it, with the lock, before it opens the database: half-way the folder may hold no database at all, and must not
 * be taken for a fresh one. Answers whether there was anything to do.
 */
export function finishRestore(folder: string): boolean {
  if (!fs.existsSync(markFile(folder))) return false
  const { staged, aside } = JSON.parse(fs.readFileSync(markFile(folder), 'utf8')) as Mark
  const copy = path.join(folder, staged)
  if (fs.existsSync(copy)) {
    // As long as the copy waits, whatever bears the database's name is the old state.
    for (const name of STATE) {
      const from = path.join(folder, name)
      if (fs.existsSync(from)) fs.renameSync(from, path.join(folder, aside, name))
    }
    syncFolder(path.join(folder, aside))
    syncFolder(folder)
    fs.renameSync(copy, databaseFile(folder))
    syncFolder(folder)
  }
  fs.rmSync(markFile(folder))
  syncFolder(folder)
  return true
}

function freeName(folder: string, name: string): string {
  let free = name
  for (let n = 2; fs.existsSync(path.join(folder, free)); n++) free = `${name}-${n}`
  return free
}
