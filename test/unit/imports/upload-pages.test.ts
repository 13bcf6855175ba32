import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { APPLIED_AT_ONCE } from '../../../jobs/imports/apply'
import { undoImport } from '../../../jobs/imports/tasks/undo'
import { startUpload, uploads } from '../../../jobs/school/uploads'
import { batchOf, contentOf, undo } from '../../support/imports/import-file'
import { bringIn, officeOfAllKinds } from '../../support/imports/office-files'
import { testWrite } from '../../support/office-db'
import { filesOf, runTask } from '../../support/run-task'

// The bulk uploads of guide 004 with more rows than are written at once: two whole pages and a part of a third.

let db: Db
beforeEach(() => {
  db = officeOfAllKinds()
})

const ROWS = 2_500
const BAD = 3
const fileOf = (rows: number) =>
  [
    'admission number,name,address',
    ...Array.from({ length: rows }, (_, n) => `S${n},Student ${n},${n} Mill Lane`),
    ...Array.from({ length: BAD }, (_, n) => `,Nobody ${n},`),
  ].join('\n')

const task = uploads[0]
if (!task) throw new Error('there is no upload of students')

async function received(rows: number): Promise<number> {
  const file = await filesOf(db).put(new TextEncoder().encode(fileOf(rows)), 'text/csv', 'students.csv')
  return db.transaction(() => startUpload(testWrite(db), file, 'students', {}))().importId
}
const students = () => db.prepare("select count(*) from party_role where role = 'student'").pluck().get() as number
const actions = (id: number) =>
  db.prepare('select action from audit where entity = ? order by seq').pluck().all(`import:${id}`)

test('a large upload is written page by page, its bad rows are left out, and its result counts all of it', async () => {
  const id = await received(ROWS)
  const before = contentOf(db)
  const seen: number[] = []
  const ran = await runTask(db, task, { import_id: id }, { onCheck: () => void seen.push(students()) })
  expect(ran.error).toBeNull()
  expect(ran.result).toMatchObject({
    import_id: id,
    state: 'applied',
    rows: ROWS + BAD,
    created: ROWS,
    errors: BAD,
    applied: ROWS,
    questions: 0,
  })
  expect(new Set(seen)).toEqual(new Set([0, APPLIED_AT_ONCE]))
  expect(students()).toBe(ROWS)
  expect(batchOf(db, id)).toMatchObject({
    state: 'applied',
    applied_rows: 'good',
    applied_n: ROWS,
    applied_by: 'user:1',
  })
  expect(actions(id)).toEqual(['import.received', 'import.apply_begun', 'import.applied'])
  await undo(db, id)
  expect(contentOf(db)).toEqual(before)
})

test('an upload that fits into a page is written with the task’s end', async () => {
  const id = await received(20)
  const ran = await runTask(db, task, { import_id: id })
  expect(ran.result).toMatchObject({ state: 'applied', rows: 20 + BAD, created: 20, errors: BAD, applied: 20 })
  expect(ran.progress.map(({ status }) => status.split(' ')[0])).not.toContain('Writing')
  expect(actions(id)).toEqual(['import.received', 'import.applied'])
})

test('an office that ended after a page of an upload goes on after it, and writes no row twice', async () => {
  const id = await received(ROWS)
  await expect(endsAfterFirstPage(id)).rejects.toThrow('the office ends')
  expect(students()).toBe(APPLIED_AT_ONCE)
  const ran = await runTask(db, task, { import_id: id })
  expect(ran.error).toBeNull()
  expect(ran.result).toMatchObject({ state: 'applied', rows: ROWS + BAD, created: ROWS, errors: BAD, applied: ROWS })
  expect(students()).toBe(ROWS)
  expect(actions(id)).toEqual(['import.received', 'import.apply_begun', 'import.applied'])
})

test('an upload that fails between two pages is taken back and can be applied by hand', async () => {
  const id = await received(ROWS)
  const before = contentOf(db)
  const ran = await runTask(
    db,
    task,
    { import_id: id },
    {
      onCheck: () => {
        if (students() > 0) throw new Error('interrupted')
      },
    },
  )
  expect(ran.error).not.toBeNull()
  expect(batchOf(db, id).state).toBe('undoing')
  await runTask(db, undoImport, { import_id: id })
  expect(batchOf(db, id)).toMatchObject({ state: 'checked', applied_n: 0, create_n: ROWS, error_n: BAD })
  expect(contentOf(db)).toEqual(before)
})

test('what changes just before the first page has the file checked again', async () => {
  const id = await received(ROWS)
  let changed = false
  const ran = await runTask(
    db,
    task,
    { import_id: id },
    {
      onCheck: () => {
        if (changed) return
        changed = true
        db.prepare(
          "insert into party (kind, name, origin, created_at, changed_at) values ('person', 'S1', 'user:1', 0, 0)",
        ).run()
        db.prepare(
          "insert into party_role (party_id, role, external_ref, origin) select max(id), 'student', 'S1', 'user:1' from party",
        ).run()
      },
    },
  )
  expect(ran.runs).toBe(2)
  expect(ran.result).toMatchObject({ state: 'applied', created: ROWS - 1, updated: 1, applied: ROWS })
  expect(students()).toBe(ROWS)
})

/** As a killed office leaves it: the first page is committed, nothing is told to the task. */
async function endsAfterFirstPage(id: number): Promise<void> {
  if (!task) return
  const killed = { ...task, failed: () => {} }
  const { error } = await runTask(
    db,
    killed,
    { import_id: id },
    {
      onCheck: () => {
        if (students() > 0) throw new Error('the office ends')
      },
    },
  )
  if (error) throw new Error(String(error.params.found))
}

test('parents of an upload are found again on its later pages', async () => {
  await bringIn(
    db,
    'students',
    `admission number,name\n${Array.from({ length: 1_500 }, (_, n) => `S${n},Child ${n}`).join('\n')}\n`,
  )
  const parents = uploads.find(({ name }) => name === 'school.bulk_upload_parents')
  if (!parents) throw new Error('there is no upload of parents')
  const rows = [0, 1].flatMap((child) =>
    Array.from({ length: 1_200 }, (_, n) => `Parent ${n},p${n}@home.example,S${(n + child * 7) % 1_500}`),
  )
  const bytes = new TextEncoder().encode(`name,email,student admission number\n${rows.join('\n')}\n`)
  const file = await filesOf(db).put(bytes, 'text/csv', 'parents.csv')
  const { importId } = db.transaction(() => startUpload(testWrite(db), file, 'parents', {}))()
  const ran = await runTask(db, parents, { import_id: importId })
  expect(ran.result).toMatchObject({ state: 'applied', errors: 0, applied: 2_400 })
  expect(db.prepare("select count(*) from party_role where role = 'guardian'").pluck().get()).toBe(1_200)
  expect(db.prepare('select count(*) from party_link').pluck().get()).toBe(2_400)
})
