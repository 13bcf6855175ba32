import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { applyMigrations, MIGRATIONS, type Migration, migrate, versionOf } from '../../../db/migrate'
import { openDb, openReadOnly } from '../../../db/open'
import { backUpBeforeMigration } from '../../../jobs/maintenance'
import { openTestDb, TEST_NOW, tempFolder } from '../../support/office-db'

const kernel: Migration = {
  number: 1,
  name: 'kernel',
  sql: 'create table migration (number integer primary key, name text not null, applied_at integer not null) strict;',
}
const parent: Migration = {
  number: 2,
  name: 'parent',
  sql: `create table parent (id integer primary key) strict;
        create table child (id integer primary key, parent_id integer not null references parent (id)) strict;`,
}
/** An office at version 2 with a row in it. */
function olderOffice() {
  const db = openDb(path.join(tempFolder(), 'daybook.db'))
  applyMigrations(db, TEST_NOW, [kernel, parent])
  db.exec('insert into parent values (1); insert into child values (1, 1)')
  return db
}
const backups = (file: string) =>
  fs.readdirSync(path.join(path.dirname(file), 'backups')).filter((name) => name.endsWith('.db'))

test('the write connection is durable, checks references, and cannot replace its way past a trigger', () => {
  const db = openTestDb()
  const pragma = (name: string) => db.pragma(name, { simple: true })
  expect(pragma('journal_mode')).toBe('wal')
  expect(pragma('synchronous')).toBe(2)
  expect(pragma('foreign_keys')).toBe(1)
  expect(() =>
    db.exec(
      "insert or replace into audit select 1, at, 'x', action, entity, payload, payload_hash, prev_hash, hash from audit where seq = 1",
    ),
  ).toThrow('never shortened')
})

test('a read-only connection reads what was committed and writes nothing', () => {
  const db = openTestDb()
  const reader = openReadOnly(db.name)
  expect(reader.prepare('select count(*) from setting').pluck().get()).toBeGreaterThan(0)
  expect(() => reader.exec('delete from setting')).toThrow(/readonly/)
  reader.close()
})

test('the migrations are numbered without a gap', () => {
  expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, index) => index + 1))
})

test('a fresh database is brought up to date without a backup, and a second time there is nothing to do', async () => {
  const db = openDb(path.join(tempFolder(), 'daybook.db'))
  const backUp = () => Promise.reject(new Error('nothing to back up'))
  expect(await migrate(db, { now: TEST_NOW, backUp })).toEqual(MIGRATIONS.map(({ number }) => number))
  expect(await migrate(db, { now: TEST_NOW, backUp })).toEqual([])
  expect(db.prepare('select count(*) from migration').pluck().get()).toBe(MIGRATIONS.length)
})

describe('an office with data', () => {
  const adds: Migration[] = [
    { number: 3, name: 'note', sql: 'alter table child add column note text' },
    { number: 4, name: 'more', sql: 'create table more (id integer primary key) strict' },
  ]

  test('is backed up before each migration', async () => {
    const db = olderOffice()
    const seen: [number, number, number][] = []
    const applied = await migrate(db, {
      now: TEST_NOW,
      migrations: [kernel, parent, ...adds],
      backUp: async (from, to) => {
        seen.push([from, to, versionOf(db)])
      },
    })
    expect(applied).toEqual([3, 4])
    expect(seen).toEqual([
      [2, 3, 2],
      [3, 4, 3],
    ])
  })

  test('stays as it is when the backup fails', async () => {
    const db = olderOffice()
    const failed = migrate(db, {
      now: TEST_NOW,
      migrations: [kernel, parent, ...adds],
      backUp: () => Promise.reject(new Error('disk full')),
    })
    await expect(failed).rejects.toThrow('disk full')
    expect(versionOf(db)).toBe(2)
  })

  test('is refused by an older Daybook, which names both versions and changes nothing', async () => {
    const db = openTestDb()
    const known = MIGRATIONS.length
    db.pragma(`user_version = ${known + 7}`)
    const refused = migrate(db, { now: TEST_NOW, backUp: async () => undefined })
    await expect(refused).rejects.toMatchObject({
      code: 'db.newer_database',
      params: { file: db.name, found: known + 7, known },
    })
    expect(versionOf(db)).toBe(known + 7)
  })

  test('is left whole by a migration that fails half-way', async () => {
    const db = olderOffice()
    const broken = { number: 3, name: 'broken', sql: 'create table half (id integer); insert into nowhere values (1);' }
    const failed = migrate(db, { now: TEST_NOW, migrations: [kernel, parent, broken], backUp: async () => undefined })
    await expect(failed).rejects.toMatchObject({ code: 'db.migration_failed', params: { number: 3, name: 'broken' } })
    expect(versionOf(db)).toBe(2)
    expect(db.prepare("select count(*) from sqlite_schema where name = 'half'").pluck().get()).toBe(0)
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  test('may have a table rebuilt under rows that refer to it, but never loses what they refer to', async () => {
    const rebuild = `create table new_parent (id integer primary key, name text) strict;
      insert into new_parent (id) select id from parent; drop table parent; alter table new_parent rename to parent;`
    const db = olderOffice()
    const good = { number: 3, name: 'rebuild', sql: rebuild }
    await migrate(db, { now: TEST_NOW, migrations: [kernel, parent, good], backUp: async () => undefined })
    expect(db.prepare('select count(*) from child').pluck().get()).toBe(1)
    const losing = { number: 4, name: 'losing', sql: 'delete from parent' }
    const lost = migrate(db, {
      now: TEST_NOW,
      migrations: [kernel, parent, good, losing],
      backUp: async () => undefined,
    })
    await expect(lost).rejects.toMatchObject({ code: 'db.migration_failed' })
    expect(db.prepare('select count(*) from parent').pluck().get()).toBe(1)
  })
})

test('the backup before a migration is a verified one, one file each', async () => {
  const db = openTestDb()
  await backUpBeforeMigration(db, TEST_NOW, 98)
  await backUpBeforeMigration(db, TEST_NOW, 99)
  expect(backups(db.name)).toEqual([
    'daybook-2026-01-02T09-00-00-000Z-before-0098.db',
    'daybook-2026-01-02T09-00-00-000Z-before-0099.db',
  ])
})
