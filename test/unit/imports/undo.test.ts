import path from 'node:path'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { applyMigrations } from '../../../db/migrate'
import { type Db, openDb } from '../../../db/open'
import { imageChanges } from '../../../db/queries/imports/before-images'
import type { ImagedTable } from '../../../db/queries/imports/table-shape'
import { undoChanges } from '../../../db/queries/imports/undo'
import { TEST_NOW, tempFolder } from '../../support/office-db'

// A database of the importer's own tables and three of a made-up shop: goods, their prices, and sales that use them.

let db: Db
const TABLES: ImagedTable[] = [
  { table: 'good', key: ['id'] },
  { table: 'price', key: ['good_id', 'valid_from'] },
]

beforeEach(() => {
  db = openDb(path.join(tempFolder(), 'daybook.db'))
  applyMigrations(db, TEST_NOW)
  db.exec(`
    create table good (id integer primary key, code text not null unique, note text, picture blob) strict;
    create table price (good_id integer not null references good (id), valid_from text not null, minor integer not null,
                        primary key (good_id, valid_from)) strict, without rowid;
    create table sale (id integer primary key, good_id integer not null references good (id)) strict;
    create table tally (good_id integer primary key references good (id) on delete cascade, n integer) strict;
    insert into file values ('x', 1, 'm', 'n', 0);
    insert into good values (1, 'A', 'old', x'00ff'), (2, 'B', null, null), (3, 'C', 'it''s "c"', null);
    insert into price values (1, '2025-01-01', 100), (2, '2025-01-01', 9007199254740993);
  `)
})

const content = () =>
  ['good', 'price', 'sale'].map((table) => db.prepare(`select * from ${table} order by 1, 2`).safeIntegers().all())

function batch(sql: string | (() => void)): number {
  const id = Number(
    db
      .prepare(
        `insert into import_batch (kind, sha256, file_name, options, state, created_by, created_at)
         values ('goods', 'x', 'f', '{}', 'applying', 'user:1', 0)`,
      )
      .run().lastInsertRowid,
  )
  const work = () => (typeof sql === 'string' ? void db.exec(sql) : sql())
  db.transaction(() => imageChanges(db, id, TABLES, work))()
  return id
}
const undo = (id: number) => db.transaction(() => undoChanges(db, id, TABLES))()

test.each([
  ['added rows', `insert into good values (9, 'Z', null, null); insert into price values (9, '2025-01-01', 5)`],
  [
    'changed rows, blobs and quotes among them',
    `update good set note = 'new', picture = x'01'; update price set minor = 7`,
  ],
  ['removed rows', `delete from price; delete from good where id > 1`],
  ['rows that were replaced', `insert or replace into price values (2, '2025-01-01', 3), (3, '2025-01-01', 4)`],
  [
    'upserted rows',
    `insert into good (code, note) values ('B', 'x') on conflict (code) do update set note = excluded.note`,
  ],
  ['rows that moved to another key', `update price set valid_from = '2025-02-01' where good_id = 1`],
  [
    'rows added below the highest number',
    `delete from good where id = 3; insert into good values (3, 'D', null, null)`,
  ],
  [
    'rows touched many times',
    `update good set note = 'a' where id = 1; update good set note = 'b' where id = 1; delete from price where good_id = 1; insert into price values (1, '2025-01-01', 8)`,
  ],
])('%s are as they were', (_, sql) => {
  const before = content()
  const id = batch(sql)
  expect(content()).not.toEqual(before)
  expect(undo(id).kept).toEqual([])
  expect(content()).toEqual(before)
  expect(db.prepare('select count(*) from import_before').pluck().get()).toBe(0)
})

test('what was touched and is as before leaves no image', () => {
  const id = batch(`update good set note = 'x' where id = 1; update good set note = 'old' where id = 1`)
  expect(db.prepare('select count(*) from import_before where batch_id = ?').pluck().get(id)).toBe(0)
})

test('a table outside the batch is not watched, and nobody is watched afterwards', () => {
  const recursive = db.pragma('recursive_triggers', { simple: true })
  const id = batch('insert into sale values (1, 1)')
  db.exec(`update good set note = 'later'`)
  expect(db.prepare('select count(*) from import_before where batch_id = ?').pluck().get(id)).toBe(0)
  expect(db.pragma('recursive_triggers', { simple: true })).toBe(recursive)
})

test('a good that was sold since is kept with its prices, one that only a tally counts is not', () => {
  const id = batch(`insert into good values (8, 'Y', null, null), (9, 'Z', null, null);
                    insert into price values (8, '2025-01-01', 1), (9, '2025-01-01', 2)`)
  db.exec('insert into sale values (1, 8); insert into tally values (8, 1), (9, 1)')
  expect(undo(id).kept).toMatchObject([{ unit: 'good:8', why: 'used', by: 'sale' }])
  expect(db.prepare('select id from good where id > 3').pluck().all()).toEqual([8])
  expect(db.prepare('select good_id from price where good_id > 3').pluck().all()).toEqual([8])
  expect(db.prepare('select good_id from tally').pluck().all()).toEqual([8])
})

test('an edited price keeps its good and the good’s other changes', () => {
  const id = batch(
    `update good set note = 'new' where id = 1; insert into price values (1, '2025-03-01', 1), (2, '2025-03-01', 2)`,
  )
  db.exec(`update price set minor = 99 where good_id = 1 and valid_from = '2025-03-01'`)
  expect(undo(id)).toMatchObject({ kept: [{ unit: 'good:1', why: 'edited', by: 'price' }], removed: 1 })
  expect(db.prepare('select note from good where id = 1').pluck().get()).toBe('new')
  expect(db.prepare('select count(*) from price where good_id = 2').pluck().get()).toBe(1)
})

test('a price somebody added to a new good since keeps the good', () => {
  const id = batch(`insert into good values (9, 'Z', null, null)`)
  db.exec(`insert into price values (9, '2025-05-01', 1)`)
  expect(undo(id).kept).toMatchObject([{ unit: 'good:9', why: 'used', by: 'price' }])
})

const KNOTS: ImagedTable[] = [{ table: 'knot', key: ['id'] }]
function knots(sql: string): number {
  db.exec('create table knot (id integer primary key, note text, to_id integer references knot (id)) strict')
  const id = batch('')
  db.transaction(() => imageChanges(db, id, KNOTS, () => void db.exec(sql)))()
  return id
}
const undoKnots = (id: number) => db.transaction(() => undoChanges(db, id, KNOTS))()
const knotIds = () => db.prepare('select id from knot order by id').pluck().all()

test('rows that point at each other in a circle go together', () => {
  const id = knots(
    'insert into knot values (1, null, null); insert into knot values (2, null, 1), (3, null, 2); update knot set to_id = 3 where id = 1',
  )
  expect(undoKnots(id)).toEqual({ restored: 0, removed: 3, kept: [] })
  expect(knotIds()).toEqual([])
})

test('what a kept row points at is kept, and what that points at; what points at a kept row goes', () => {
  const id = knots('insert into knot values (1, null, null), (2, null, 1), (3, null, 2), (4, null, 3), (5, null, null)')
  db.exec(`update knot set note = 'mine' where id = 3`)
  expect(undoKnots(id).kept.map(({ unit, why }) => [unit, why])).toEqual([
    ['knot:1', 'used'],
    ['knot:2', 'used'],
    ['knot:3', 'edited'],
  ])
  expect(knotIds()).toEqual([1, 2, 3])
})

test('a column added since is no edit, and keeps what it was given', () => {
  const id = batch(`update good set note = 'new' where id = 1; delete from good where id = 3`)
  db.exec(`alter table good add column weight integer not null default 7`)
  expect(undo(id)).toMatchObject({ kept: [], restored: 2 })
  expect(db.prepare('select note, weight from good order by id').all()).toEqual([
    { note: 'old', weight: 7 },
    { note: null, weight: 7 },
    { note: 'it\'s "c"', weight: 7 },
  ])
})

const anyId = fc.integer({ min: 1, max: 8 })
const anyNote = fc.string({ maxLength: 3 })

/** A good under a number that is given. */
const given = fc.tuple(anyId, anyNote).map(([n, note]) => ({
  sql: `insert into good (id, code, note) values (?, ?, ?) on conflict do update set note = excluded.note`,
  values: [n, `c${n}`, note],
}))

/** A good under a number that SQLite gives: new, known by its code, or in the place of one of that code. */
const own = fc.tuple(fc.boolean(), anyId, anyNote).map(([replaces, n, note]) => ({
  sql: replaces
    ? `insert or replace into good (code, note) select @code, @note
       where not exists (select 1 from price join good on good.id = good_id where code = @code)`
    : `insert into good (code, note) values (@code, @note) on conflict (code) do update set note = excluded.note`,
  values: [{ code: `c${n}`, note }],
}))

test.each([
  { numbers: 'numbers that are given', goods: given, tables: TABLES },
  {
    numbers: 'SQLite’s own numbers',
    goods: own,
    tables: TABLES.map((one): ImagedTable => (one.table === 'good' ? { ...one, ownNumbers: true } : one)),
  },
])(
  'whatever a batch does to the tables, with $numbers, in however many pages, undoing it leads back',
  ({ goods, tables }) => {
    const id = anyId
    const day = fc.constantFrom('2025-01-01', '2025-02-01')
    const step = fc.oneof(
      goods,
      fc.tuple(id, day, fc.maxSafeInteger()).map(([n, on, minor]) => ({
        sql: `insert or replace into price select id, ?, ? from good where id = ?`,
        values: [on, minor, n],
      })),
      id.map((n) => ({ sql: 'delete from price where good_id = ?', values: [n] })),
      id.map((n) => ({
        sql: 'delete from good where id = ? and not exists (select 1 from price where good_id = good.id)',
        values: [n],
      })),
      fc
        .tuple(id, day)
        .map(([n, on]) => ({ sql: 'update or ignore price set valid_from = ? where good_id = ?', values: [on, n] })),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.integer({ min: 1, max: 12 }), (steps, pageSteps) => {
        const before = content()
        const made = batch('')
        for (let from = 0; from < steps.length; from += pageSteps) {
          const page = steps.slice(from, from + pageSteps)
          const work = () => {
            for (const { sql, values } of page) db.prepare(sql).run(...values)
          }
          db.transaction(() => imageChanges(db, made, tables, work))()
        }
        expect(undo(made).kept).toEqual([])
        expect(content()).toEqual(before)
      }),
      { numRuns: 60 },
    )
  },
  120_000, // each run is some forty commits, and a commit takes what the disk takes
)
