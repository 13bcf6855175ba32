import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { causeViews, editCause, fixesOf, importKind, takeBackStep } from '../../../jobs/imports'
import { editImport } from '../../../jobs/imports/tasks/edit'
import { wordReason } from '../../../jobs/words'
import { apply, batchOf, check, contentOf, dropFile, fix, undo, view } from '../../support/imports/import-file'
import { bringIn, officeOfAllKinds } from '../../support/imports/office-files'
import { TEST_NOW, testWrite } from '../../support/office-db'
import { runTask } from '../../support/run-task'

let db: Db
beforeEach(() => {
  db = officeOfAllKinds({ currency: 'EUR' })
})

const planner = async (id: number) => (await importKind(batchOf(db, id).kind).planner()).default
const cause = (id: number, code: string) => {
  const found = causeViews(db, id, wordReason).find((one) => one.code === code)
  if (!found) throw new Error(`no cause ${code}`)
  return found
}
const offered = async (id: number, code: string) =>
  fixesOf(db, id, cause(id, code), TEST_NOW, await planner(id)).find(({ fix }) => fix === 'create')

async function create(id: number, code: string) {
  const plan = await planner(id)
  const { severity, field } = cause(id, code)
  return db.transaction(() => editCause(testWrite(db), id, { severity, code, field, does: 'create' }, plan))()
}

const CLASSES =
  'Admission number,Name,Class\n1,Ana,Form 1 A\n2,Bo,Form 2 B\n3,Cy,form 2b\n4,Di,Form 3\n5,Ed,\n6,Fa,Form 2 B\n'

test('classes that students name and nobody has are listed by name, made in one click, and gone with the undo', async () => {
  await bringIn(db, 'classrooms', 'level,stream\nForm 1,A\n')
  const before = contentOf(db)
  const id = await dropFile(db, CLASSES, { kind: 'students', name: 'students.csv' })
  expect(view(db, id).counts).toMatchObject({ create: 2, error: 4 })
  const offer = await offered(id, 'school.unknown_classroom')
  expect(offer).toMatchObject({ rows: 4, more: false })
  expect(offer?.examples.map(({ before, rows }) => [before, rows])).toEqual([
    ['Form 2 B', 2],
    ['Form 3', 1],
    ['form 2b', 1],
  ])
  await create(id, 'school.unknown_classroom')
  expect(view(db, id)).toMatchObject({ counts: { create: 6, error: 0 }, last_step: { does: 'create', rows: 4 } })
  await check(db, id) // as after every answer: what was said of the rows stays said
  expect(view(db, id).counts).toMatchObject({ create: 6, error: 0 })
  await apply(db, id)
  expect(db.prepare('select level, stream from classroom order by id').raw().all()).toEqual([
    ['Form 1', 'A'],
    ['Form 2 B', null],
    ['Form 3', null],
  ])
  expect(
    db
      .prepare(
        `select r.external_ref, c.level from enrolment e join classroom c on c.id = e.classroom_id
         join party_role r on r.party_id = e.student_id order by 1`,
      )
      .raw()
      .all(),
  ).toEqual([
    ['1', 'Form 1'],
    ['2', 'Form 2 B'],
    ['3', 'Form 2 B'],
    ['4', 'Form 3'],
    ['6', 'Form 2 B'],
  ])
  await undo(db, id)
  expect(contentOf(db)).toEqual(before)
})

test('class teachers whom the school does not have are made with their classes, each once; a number or address is nobody’s name', async () => {
  await bringIn(db, 'teachers', 'Identity number,Name\nT1,Rui Real\n')
  const before = contentOf(db)
  const csv =
    'level,stream,class teacher\nForm 1,A,Rose Adu\nForm 1,B,rose  adu\nForm 2,A,Rui Real\nForm 2,B,T9\nForm 3,,Kofi Boateng\nForm 4,,x@example.org\nForm 5,,4711\n'
  const id = await dropFile(db, csv, { kind: 'classrooms', name: 'classes.csv' })
  expect(view(db, id).counts).toMatchObject({ create: 1, error: 6 })
  const names = (await offered(id, 'school.unknown_teacher'))?.examples.map(({ before }) => before)
  expect(names).toEqual(['Kofi Boateng', 'Rose Adu', 'T9', 'rose  adu'])
  await create(id, 'school.unknown_teacher')
  expect(view(db, id).counts).toMatchObject({ create: 5, error: 2 })
  await apply(db, id, 'good')
  const taught = db.prepare(
    `select c.level || coalesce(' ' || c.stream, ''), p.name from classroom c join party p on p.id = c.teacher_id
     join party_role r on r.party_id = p.id and r.role = 'teacher' order by 1`,
  )
  expect(taught.raw().all()).toEqual([
    ['Form 1 A', 'Rose Adu'],
    ['Form 1 B', 'Rose Adu'],
    ['Form 2 A', 'Rui Real'],
    ['Form 2 B', 'T9'],
    ['Form 3', 'Kofi Boateng'],
  ])
  const again = await dropFile(db, csv.split('\n').slice(0, 4).join('\n'), { kind: 'classrooms', name: 'again.csv' })
  expect(view(db, again).counts).toMatchObject({ unchanged: 3, error: 0 })
  await undo(db, id)
  expect(contentOf(db)).toEqual(before)
})

test('another unknown name typed into such a row is an error again: only the names that were shown are made', async () => {
  const id = await dropFile(db, CLASSES, { kind: 'students', name: 'students.csv' })
  await create(id, 'school.unknown_classroom')
  await fix(db, id, 3, { Class: 'Form 22 B' })
  expect(view(db, id)).toMatchObject({ errors: [{ row: 3, code: 'school.unknown_classroom' }] })
  await fix(db, id, 3, { Class: 'Form 2 B' })
  expect(view(db, id).counts.error).toBe(0)
})

test('it is taken back like every other step, and is not offered where the kind does not allow it', async () => {
  const id = await dropFile(db, CLASSES, { kind: 'students', name: 'students.csv' })
  const rows = () => db.prepare('select * from import_row where batch_id = ? order by n').all(id)
  const before = rows()
  await create(id, 'school.unknown_classroom')
  const plan = await planner(id)
  db.transaction(() => takeBackStep(testWrite(db), id, plan))()
  expect(rows()).toEqual(before)
  const marks = await dropFile(db, 'Admission number,Subject,Score,Maximum,Term\n77,Maths,5,10,Term 1\n', {
    kind: 'marks',
    name: 'marks.csv',
  })
  expect(await offered(marks, 'school.unknown_student')).toBeUndefined()
})

test('clients of a timesheet are made once, over pages of rows; a number is nobody’s name', async () => {
  await bringIn(db, 'employees', 'Emp No,Name\n1,Ana\n')
  await bringIn(db, 'clients', 'Client number,Name\nC1,Northwind\n')
  const before = contentOf(db)
  const day = (n: number) => `2025-0${1 + (n % 3)}-${String(1 + (n % 28)).padStart(2, '0')}`
  const lines = Array.from({ length: 2400 }, (_, n) => {
    const client = n === 0 ? '4711' : n % 4 === 0 ? 'Northwind' : `Client ${n % 4}${n % 8 === 1 ? ' ' : ''}`
    return `${n},${day(n)},1,${client},Site ${n % 2},1:00`
  })
  const csv = `Entry number,Date,Employee,Client,Project,Duration\n${lines.join('\n')}\n`
  const id = await dropFile(db, csv, { kind: 'time_entries', name: 'time.csv' })
  expect(view(db, id).counts).toMatchObject({ create: 599, error: 1801 })
  const offer = await offered(id, 'billing.unknown_client')
  expect([offer?.rows, offer?.examples.map(({ before }) => before)]).toEqual([
    1800,
    ['Client 1', 'Client 2', 'Client 3'],
  ])
  await create(id, 'billing.unknown_client')
  await runTask(db, editImport, { import_id: id, step: 1, back: false })
  await check(db, id)
  expect(view(db, id).counts).toMatchObject({ create: 2399, error: 1 })
  await apply(db, id, 'good')
  expect(db.prepare("select name from party where kind = 'organisation' order by id").pluck().all()).toEqual([
    'Northwind',
    'Client 1',
    'Client 2',
    'Client 3',
  ])
  expect(
    db.prepare('select count(*), count(distinct client_id), count(project_id) from time_entry').raw().get(),
  ).toEqual([2399, 4, 2399])
  // The same rows again are the same entries: what they were told apart by is the client, not that it was new.
  const again = await dropFile(db, `${csv}\n`, { kind: 'time_entries', name: 'time again.csv' })
  expect(view(db, again).counts).toMatchObject({ unchanged: 2399, error: 1 })
  await undo(db, id)
  expect(contentOf(db)).toEqual(before)
})

test('entries without a number are told apart by a new client as by a known one', async () => {
  await bringIn(db, 'employees', 'Emp No,Name\n1,Ana\n')
  const csv =
    'Date,Employee,Client,Start,Duration\n2025-03-03,1,North,09:00,1:00\n2025-03-03,1,South,09:00,1:00\n2025-03-03,1,north,09:00,1:00\n'
  const id = await dropFile(db, csv, { kind: 'time_entries', name: 'time.csv' })
  await create(id, 'billing.unknown_client')
  expect(view(db, id).counts).toMatchObject({ create: 1, error: 2 }) // “North” and “north” are one client, and contradict each other
  const again = await dropFile(db, csv.replace('\n2025-03-03,1,north,09:00,1:00', ''), {
    kind: 'time_entries',
    name: 'two.csv',
  })
  await create(again, 'billing.unknown_client')
  await apply(db, again)
  const keys = db.prepare('select source_key from time_entry order by id').pluck().all() as string[]
  expect(keys.every((key) => !key.includes('new '))).toBe(true)
  const third = await dropFile(db, `${csv.replace('\n2025-03-03,1,north,09:00,1:00', '')}\n\n`, {
    kind: 'time_entries',
    name: 'three.csv',
  })
  expect(view(db, third).counts).toMatchObject({ unchanged: 2, error: 0 })
})
