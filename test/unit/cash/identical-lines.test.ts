import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { editCause, exportOf, importKind } from '../../../jobs/imports'
import { apply, contentOf, dropFile, undo, view } from '../../support/imports/import-file'
import { check, officeOfAllKinds } from '../../support/imports/office-files'
import { TEST_NOW, testWrite } from '../../support/office-db'

let db: Db
beforeEach(() => {
  db = officeOfAllKinds({ currency: 'EUR' })
})

const HEAD = 'Booking date,Amount,Description\n'
const COFFEE = '2025-03-04,-2.50,Coffee\n'
const FILE = `${HEAD}${COFFEE}${COFFEE}2025-03-04,-40.00,Fuel\n`

async function says(id: number, severity: 'error' | 'warning', does: 'another' | 'same') {
  const { default: plan } = await importKind('bank_statement').planner()
  const code = severity === 'error' ? 'import.identical_rows' : 'import.identical_known'
  db.transaction(() => editCause(testWrite(db), id, { severity, code, field: null, does }, plan))()
}
const lines = () => db.prepare('select amount_minor from statement_line order by amount_minor').pluck().all()

test('two equal lines are asked about; both go in where somebody says that they are two, and the receipt keeps that', async () => {
  const { id, counts, errors } = await check(db, 'bank_statement', FILE)
  expect(counts).toEqual({ rows: 3, create: 2, error: 1 })
  expect(errors).toEqual(['3 –: Row 2 says the very same, and nothing else tells the two apart.'])
  await says(id, 'error', 'another')
  expect(view(db, id).counts).toMatchObject({ create: 3, error: 0 })
  await apply(db, id)
  expect(lines()).toEqual([-4000, -250, -250])
  expect(view(db, id).said).toEqual({ skip: 0, same: 0, another: 1 })

  // The same file again, and what the office exports, change nothing.
  const before = contentOf(db)
  const again = await check(db, 'bank_statement', FILE)
  expect(again.counts).toEqual({ rows: 3, unchanged: 2, duplicate: 1 })
  const { bytes } = await exportOf(db, importKind('bank_statement'), {}, 'csv', TEST_NOW)
  const back = await check(db, 'bank_statement', bytes)
  expect(back.counts).toEqual({ rows: 3, unchanged: 3, warning: 3 })
  await undo(db, id)
  expect(lines()).toEqual([])
  expect(contentOf(db)).not.toEqual(before)
})

test('where they are one, one goes in; the same file dropped again asks nothing', async () => {
  const { id } = await check(db, 'bank_statement', FILE)
  await says(id, 'error', 'same')
  expect(view(db, id).counts).toMatchObject({ create: 2, duplicate: 1, error: 0 })
  await apply(db, id)
  expect(lines()).toEqual([-4000, -250])
  expect((await check(db, 'bank_statement', FILE)).counts).toEqual({ rows: 3, unchanged: 2, duplicate: 1 })
})

test('an equal line in a further file is taken for the known one and said; it is another one where somebody says so', async () => {
  await apply(db, (await check(db, 'bank_statement', `${HEAD}${COFFEE}`)).id)
  const { id, counts, warnings } = await check(db, 'bank_statement', `${HEAD}${COFFEE}2025-03-05,-1.00,Tea\n`)
  expect(counts).toEqual({ rows: 2, create: 1, unchanged: 1, warning: 1 })
  expect(warnings).toEqual(['2 –: The office has one that says the very same; this row is taken for it.'])
  await says(id, 'warning', 'another')
  expect(view(db, id).counts).toMatchObject({ create: 2, warning: 0 })
  await apply(db, id)
  expect(lines()).toEqual([-250, -250, -100])
})

test('a reference, or the balance after it, tells a line from the others: nothing is asked', async () => {
  const told = 'Booking date,Amount,Description,Balance\n2025-03-04,-2.50,Coffee,10.00\n2025-03-04,-2.50,Coffee,7.50\n'
  expect((await check(db, 'bank_statement', told)).counts).toEqual({ rows: 2, create: 2 })
  const twice = 'Booking date,Amount,Description,Reference\n2025-03-04,-2.50,Coffee,7\n2025-03-04,-2.50,Coffee,7\n'
  expect((await check(db, 'bank_statement', twice)).counts).toEqual({ rows: 2, create: 1, duplicate: 1 })
})

test('equal entries of a timesheet without a start are asked about too', async () => {
  await apply(db, await dropFile(db, 'employee number,name\n1,Ana\n', { kind: 'employees', name: 'e.csv' }))
  const sheet = 'Date,Employee,Duration,Description\n2025-03-04,1,1:30,Filing\n2025-03-04,1,1:30,Filing\n'
  const { id, counts } = await check(db, 'time_entries', sheet)
  expect(counts).toEqual({ rows: 2, create: 1, error: 1 })
  const { default: plan } = await importKind('time_entries').planner()
  const edit = { severity: 'error', code: 'import.identical_rows', field: null, does: 'another' } as const
  db.transaction(() => editCause(testWrite(db), id, edit, plan))()
  await apply(db, id)
  expect(db.prepare('select sum(minutes) from time_entry').pluck().get()).toBe(180)
})
