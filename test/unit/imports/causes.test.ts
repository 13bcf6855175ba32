import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import {
  causeValues,
  causeViews,
  editCause,
  importKind,
  pageOfRows,
  pasteCells,
  previewUndo,
  setImportKinds,
  takeBackStep,
} from '../../../jobs/imports'
import { editImport } from '../../../jobs/imports/tasks/edit'
import { wordReason } from '../../../jobs/words'
import { apply, batchOf, check, contentOf, dropFile, view } from '../../support/imports/import-file'
import { membersKind } from '../../support/imports/members'
import { openTestDb, testWrite } from '../../support/office-db'
import { runTask } from '../../support/run-task'

let db: Db
beforeEach(() => {
  setImportKinds([membersKind])
  db = openTestDb()
})

const FILE = `Member ID,Full Name,E-Mail,Date joined,Fee
1,Ana,ana@example.org,2025-03-01,12.50
2,Bo,bo.example.org,2025-03-02,tbc
3,Cy,cy@example.org,2025-03-03,tbc
4,Di,di.example.org,2025-03-04,10.00
5,Ed,ed@example.org,2025-03-05,free
`

const planner = async (id: number) => (await importKind(batchOf(db, id).kind).planner()).default
const NO_NUMBER = { severity: 'error', code: 'import.not_a_number', field: 'fee' } as const

test('rows with errors stand under their first cause, so that the causes add up to the rows', async () => {
  const id = await dropFile(db, FILE)
  const causes = causeViews(db, id, wordReason)
  expect(causes.map(({ label, column, rows, values, example }) => [label, column, rows, values, example.row])).toEqual([
    ['E-mail', 'E-Mail', 2, 2, 3],
    ['Monthly fee', 'Fee', 2, 2, 4],
  ])
  expect(causes.reduce((sum, { rows }) => sum + rows, 0)).toBe(view(db, id).counts.error)
  // The addresses differ, so the sentence of both leaves them open.
  expect(causes[0]?.message).toContain('…')
  expect(causes[0]?.message).not.toContain('bo.example.org')
})

test('the values of a cause come with their counts, the most frequent first', async () => {
  const id = await dropFile(db, `${FILE}6,Fay,fay@example.org,2025-03-06,tbc\n`)
  expect(causeValues(db, id, NO_NUMBER)).toEqual([
    { value: 'tbc', rows: 2 },
    { value: 'free', rows: 1 },
  ])
})

test('replacing within a cause mends its rows and no others, and keeps the cells of the file', async () => {
  const id = await dropFile(db, FILE)
  const plan = await planner(id)
  const replace = (find: string, whole: boolean) =>
    db.transaction(() =>
      editCause(testWrite(db), id, { ...NO_NUMBER, does: 'replace', find, replace: '11', whole }, plan),
    )()
  expect(() => replace('nothing', true)).toThrow('import.nothing_found')
  expect(replace('tbc', true)).toMatchObject({ rows: 1, planned: [4], taskId: null })
  expect(view(db, id).counts).toMatchObject({ create: 2, error: 3 })
  expect(replace('ree', false)).toMatchObject({ rows: 1 })
  expect(view(db, id).errors.find(({ row }) => row === 6)?.found).toBe('f11')
})

test('a cause about the whole row has no column to replace in', async () => {
  const id = await dropFile(db, FILE)
  const plan = await planner(id)
  const cause = { severity: 'error', code: 'import.rows_contradict', field: null } as const
  expect(() =>
    db.transaction(() =>
      editCause(testWrite(db), id, { ...cause, does: 'replace', find: 'a', replace: 'b', whole: true }, plan),
    )(),
  ).toThrow('import.cause_without_column')
})

test('many cells typed at once are a new check of the file, with the same result', async () => {
  const fee = (n: number) => (n % 2 === 0 ? 'tbc' : '12.00')
  const rows = Array.from(
    { length: 600 },
    (_, n) => `${n + 1},Person ${n + 1},p${n + 1}@example.org,2025-03-01,${fee(n)}`,
  )
  const id = await dropFile(db, `Member ID,Full Name,E-Mail,Date joined,Fee\n${rows.join('\n')}\n`)
  expect(view(db, id).counts.error).toBe(300)
  const plan = await planner(id)
  const cells = rows.map((_, n) => ({ row: n + 2, column: 'Fee', value: '10.00' })).filter((_, n) => n % 2 === 0)
  const typed = db.transaction(() => pasteCells(testWrite(db), id, cells, plan))()
  expect(typed).toMatchObject({ rows: 300, planned: [] })
  expect(view(db, id).state).toBe('reading')
  await runTask(db, editImport, { import_id: id, step: 1, back: false })
  await check(db, id)
  expect(view(db, id)).toMatchObject({ state: 'checked', counts: { create: 600, error: 0 } })
})

test('a paste of 10,000 cells is typed part by part, and taken back as one', async () => {
  const rows = Array.from({ length: 5000 }, (_, n) => `${n + 1},Person ${n + 1},,2025-03-01,${n % 2 ? 'tbc' : '1.50'}`)
  const id = await dropFile(db, `Member ID,Full Name,E-Mail,Date joined,Fee\n${rows.join('\n')}\n`)
  const seen = () => ({
    rows: db.prepare('select * from import_row where batch_id = ? order by n').all(id),
    edits: db.prepare('select n, position, value from import_edit where batch_id = ?').all(id),
  })
  const before = seen()
  const plan = await planner(id)
  const cells = rows.flatMap((_, n) => [
    { row: n + 2, column: 'Full Name', value: `Person ${n + 1}${n < 10 ? '' : ' B'}` },
    { row: n + 2, column: 'Fee', value: ' 2.50 ' },
  ])
  const missing = [...cells, { row: 5002, column: 'Fee', value: '1' }]
  expect(() => pasteCells(testWrite(db), id, missing, plan)).toThrow('import.no_such_row')
  const { taskId } = db.transaction(() => pasteCells(testWrite(db), id, cells, plan))()
  expect(typeof taskId).toBe('number')
  const edited = await runTask(db, editImport, { import_id: id, step: 1, back: false })
  expect(edited.progress.length).toBeGreaterThanOrEqual(20)
  await check(db, id)
  expect(view(db, id)).toMatchObject({ counts: { create: 5000, error: 0 }, last_step: { does: 'paste', rows: 5000 } })
  expect(seen().edits).toHaveLength(9990) // the first ten names say what the file says
  expect(db.prepare('select length(what) from import_step').pluck().get()).toBeLessThan(100)
  db.transaction(() => takeBackStep(testWrite(db), id, plan))()
  await runTask(db, editImport, { import_id: id, step: 1, back: true })
  await check(db, id)
  expect(seen()).toEqual(before)
  expect(view(db, id).last_step).toBeNull()
})

test('pages of rows start anywhere, of all rows or of one cause', async () => {
  const id = await dropFile(db, FILE)
  const page = (filter: Parameters<typeof pageOfRows>[2], offset: number, limit = 10) => {
    const { rows, next } = pageOfRows(db, id, filter, { after: 0, offset, limit })
    return { rows: rows.map(({ n }) => n), next }
  }
  expect(page({}, 2, 2)).toEqual({ rows: [4, 5], next: 5 })
  expect(page({ outcome: 'create' }, 0)).toEqual({ rows: [2], next: null })
  expect(page({ severity: 'error' }, 1)).toEqual({ rows: [4, 5, 6], next: null })
  expect(page(NO_NUMBER, 0)).toEqual({ rows: [4, 6], next: null })
})

test('an undo that is only tried says what it would do and leaves everything as it is', async () => {
  const id = await dropFile(db, 'Member ID,Full Name\n1,Ana\n2,Bo\n')
  await apply(db, id)
  const before = contentOf(db)
  expect(await previewUndo(db, id)).toEqual({ restored: 0, removed: 4, kept: [] })
  expect(contentOf(db)).toEqual(before)
  expect(view(db, id).state).toBe('applied')
})
