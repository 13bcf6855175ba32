import type { Db } from '../open'
import { statement } from '../statement'

const SYNCHRONOUS = ['OFF', 'NORMAL', 'FULL', 'EXTRA']

/** Which SQLite this is and how it keeps its promises. */
export function databaseFacts(db: Db): { sqlite: string; journal: string; synchronous: string } {
  const version = statement(db, 'select sqlite_version() as version').get() as { version: string }
  return {
    sqlite: version.version,
    journal: String(db.pragma('journal_mode', { simple: true })),
    synchronous: SYNCHRONOUS[Number(db.pragma('synchronous', { simple: true }))] ?? 'unknown',
  }
}

/** A write of no meaning, so that health knows of a full or read-only disk before the work does. */
export const markHealthRead = (db: Db, now: number): void => {
  statement(
    db,
    `insert into engine_mark (name, value) values ('health_read', ?)
     on conflict (name) do update set value = excluded.value`,
  ).run(now)
}
