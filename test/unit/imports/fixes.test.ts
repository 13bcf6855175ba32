import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { areas } from '../../../jobs/areas'
import { causeViews, editCause, fixesOf, importKind, setImportKinds, takeBackStep } from '../../../jobs/imports'
import type { BulkEdit, FixName } from '../../../jobs/imports/editing/bulk-edit'
import { fixed } from '../../../jobs/imports/editing/bulk-edit'
import { editImport } from '../../../jobs/imports/tasks/edit'
import type { Currency } from '../../../jobs/values/money'
import { wordReason } from '../../../jobs/words'
import { apply, batchOf, check, dropFile, view } from '../../support/imports/import-file'
import { membersKind } from '../../support/imports/members'
import { openTestDb, TEST_NOW, testWrite } from '../../support/office-db'
import { runTask } from '../../support/run-task'

let db: Db
beforeEach(() => {
  setImportKinds([membersKind])
  db = openTestDb()
})

const HEAD = 'Member ID,Full Name,E-Mail,Date joined,Fee\n'
const planner = async (id: number) => (await importKind(batchOf(db, id).kind).planner()).default
const causesOf = (id: number) => causeViews(db, id, wordReason)

async function offers(id: number, code: string) {
  const cause = causesOf(id).find((one) => one.code === code)
  if (!cause) throw new Error(`no cause ${code}: ${causesOf(id).map((one) => one.code)}`)
  return { cause, fixes: fixesOf(db, id, cause, TEST_NOW, await planner(id)) }
}

async function does(id: number, code: string, fix: FixName) {
  const { cause } = await offers(id, code)
  const plan = await planner(id)
  const edit: BulkEdit = { severity: cause.severity, code, field: cause.field, does: fix }
  return db.transaction(() => editCause(testWrite(db), id, edit, plan))()
}
const takesBack = async (id: number) => {
  const plan = await planner(id)
  return db.transaction(() => takeBackStep(testWrite(db), id, plan))()
}
/** Everything a person sees of the rows, and what was typed over them. */
const seen = (id: number) => ({
  rows: db.prepare('select * from import_row where batch_id = ? order by n').all(id),
  edits: db.prepare('select n, position, value from import_edit where batch_id = ? order by n, position').all(id),
  counts: view(db, id).counts,
})

test('each cause gets the fixes that mend it, with the rows they change and what becomes of their values', async () => {
  const id = await dropFile(
    db,
    `${HEAD}1,Ana,ana@example.org,13/03/2025,"1.234,50"\n2,Bo,"bo@example,org",14/03/2025,"2.000,00"\n` +
      `3,Cy,cy@example.org,03/14/2025,"12,345.50"\n4,Di,di.example.org,03/15/2025,"1,5"\n5,Ed,,15/03/2025,\n`,
  )
  const date = await offers(id, 'import.date_other_order')
  expect(date.fixes.map(({ fix, rows, examples }) => [fix, rows, examples[0]])).toEqual([
    ['month_first', 1, { before: '03/14/2025', after: '2025-03-14', rows: 1 }],
    ['empty', 1, { before: '03/14/2025', after: '', rows: 1 }],
    ['skip', 1, undefined],
  ])
})

test('a fix changes all rows of its cause and no others, and is taken back as if it had never been', async () => {
  const id = await dropFile(
    db,
    `${HEAD}1,Ana,ana@example.org,2025-03-01,"1.234,50"\n2,Bo,"bo@example,org",2025-03-02,"2.000,00"\n` +
      `3,Cy,"cy@example,org",2025-03-03,"12,345.50"\n`,
  )
  const before = seen(id)
  expect(before.counts).toMatchObject({ create: 1, error: 2 })
  const styles = await offers(id, 'import.number_other_style').catch(() => null)
  expect(styles).toBeNull() // row 4 stands under its address first
  const address = causesOf(id).find(({ field }) => field === 'email')
  expect(address?.rows).toBe(2)
  const { fixes } = await offers(id, address?.code ?? '')
  expect(fixes.map(({ fix }) => fix)).toEqual(['spelling', 'empty', 'skip'])
  expect(fixes[0]?.examples[0]).toEqual({ before: 'bo@example,org', after: 'bo@example.org', rows: 1 })

  expect(await does(id, address?.code ?? '', 'spelling')).toMatchObject({ rows: 2, planned: [3, 4] })
  expect(view(db, id).counts).toMatchObject({ create: 2, error: 1 })
  expect(view(db, id).last_step).toEqual({ does: 'spelling', rows: 2 })
  expect(view(db, id).errors).toMatchObject([{ row: 4, code: 'import.number_other_style' }])
  const number = await offers(id, 'import.number_other_style')
  expect(number.fixes.map(({ fix }) => fix)).toEqual(['point', 'empty', 'skip'])
  await does(id, 'import.number_other_style', 'point')
  expect(view(db, id).counts).toMatchObject({ create: 3, error: 0 })
  expect(JSON.parse((seen(id).rows[2] as { vals: string }).vals).fee).toEqual({ $: '1234550' })
  for (let step = 0; step < 2; step++) await takesBack(id)
  expect(seen(id)).toEqual(before)
  expect(view(db, id).last_step).toBeNull()
  await expect(takesBack(id)).rejects.toThrow('import.no_step')
})

test('rows that are left out go in never, and come back with everything the file has against them', async () => {
  const id = await dropFile(db, `${HEAD}1,Ana,ana@example.org,2025-03-01,1.50\n2,Bo\n3,Cy,,2025-03-01,tbc,more,cells\n`)
  const before = seen(id)
  const codes = causesOf(id)
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code)
  expect(codes.length).toBeGreaterThan(0)
  for (const code of codes) await does(id, code, 'skip')
  const { error: left } = before.counts
  expect(view(db, id)).toMatchObject({ counts: { create: 3 - left, error: 0, skipped: left }, errors: [] })
  await check(db, id)
  expect(view(db, id).counts).toMatchObject({ create: 3 - left, error: 0, skipped: left })
  for (const _ of codes) await takesBack(id)
  expect(seen(id)).toEqual(before)
  for (const code of codes) await does(id, code, 'skip')
  await apply(db, id)
  expect(db.prepare('select count(*) from party').pluck().get()).toBe(3 - left)
})

test('rows that contradict each other: the first or the last of each is kept, the others are left out', async () => {
  const id = await dropFile(db, `${HEAD}1,Ana,,,1.50\n1,Anna,,,1.50\n1,Anne,,,1.50\n2,Bo,,,\n`)
  const { fixes } = await offers(id, 'import.rows_contradict')
  expect(fixes.map(({ fix, rows }) => [fix, rows])).toEqual([
    ['keep_first', 2],
    ['keep_last', 2],
    ['skip', 3],
  ])
  await does(id, 'import.rows_contradict', 'keep_last')
  expect(view(db, id).counts).toMatchObject({ create: 2, error: 0, skipped: 2 })
  await apply(db, id)
  expect(db.prepare('select name from party order by name').pluck().all()).toEqual(['Anne', 'Bo'])
})

const many = (rows: number): string =>
  HEAD + Array.from({ length: rows }, (_, n) => `${n + 1},P ${n + 1},,2025-03-01,${n % 2 ? 'tbc' : '1.50'}\n`).join('')

test('many rows are changed by a task, page by page, and taken back by one', async () => {
  const id = await dropFile(db, many(5000))
  const before = seen(id)
  const { taskId, planned } = await does(id, 'import.not_a_number', 'empty')
  expect([typeof taskId, planned]).toEqual(['number', []])
  expect(view(db, id).state).toBe('reading')
  const edited = await runTask(db, editImport, { import_id: id, step: 1, back: false })
  expect(edited.progress.at(-1)).toMatchObject({ current: 2500, total: 2500 })
  await check(db, id)
  expect(view(db, id)).toMatchObject({
    state: 'checked',
    counts: { create: 5000, error: 0 },
    last_step: { does: 'empty', rows: 2500 },
  })
  await takesBack(id)
  await runTask(db, editImport, { import_id: id, step: 1, back: true })
  await check(db, id)
  expect(seen(id)).toEqual(before)
})

test('called off, what a task has changed so far is taken back', async () => {
  const id = await dropFile(db, many(5000))
  const before = seen(id)
  await does(id, 'import.not_a_number', 'empty')
  db.transaction(() => {
    const write = testWrite(db)
    editImport.stage?.(write, { import_id: id, step: 1, back: false }, [{ n: 3, position: 4, value: '' }] as never[], {
      taskId: 1,
      attempt: 1,
      now: TEST_NOW,
      zone: 'UTC' as never,
    })
    editImport.failed?.(write, { import_id: id, step: 1, back: false }, { code: 'engine.revoked', params: {} })
  })()
  expect(seen(id).edits).toHaveLength(1)
  await runTask(db, editImport, { import_id: id, step: 1, back: true })
  await check(db, id)
  expect(seen(id)).toEqual(before)
  expect(view(db, id).last_step).toBeNull()
})

const reading = {
  currency: 'EUR' as Currency,
  decimalMark: ',' as const,
  percentScale: null,
  dateOrder: 'day_first' as const,
  century: null,
  swapTypedDates: false,
}
const field = (type: 'money' | 'date' | 'text' | 'percent' | 'email') => ({
  name: 'x',
  label: 'X',
  type,
  synonyms: [],
  note: '',
  never: [],
})

test.each([
  ['point', 'money', '1,234.5', '1234,5'],
  ['point', 'money', '-€ 12.345', '-€ 12,3450'],
  ['point', 'money', '1.234,50', null],
  ['comma', 'money', '1.234,50', '1234,50'],
  ['round', 'money', '12,345', '12,35'],
  ['round', 'money', '-0,005', '-0,01'],
  ['round', 'money', '9,999', '10,00'],
  ['round', 'money', '12,34', null],
  ['month_first', 'date', '03/14/2025', '2025-03-14'],
  ['month_first', 'date', '14/03/2025', null],
  ['day_first', 'date', '31/02/2025', null],
  ['spelling', 'email', 'fay@example,org', 'fay@example.org'],
  ['spelling', 'email', 'fay @example.org', 'fay@example.org'],
  ['spelling', 'email', 'fay, at home', null],
  ['spelling', 'text', 'Northwnd', 'Northwind'],
  ['spelling', 'text', 'wind', null],
  ['spelling', 'text', 'northwind', 'Northwind'],
] as const)('%s of a %s: “%s” becomes “%s”', (fix, type, found, expected) => {
  const column = { position: 0, field: field(type), reading, known: ['Northwind', 'Southwind'], createAt: null }
  expect(fixed(fix, found, column)).toBe(expected)
})

test('a number with its unit, and a day as a spreadsheet counts it, are read in one click; what multiplies is no unit', () => {
  const column = { position: 0, field: null, reading: null, known: [], createAt: null }
  const unit = (found: string) => fixed('unit', found, column)
  expect(['8 CV', '11cv', '-3,5 km/h', '120 m²'].map(unit)).toEqual(['8', '11', '-3,5', '120'])
  expect(['3 k', '2 Mio', '1 million', '5', 'CV', '8 CV 4', '2 h 30', 'approx. 8'].map(unit)).toEqual(
    Array(8).fill(null),
  )
  const day = (found: string) => fixed('serial', found, column)
  expect(['45000', '1', '450000', '45000.5', 'x'].map(day)).toEqual(['2023-03-15', null, null, null, null])
})

test('they are offered where they mend the rows', async () => {
  const id = await dropFile(db, `${HEAD}1,Ana,,45000,\n2,Bo,,45123,\n`)
  const { fixes } = await offers(id, 'import.number_for_date')
  expect(fixes[0]).toMatchObject({ fix: 'serial', rows: 2 })
  expect(await does(id, 'import.number_for_date', 'serial')).toMatchObject({ rows: 2 })
  expect(view(db, id).counts).toMatchObject({ create: 2, error: 0 })
  setImportKinds(areas.flatMap((area) => area.importKinds))
  const cars = 'Plate,Owner,Owner tax no,CV\nAB-1,Ana,77,8 CV\nAB-2,Bo,78,9\nAB-3,Cy,79,11 cv\n'
  const vehicles = await dropFile(db, cars, { kind: 'vehicles', name: 'cars.csv' })
  const { fixes: units } = await offers(vehicles, 'import.not_a_number')
  expect(units[0]).toMatchObject({ fix: 'unit', rows: 2, examples: [{ before: '11 cv', after: '11', rows: 1 }, {}] })
  expect(await does(vehicles, 'import.not_a_number', 'unit')).toMatchObject({ rows: 2 })
  expect(view(db, vehicles).counts).toMatchObject({ create: 3, error: 0 })
})
