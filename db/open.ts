import Database from 'better-sqlite3'

export type Db = Database.Database

/** `DAYBOOK_SQLITE_BINDING` names an addon built for an older runtime (tests only). */
export function connect(file: string, options: Database.Options = {}): Db {
  const nativeBinding = process.env.DAYBOOK_SQLITE_BINDING
  return new Database(file, nativeBinding ? { ...options, nativeBinding } : options)
}

const SYNCHRONOUS_FULL = 2

/** Opens the one write connection. What is committed through it survives a power cut. */
export function openDb(file: string): Db {
  const db = connect(file)
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL') // better-sqlite3 lowers it to NORMAL when WAL is set
    db.pragma('foreign_keys = ON')
    // A checkpoint writes each page once however often it changed: at SQLite's 1,000 pages a busy queue spent a third of
    // its commits checkpointing.
    db.pragma('wal_autocheckpoint = 8000')
    db.pragma('journal_size_limit = 67108864')
    db.pragma('cache_size = -16000') // 16 MB at most; an idle office does not fill it
    db.pragma('trusted_schema = OFF')
    db.pragma('recursive_triggers = ON') // else REPLACE deletes rows past the triggers that refuse it
    if (process.platform === 'darwin') db.pragma('fullfsync = ON') // fsync alone leaves the drive's cache there
    if (db.pragma('synchronous', { simple: true }) !== SYNCHRONOUS_FULL) throw new Error('SQLite kept synchronous low')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Opens a second connection that only reads (reader thread, verification). The file must be there. */
export function openReadOnly(file: string): Db {
  const db = connect(file, { readonly: true, fileMustExist: true })
  db.pragma('query_only = ON')
  db.pragma('trusted_schema = OFF')
  return db
}
