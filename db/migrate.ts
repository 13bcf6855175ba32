import { Problem } from '../jobs/values/problem'
import type { Db } from './open'

const files = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true })

export type Migration = { number: number; name: string; sql: string }

export const MIGRATIONS: Migration[] = Object.entries(files)
  .map(([file, sql]) => {
    const match = /(\d{4})_(\w+)\.sql$/.exec(file)
    if (!match) throw new Error(`${file} is not named NNNN_name.sql`)
    return { number: Number(match[1]), name: match[2] ?? '', sql }
  })
  .sort((a, b) => a.number - b.number)

/** The last migration a database has seen; 0 for an empty one. */
export const versionOf = (db: Db): number => db.pragma('user_version', { simple: true }) as number

const newest = (migrations: Migration[]): number => migrations.at(-1)?.number ?? 0

/** Refuses a database that a newer Daybook wrote: `db.newer_database`, naming both versions. */
export function refuseNewer(db: Db, migrations: Migration[] = MIGRATIONS): void {
  const found = versionOf(db)
  const known = newest(migrations)
  if (found > known) throw new Problem('db.newer_database', { file: db.name, found, known }, { kind: 'conflict' })
}

const pendingOf = (db: Db, migrations: Migration[]): Migration[] =>
  migrations.filter(({ number }) => number > versionOf(db))

/**
 * Brings a database up to this Daybook's version. Before each migration of one that holds anything, `backUp` makes a
 * verified copy; where that fails nothing is migrated. Answers with the numbers applied.
 */
export async function migrate(
  db: Db,
  options: { now: number; backUp: (from: number, to: number) => Promise<unknown>; migrations?: Migration[] },
): Promise<number[]> {
  const migrations = options.migrations ?? MIGRATIONS
  refuseNewer(db, migrations)
  const isFresh = versionOf(db) === 0
  const applied: number[] = []
  for (const migration of pendingOf(db, migrations)) {
    if (!isFresh) await options.backUp(versionOf(db), migration.number)
    applyMigration(db, migration, options.now)
    applied.push(migration.number)
  }
  return applied
}

/** Brings an empty database up to this Daybook's version, without a backup since there is nothing to back up. */
export function applyMigrations(db: Db, now: number, migrations: Migration[] = MIGRATIONS): void {
  refuseNewer(db, migrations)
  for (const migration of pendingOf(db, migrations)) applyMigration(db, migration, now)
}

/**
 * One migration, one transaction. References are not enforced while it runs, since rebuilding a table drops it for a
 * moment; they are checked before it is committed.
 */
function applyMigration(db: Db, { number, name, sql }: Migration, now: number): void {
  db.pragma('foreign_keys = OFF') // does nothing inside a transaction
  try {
    db.transaction(() => {
      db.exec(sql)
      db.prepare('insert into migration (number, name, applied_at) values (?, ?, ?)').run(number, name, now)
      db.pragma(`user_version = ${number}`)
      const broken = db.pragma('foreign_key_check') as { table: string; parent: string }[]
      if (broken[0]) throw new Error(`${broken.length} rows of ${broken[0].table} point to no ${broken[0].parent}`)
    })()
  } catch (cause) {
    const params = { number, name, reason: cause instanceof Error ? cause.message : String(cause) }
    throw new Problem('db.migration_failed', params, { kind: 'internal', cause })
  } finally {
    db.pragma('foreign_keys = ON')
  }
}
