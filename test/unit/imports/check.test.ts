import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { setImportKinds } from '../../../jobs/imports'
import { answer, apply, batchOf, check, contentOf, dropFile, fix, view } from '../../support/imports/import-file'
import { membersKind } from '../../support/imports/members'
import { openTestDb } from '../../support/office-db'

let db: Db
beforeEach(() => {
  setImportKinds([membersKind])
  db = openTestDb()
})

const FILE = `Member ID,Full Name,E-Mail,Date joined,Fee
007,Ana Silva,ana@example.org,2025-03-01,12.50
8,Bo Chen,bo@example.org,2025-03-02,10.00
`

test('a file whose headers are known is checked without a question and writes nothing', async () => {
  const before = contentOf(db)
  const id = await dropFile(db, FILE)
  const { state, mapping, counts, questions, errors } = view(db, id)
  expect({ state, counts, questions, errors }).toEqual({
    state: 'checked',
    counts: { rows: 2, create: 2, update: 0, unchanged: 0, duplicate: 0, error: 0, warning: 0, skipped: 0 },
    questions: [],
    errors: [],
  })
  expect(mapping).toEqual({
    number: 'Member ID',
    name: 'Full Name',
    email: 'E-Mail',
    joined: 'Date joined',
    fee: 'Fee',
  })
  expect(contentOf(db)).toEqual(before)
})

test('an error names the row, the column, what was found, what was expected and how to mend it', async () => {
  const id = await dropFile(db, `${FILE}9,Cy,nobody,2025-13-01,ten\n`)
  const { counts, errors } = view(db, id)
  expect(counts).toMatchObject({ rows: 3, create: 2, error: 1 })
  expect(errors.map(({ row, column, found }) => [row, column, found])).toEqual([
    [4, 'E-Mail', 'nobody'],
    [4, 'Date joined', '2025-13-01'],
    [4, 'Fee', 'ten'],
  ])
  for (const { expected, fix } of errors) expect([expected, fix].every((text) => text.length > 10)).toBe(true)
})

test('what the kind calls an error and what a warning are told apart', async () => {
  const id = await dropFile(db, 'Member ID,Name,Mail\n1,,a@example.org\n2,Bo,\n')
  const { counts, errors, warnings } = view(db, id)
  expect(counts).toMatchObject({ create: 1, error: 1, warning: 1 })
  expect(errors).toMatchObject([{ row: 2, column: 'Name', code: 'test.missing' }])
  expect(warnings).toMatchObject([{ row: 3, column: 'Mail', code: 'test.no_email' }])
})

test('the same row twice is a duplicate that names the first', async () => {
  const id = await dropFile(db, 'No,Name\n1,Ana\n2,Bo\n1,Ana\n')
  expect(view(db, id).counts).toMatchObject({ rows: 3, create: 2, duplicate: 1, error: 0 })
  expect(db.prepare("select n, first_row from import_row where outcome = 'duplicate'").get()).toEqual({
    n: 4,
    first_row: 2,
  })
})

test('two rows that contradict each other are both errors and name each other', async () => {
  const id = await dropFile(db, 'No,Name\n1,Ana\n2,Bo\n1,Eva\n1,Eva\n')
  const { counts, errors } = view(db, id)
  expect(counts).toMatchObject({ rows: 4, create: 1, duplicate: 0, error: 3 })
  expect(errors.map(({ row, code }) => [row, code])).toEqual([
    [2, 'import.rows_contradict'],
    [4, 'import.rows_contradict'],
    [5, 'import.rows_contradict'],
  ])
  expect(errors[0]).toMatchObject({ column: null, expected: expect.stringContaining('Rows 2 and 4') })
})

test('a column that is meant by no field is left alone with the reason', async () => {
  const id = await dropFile(db, 'No,Name,Annual fee,Shoe size\n1,Ana,120,39\n')
  expect(view(db, id).left_alone).toEqual([
    { column: 'Annual fee', reason: expect.stringContaining('a year’s fee'), fix: 'Leave it unmapped.' },
    { column: 'Shoe size', reason: expect.stringContaining('No field'), fix: expect.stringContaining('by hand') },
  ])
})

test('a rule that depends on the options holds only for those', async () => {
  const file = 'No,Name,Fee paid\n1,Ana,12\n'
  const reasons = async (month: number) => {
    const id = await dropFile(db, file, { options: { month } })
    return view(db, id).left_alone.map(({ reason }) => reason)[0]
  }
  expect(await reasons(1)).toContain('what was paid')
  expect(await reasons(2)).toContain('No field')
})

test('a required field that no column fits is asked for, and the answer is remembered for the same headers in any order', async () => {
  const id = await dropFile(db, 'Ref,Person,Mail\n1,Ana,a@example.org\n')
  const { state, questions } = view(db, id)
  expect(state).toBe('mapping')
  expect(questions.map(({ column, choices }) => ({ column, choices }))).toEqual([
    { column: 'number', choices: ['Ref', 'Person', 'Row number'] },
    { column: 'name', choices: ['Ref', 'Person'] },
  ])
  await answer(db, id, { mapping: { number: 'Ref' }, answers: { name: 'Person' } })
  expect(view(db, id)).toMatchObject({ state: 'checked', mapping: { number: 'Ref', name: 'Person', email: 'Mail' } })
  const again = await dropFile(db, 'Person,Mail,Ref\nBo,b@example.org,2\n')
  expect(view(db, again)).toMatchObject({ state: 'checked', mapping: { number: 'Ref', name: 'Person', email: 'Mail' } })
})

test('ambiguous dates are asked about once and the answer is remembered', async () => {
  const file = 'No,Name,Member since\n1,Ana,03/04/2025\n2,Bo,05/06/2025\n'
  const id = await dropFile(db, file)
  const { state, questions } = view(db, id)
  expect(state).toBe('mapping')
  expect(questions).toMatchObject([{ column: 'Member since', choices: ['day_first', 'month_first'] }])
  expect(questions[0]?.examples[0]).toContain('3 April')
  await answer(db, id, { answers: { 'Member since': 'day_first' } })
  const { vals } = db.prepare('select vals from import_row where n = 2').get() as { vals: string }
  expect(JSON.parse(vals).joined).toBe('2025-04-03')
  const again = await dropFile(db, file.replace('03/04', '07/08'))
  expect(view(db, again).state).toBe('checked')
})

test('unknown fields, columns and answers are refused in words', async () => {
  const id = await dropFile(db, FILE)
  await expect(answer(db, id, { mapping: { salary: 'Fee' } })).rejects.toMatchObject({ code: 'import.unknown_field' })
  await expect(answer(db, id, { mapping: { name: 'Surname' } })).rejects.toMatchObject({
    code: 'import.unknown_column',
  })
  await expect(answer(db, id, { answers: { Shoe: 'big' } })).rejects.toMatchObject({ code: 'import.unknown_question' })
  await expect(answer(db, id, { mapping: { number: 'Fee', name: 'Fee' } })).rejects.toMatchObject({
    code: 'import.column_twice',
  })
  expect(view(db, id).state).toBe('checked')
})

test('a file that is no spreadsheet is refused with the reason', async () => {
  const id = await dropFile(db, new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37, 0, 1, 2, 3]), {
    name: 'a.pdf',
  })
  const { state, reason } = view(db, id)
  expect(state).toBe('refused')
  expect(reason?.message.length).toBeGreaterThan(10)
})

test('a cancelled check leaves the import refused, with the reason and without rows', async () => {
  const id = await dropFile(db, FILE)
  db.prepare("update import_batch set state = 'reading'").run()
  const ran = await check(db, id, {
    onCheck: () => {
      throw new Error('revoked')
    },
  })
  expect(ran.error).not.toBeNull()
  expect(batchOf(db, id)).toMatchObject({ state: 'refused', rows_n: 0, create_n: 0 })
  expect(db.prepare('select count(*) from import_row').pluck().get()).toBe(0)
})

test('rows that were planned while the office changed are planned again on what is there now', async () => {
  const id = await dropFile(db, FILE)
  const ran = await check(db, id, {
    meanwhile: (run) => {
      if (run > 1) return
      db.exec(`insert into party (id, kind, name, email, origin, created_at, changed_at)
               values (50, 'person', 'Ana Silva', 'ana@example.org', 'user:1', 0, 0);
               insert into party_role (party_id, role, external_ref, from_on, origin)
               values (50, 'client', '007', '2025-03-01', 'user:1')`)
    },
  })
  expect(ran.runs).toBe(2)
  expect(view(db, id).counts).toMatchObject({ create: 1, unchanged: 1 })
})

test('a typed value mends the row, stands beside the file’s cell and survives a new check', async () => {
  const id = await dropFile(db, 'No,Name,Fee\n1,Ana,ten\n2,Bo,5\n')
  const row = await fix(db, id, 2, { Fee: '10.00' })
  expect(row).toMatchObject({ outcome: 'create', errors: null })
  expect(JSON.parse(row.cells)).toEqual(['1', 'Ana', 'ten'])
  expect(view(db, id).counts).toMatchObject({ create: 2, error: 0 })
  await check(db, id)
  expect(view(db, id).counts).toMatchObject({ create: 2, error: 0 })
  await fix(db, id, 2, { fee: 'ten' })
  expect(view(db, id).counts).toMatchObject({ create: 1, error: 1 })
  expect(db.prepare('select count(*) from import_edit').pluck().get()).toBe(0)
})

test('mending a key frees the rows that shared the old one and meets those that have the new one', async () => {
  const id = await dropFile(db, 'No,Name\n1,Ana\n1,Eva\n2,Bo\n')
  expect(view(db, id).counts).toMatchObject({ create: 1, error: 2 })
  await fix(db, id, 3, { No: '3' })
  expect(view(db, id).counts).toMatchObject({ create: 3, error: 0 })
  await fix(db, id, 3, { No: '2' })
  expect(view(db, id).counts).toMatchObject({ create: 1, error: 2 })
  await fix(db, id, 3, { Name: 'Bo' })
  expect(view(db, id).counts).toMatchObject({ create: 2, duplicate: 1, error: 0 })
})

test('typing into a column or a row that is not there is refused', async () => {
  const id = await dropFile(db, FILE)
  await expect(fix(db, id, 2, { Nope: 'x' })).rejects.toMatchObject({ code: 'import.unknown_column' })
  await expect(fix(db, id, 99, { Fee: 'x' })).rejects.toMatchObject({ code: 'import.no_such_row' })
  await expect(fix(db, id, 2, {})).rejects.toMatchObject({ code: 'import.nothing_typed' })
})

test('the progress counts the rows', async () => {
  const rows = Array.from({ length: 2500 }, (_, i) => `${i + 1},Member ${i + 1}`)
  const id = await dropFile(db, `No,Name\n${rows.join('\n')}\n`)
  const ran = await check(db, id)
  expect(ran.progress.map(({ status }) => status)).toContain('Checking row 2000 of 2500')
  expect(ran.progress.at(-1)).toMatchObject({ current: 2500, total: 2500 })
})

test('where a file has no number, the number of the row can be chosen for it, now and for the next file', async () => {
  const id = await dropFile(db, 'Name,Mail\nAna,a@example.org\nBo,b@example.org\n')
  expect(view(db, id).questions).toMatchObject([{ column: 'number', choices: ['Row number'] }])
  await answer(db, id, { answers: { number: 'Row number' } })
  expect(view(db, id)).toMatchObject({
    state: 'checked',
    mapping: { number: 'Row number', name: 'Name', email: 'Mail' },
  })
  expect(db.prepare('select n, key from import_row where batch_id = ? order by n').all(id)).toEqual([
    { n: 2, key: '2' },
    { n: 3, key: '3' },
  ])
  await apply(db, id)
  const again = await dropFile(db, 'Mail,Name\na@example.org,Ana\nb@example.org,Bo\n')
  expect(view(db, again).counts).toMatchObject({ rows: 2, unchanged: 2 })
})

test('of a file, two columns that were left out stay left out', async () => {
  const id = await dropFile(db, FILE)
  await answer(db, id, { mapping: { email: null, fee: null } })
  expect(view(db, id).mapping).toEqual({ number: 'Member ID', name: 'Full Name', joined: 'Date joined' })
  expect(JSON.parse(batchOf(db, id).mapping)).toEqual({ email: null, fee: null })
})

test('how one file was to be opened says nothing about the next', async () => {
  const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
  const id = await dropFile(db, latin('No,Name\n1,Jos\u00e9\n'))
  await answer(db, id, { answers: { encoding: 'windows-1252', header_row: '1' } })
  expect(view(db, id)).toMatchObject({ state: 'checked', counts: { rows: 1 } })
  const nameOf = (batch: number) =>
    JSON.parse(db.prepare('select vals from import_row where batch_id = ?').pluck().get(batch) as string).name
  expect(nameOf(id)).toBe('José')
  const utf8 = await dropFile(db, 'Members of the club\n\nNo,Name\n2,Zoë\n')
  expect(view(db, utf8)).toMatchObject({ state: 'checked', questions: [], counts: { rows: 1 } })
  expect(nameOf(utf8)).toBe('Zoë')
  const sameAgain = await dropFile(db, latin('No,Name\n3,Andr\u00e9\n'))
  expect(view(db, sameAgain)).toMatchObject({ state: 'checked', questions: [] })
  expect(nameOf(sameAgain)).toBe('André')
})
