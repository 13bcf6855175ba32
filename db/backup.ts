import fs from 'node:fs'
import path from 'node:path'
import { Problem } from '../jobs/values/problem'
import { digestNow } from './digest'
import { folderProblem, makeFolder, syncFile, syncFolder } from './folder'
import { MIGRATIONS, type Migration, versionOf } from './migrate'
import { connect, type Db, openReadOnly } from './open'
import { type AuditHead, auditHead } from './queries/shared/audit'

/** What is known of a backup; it lies beside it as `<file>.json` once the backup was verified. */
export type BackupNote = {
  /** Instant, ms. */
  made_at: number
  /** The last migration it has seen. */
  version: number
  bytes: number
  sha256: string
  tables: Record<string, number>
  audit_head: AuditHead | null
}

export type BackupCheck = Pick<BackupNote, 'version' | 'bytes' | 'sha256' | 'tables' | 'audit_head'>

/** Reads a finished copy through and through; long for a large one, so an office has it done on its reader thread. */
export type CheckBackup = (file: string) => BackupCheck | Promise<BackupCheck>

/** 1 MB: a few milliseconds on a busy machine. */
const PAGES_A_TURN = 256

export const noteFile = (file: string): string => `${file}.json`

/**
 * Copies the office's database to `file` while the office works: page by page on the write connection, so that changes
 * made meanwhile are in the copy too. The copy gets its name only after it was read back (`integrity_check`, references,
 * the rows of every table counted against the office at the instant of the copy) and is on disk.
 */
export async function backUp(
  db: Db,
  file: string,
  now: number,
  options: { check?: CheckBackup; progress?: (done: number, total: number) => void } = {},
): Promise<BackupNote> {
  const folder = path.dirname(file)
  const temp = path.join(folder, `.${path.basename(file)}.part`)
  try {
    makeFolder(folder)
    fs.rmSync(temp, { force: true })
    await db.backup(temp, {
      progress({ totalPages, remainingPages }) {
        options.progress?.(totalPages - remainingPages, totalPages)
        return PAGES_A_TURN
      },
    })
    // Still in the turn of the last page: what this connection sees now is what the copy holds.
    const counting = countAtThisInstant(db)
    counting.catch(() => undefined) // heard below, or the copy has failed before it
    fs.chmodSync(temp, 0o600)
    makeOneFile(temp)
    syncFile(temp)
    const [found, expected] = await Promise.all([(options.check ?? checkCopy)(temp), counting])
    compareCounts(file, found.tables, expected)
    const note: BackupNote = { made_at: now, ...found }
    fs.writeFileSync(noteFile(temp), `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600 })
    syncFile(noteFile(temp))
    fs.renameSync(noteFile(temp), noteFile(file))
    fs.renameSync(temp, file)
    syncFolder(folder)
    return note
  } catch (cause) {
    for (const rest of [temp, noteFile(temp), `${temp}-journal`, `${temp}-wal`, `${temp}-shm`]) {
      if (fs.existsSync(rest)) fs.rmSync(rest)
    }
    throw folderProblem(cause, folder)
  }
}

/** A copy carries the mark of its source's write-ahead log; without it the copy is one file that needs no companions. */
export function makeOneFile(file: string): void {
  const copy = connect(file)
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}

/**
 * The rows of every table as of now, counted on a connection whose snapshot is taken before this returns. Rows are walked
 * in slices: count(*) over 200,000 audit entries held up a busy office for 180 ms.
 */
function countAtThisInstant(db: Db): Promise<Record<string, number>> {
  const reader = openReadOnly(db.name)
  const count = async () => {
    try {
      const counts: Record<string, number> = {}
      for (const table of tables) counts[table] = await countInSlices(reader, table)
      return counts
    } finally {
      reader.close()
    }
  }
  reader.exec('begin')
  countRows(reader, 'sqlite_schema') // the first read takes the snapshot
  const tables = tablesOf(reader)
  return count()
}

const ROWS_A_TURN = 10_000
const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

async function countInSlices(db: Db, table: string): Promise<number> {
  let rows = 0
  const each = db.prepare(`select 1 from ${quoted(table)}`).raw()
  for (const _ of each.iterate()) {
    if (++rows % ROWS_A_TURN === 0) await nextTurn()
  }
  return rows
}

/** Every table but SQLite's own and the shadows of virtual ones, which are no rows of ours. */
const tablesOf = (db: Db): string[] =>
  db
    .prepare(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name",
    )
    .pluck()
    .all() as string[]

const countRows = (db: Db, table: string): number =>
  db
    .prepare(`select count(*) from ${quoted(table)}`)
    .pluck()
    .get() as number

const quoted = (name: string): string => `"${name.replace(/"/g, '""')}"`

function compareCounts(file: string, found: Record<string, number>, expected: Record<string, number>): void {
  for (const table of new Set([...Object.keys(found), ...Object.keys(expected)])) {
    if (found[table] === expected[table]) continue
    const params = {
      file,
      reason: `table ${table}: ${found[table] ?? 'no'} rows instead of ${expected[table] ?? 'none'}`,
    }
    throw new Problem('db.backup_damaged', params, { kind: 'internal' })
  }
}

/** Checks a copy in this thread. Refuses with `db.backup_damaged` or `db.newer_database`. */
export function checkCopy(file: string, migrations: Migration[] = MIGRATIONS): BackupCheck {
  const damaged = (reason: string, cause?: unknown) =>
    new Problem('db.backup_damaged', { file, reason }, { kind: 'invalid', cause })
  const sha256 = digestNow(file)
  let copy: Db
  try {
    copy = openReadOnly(file)
  } catch (cause) {
    throw damaged(cause instanceof Error ? cause.message : String(cause), cause)
  }
  try {
    const faults = integrityFaults(copy)
    if (faults[0]) throw damaged(faults[0])
    const version = versionOf(copy)
    if (version === 0) throw damaged('it is not an office of Daybook')
    const known = migrations.at(-1)?.number ?? 0
    if (version > known) throw new Problem('db.newer_database', { file, found: version, known }, { kind: 'conflict' })
    const tables = Object.fromEntries(tablesOf(copy).map((table) => [table, countRows(copy, table)]))
    return { version, bytes: fs.statSync(file).size, sha256, tables, audit_head: auditHead(copy) }
  } catch (cause) {
    throw cause instanceof Problem ? cause : damaged(cause instanceof Error ? cause.message : String(cause), cause)
  } finally {
    copy.close()
  }
}

/** What SQLite finds wrong with a database's pages, indexes and references; empty where all is well. */
export function integrityFaults(db: Db): string[] {
  const pages = (db.pragma('integrity_check') as { integrity_check: string }[]).map((row) => row.integrity_check)
  const references = (db.pragma('foreign_key_check') as { table: string; parent: string }[]).map(
    ({ table, parent }) => `a row of ${table} points to no ${parent}`,
  )
  return [...pages.filter((text) => text !== 'ok'), ...references]
}

/** What was noted when a backup was verified; null where the note is missing or unreadable. */
export function readNote(file: string): BackupNote | null {
  try {
    const note = JSON.parse(fs.readFileSync(noteFile(file), 'utf8')) as Partial<BackupNote>
    const isWhole =
      typeof note.sha256 === 'string' && typeof note.made_at === 'number' && typeof note.tables === 'object'
    return isWhole ? (note as BackupNote) : null
  } catch {
    return null
  }
}
