import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { applyMigrations, MIGRATIONS } from '../../../db/migrate'
import { type Db, openDb } from '../../../db/open'
import { rowsAfter } from '../../../db/queries/imports/rows'
import { previewUndo, setImportKinds } from '../../../jobs/imports'
import { applyPage } from '../../../jobs/imports/apply'
import { applyImport } from '../../../jobs/imports/tasks/apply'
import { undoImport } from '../../../jobs/imports/tasks/undo'
import { undoStep } from '../../../jobs/imports/undo'
import { apply, batchOf, contentOf, dropFile, undo, view } from '../../support/imports/import-file'
import { membersKind } from '../../support/imports/members'
import { openTestDb, TEST_NOW, tempFolder, testWrite } from '../../support/office-db'
import { runTask } from '../../support/run-task'

// Files of more rows than are written at once: two whole pages and a part of a third.

let db: Db
beforeEach(() => {
  setImportKinds([membersKind])
  db = openTestDb()
})

const ROWS = 2_500
const fileOf = (name: string, first = 1, rows = ROWS) =>
  `No,Name,Mail\n${Array.from({ length: rows }, (_, i) => `${first + i},${name} ${first + i},m${first + i}@example.org`).join('\n')}\n`
const count = (sql: string) => db.prepare(sql).pluck().get() as number
const write = () => testWrite(db, { actor: 'task:1' })
const firstPage = (id: number) => db.transaction(() => applyPage(write(), id))()

/** As the office does on the first page. */
async function appliesOnePage(id: number): Promise<void> {
  db.prepare("update import_batch set state = 'applying', applied_by = 'user:1' where id = ?").run(id)
  firstPage(id)
}

test('a file of several pages is written whole, and its audit entry counts and digests all of it', async () => {
  const id = await dropFile(db, fileOf('Member'))
  const ran = await apply(db, id)
  expect(ran.result).toEqual({ import_id: id, state: 'applied', applied: ROWS })
  expect(count('select count(*) from party')).toBe(ROWS)
  expect(count('select count(*) from import_made join import_row using (batch_id, n)')).toBe(ROWS)
  expect(ran.progress.map(({ current }) => current)).toEqual([0, 1000])
  const actions = db.prepare("select action from audit where entity = 'import:1' order by seq").pluck().all()
  expect(actions).toEqual(['import.received', 'import.apply_begun', 'import.applied'])
  expect(JSON.parse(batchOf(db, id).applied_tables)).toEqual({ party: [ROWS, 0, 0], party_role: [ROWS, 0, 0] })
  expect(batchOf(db, id)).toMatchObject({ applied_n: ROWS, applied_digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
})

test('undoing several pages leads back, also over what was there', async () => {
  await apply(db, await dropFile(db, fileOf('Member')))
  const before = contentOf(db)
  const id = await dropFile(db, fileOf('Renamed', 1_000, 3_000))
  expect(view(db, id).counts).toMatchObject({ create: 1_499, update: 1_501 })
  await apply(db, id)
  expect(await previewUndo(db, id)).toEqual({ restored: 1_501, removed: 2_998, kept: [] })
  const ran = await undo(db, id)
  expect(ran.result).toMatchObject({ state: 'undone', restored: 1_501, removed: 2_998, kept: 0 })
  expect(contentOf(db)).toEqual(before)
  expect(count(`select count(*) from import_before where batch_id = ${id}`)).toBe(0)
  expect(count(`select count(*) from import_made where batch_id = ${id}`)).toBe(0)
})

test('an office that ended after a page goes on after it, and writes no row twice', async () => {
  const id = await dropFile(db, fileOf('Member'))
  await appliesOnePage(id)
  expect(count('select count(*) from party')).toBe(1000)
  const ran = await runTask(db, applyImport, { import_id: id, rows: 'all' })
  expect(ran.result).toMatchObject({ state: 'applied', applied: ROWS })
  expect(count('select count(*) from party')).toBe(ROWS)
  await undo(db, id)
  expect(count('select count(*) from party')).toBe(0)
})

test('an undo that ended after a step goes on, and says what it did in all', async () => {
  const empty = contentOf(db)
  const id = await dropFile(db, fileOf('Member'))
  await apply(db, id)
  db.prepare("update import_batch set state = 'undoing' where id = ?").run(id)
  const steps = () => db.transaction(() => undoStep(write(), id))()
  while (count('select count(*) from party') === ROWS) steps()
  expect(count('select count(*) from party')).toBeGreaterThan(0)
  const ran = await runTask(db, undoImport, { import_id: id })
  expect(ran.result).toMatchObject({ state: 'undone', removed: 2 * ROWS, kept: 0 })
  expect(contentOf(db)).toEqual(empty)
})

test('where a later page fails, what was written is taken back, and the import can be applied again', async () => {
  const before = contentOf(db)
  const id = await dropFile(db, fileOf('Member'))
  let calls = 0
  setImportKinds([
    {
      ...membersKind,
      apply: (...given: Parameters<typeof membersKind.apply>) => {
        if (++calls === 2) throw new Error('disk full')
        return membersKind.apply(...given)
      },
    },
  ])
  const ran = await apply(db, id)
  expect(ran.error).not.toBeNull()
  expect(batchOf(db, id).state).toBe('undoing')
  expect(ran.write.enqueued.at(-1)).toMatchObject({ task: 'imports.undo', args: { import_id: id } })
  await runTask(db, undoImport, { import_id: id })
  expect(contentOf(db)).toEqual(before)
  expect(view(db, id)).toMatchObject({ state: 'checked', applied: 0, reason: { code: 'engine.task_threw' } })
  setImportKinds([membersKind])
  expect((await apply(db, id)).result).toMatchObject({ state: 'applied', applied: ROWS })
})

test('what a person changes between two pages is that person’s: undo keeps it', async () => {
  const id = await dropFile(db, fileOf('Member'))
  await appliesOnePage(id)
  db.exec("update party set name = 'Changed meanwhile' where id = 7")
  await runTask(db, applyImport, { import_id: id, rows: 'all' })
  expect((await undo(db, id)).result).toMatchObject({ kept: 1 })
  expect(db.prepare('select id, name from party').all()).toEqual([{ id: 7, name: 'Changed meanwhile' }])
  expect(view(db, id).kept).toMatchObject([{ row: 8, entity: 'party:7' }])
})

test('a change of the office’s records before the first page is noticed, and nothing is written', async () => {
  const id = await dropFile(db, fileOf('Member'))
  let moved = false
  const ran = await apply(db, id, 'all', {
    onCheck: () => {
      if (moved) return
      moved = true
      db.exec(`insert into party (id, kind, name, origin, created_at, changed_at) values (9, 'person', 'Zoe', 'x', 0, 0);
               insert into party_role (party_id, role, external_ref, origin) values (9, 'client', '1', 'x')`)
    },
  })
  expect(ran.runs).toBe(2)
  expect(ran.result).toMatchObject({ state: 'checked', differing: 1 })
  expect(count('select count(*) from party')).toBe(1)
})

test('rows that an older Daybook imported keep what they became', () => {
  const older = openDb(path.join(tempFolder(), 'daybook.db'))
  const at = MIGRATIONS.findIndex(({ name }) => name === 'import_made')
  applyMigrations(older, TEST_NOW, MIGRATIONS.slice(0, at))
  older.exec(`
    insert into file (sha256, size, media_type, original_name, created_at) values ('f', 1, 'text/csv', 'a.csv', 1);
    insert into import_batch (id, kind, sha256, file_name, options, state, created_by, created_at)
    values (7, 'members', 'f', 'a.csv', '{}', 'applied', 'user:1', 1);
    insert into import_row (batch_id, n, outcome, entity, cells)
    values (7, 2, 'create', 'party:1', '[]'), (7, 3, 'update', 'party:2', '[]'), (7, 4, 'error', null, '[]');`)
  applyMigrations(older, TEST_NOW)
  expect(rowsAfter(older, 7, 0, 10).map(({ n, entity }) => [n, entity])).toEqual([
    [2, 'party:1'],
    [3, 'party:2'],
    [4, null],
  ])
  expect(older.prepare('select n, entity from import_made').all()).toEqual([{ n: 2, entity: 'party:1' }])
})
