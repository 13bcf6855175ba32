import type { Statement } from 'better-sqlite3'
import type { Db } from './open'

const prepared = new WeakMap<Db, Map<string, Statement>>()

/** The prepared statement of a text, prepared once per connection. */
export function statement(db: Db, sql: string): Statement {
  let known = prepared.get(db)
  if (!known) {
    known = new Map()
    prepared.set(db, known)
  }
  let made = known.get(sql)
  if (!made) {
    made = db.prepare(sql)
    known.set(sql, made)
  }
  return made
}

/** Rows written through this connection since it was opened: the same number again means that nothing was written between. */
export const changesSoFar = (db: Db): number => statement(db, 'select total_changes()').pluck().get() as number
