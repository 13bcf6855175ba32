import fs from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { areas } from '../../../jobs/areas'
import { setImportKinds } from '../../../jobs/imports'
import { answer, apply, dropFile, view } from '../../support/imports/import-file'
import { openTestDb } from '../../support/office-db'
import { realFile, whyMissing } from '../../support/real-file'

// What an office does with columns that are not as Daybook keeps them: names in one column or in two, a file without any
// number, the same program's file a month later. Each in several kinds.

beforeAll(() => setImportKinds(areas.flatMap((area) => area.importKinds)))

async function imported(db: Db, kind: string, content: string): Promise<number> {
  const id = await dropFile(db, content, { kind, name: `${kind}.csv` })
  expect(view(db, id), kind).toMatchObject({ state: 'checked', questions: [], errors: [] })
  await apply(db, id)
  expect(view(db, id).state).toBe('applied')
  return id
}

/** By kind: what goes before the names in a row and its header, and the kinds that have to be there first. */
const PEOPLE = [
  { kind: 'employees', header: 'Personal-Nr.', rows: ['0042', '0043'], needs: null },
  { kind: 'students', header: 'Schülernummer', rows: ['2025-1', '2025-2'], needs: null },
  { kind: 'teachers', header: 'E-Mail', rows: ['a@example.org', 'b@example.org'], needs: null },
  {
    kind: 'parents',
    header: 'E-Mail;Schülernummer',
    rows: ['a@example.org;2025-1', 'b@example.org;2025-1'],
    needs: ['students', 'Schülernummer;Name\n2025-1;Ada Kind\n'],
  },
] as const

describe.each(PEOPLE)('the names of $kind', ({ kind, header, rows, needs }) => {
  const apart = `${header};Vorname;Nachname\n${rows[0]};Änne;Groß\n${rows[1]};Urs;von der Heide\n`
  const whole = `${header};Vollständiger Name\n${rows[0]};Änne Groß\n${rows[1]};Urs von der Heide\n`
  const office = async (): Promise<Db> => {
    const db = openTestDb()
    if (needs) await imported(db, needs[0], needs[1])
    return db
  }

  test('in two columns make the whole name; the same people with whole names are unchanged', async () => {
    const db = await office()
    await imported(db, kind, apart)
    const names = db.prepare('select name from party order by id').pluck().all()
    expect(names).toEqual(expect.arrayContaining(['Änne Groß', 'Urs von der Heide']))
    const again = await dropFile(db, whole, { kind })
    expect(view(db, again).counts).toMatchObject({ rows: 2, unchanged: 2, error: 0 })
  })

  test('in one column can be told apart later, and nobody is entered twice', async () => {
    const db = await office()
    await imported(db, kind, whole)
    const before = db.prepare('select count(*) from party').pluck().get()
    const later = await imported(db, kind, apart)
    expect(view(db, later).counts).toMatchObject({ rows: 2, create: 0, error: 0 })
    expect(db.prepare('select count(*) from party').pluck().get()).toBe(before)
    expect(db.prepare("select given_name, family_name from party where name = 'Urs von der Heide'").get()).toEqual({
      given_name: 'Urs',
      family_name: 'von der Heide',
    })
  })
})

describe.each([
  ['students', 'admission_number', 'Name;Klassenlehrer\nAda Kind;x\nBo Kind;y\n'],
  ['vehicles', 'plate', 'Halter;Marke\nAda Kind;Fiat\nBo Kind;Opel\n'],
  ['parents', 'student_admission_number', 'Name;E-Mail\nAda Kind;a@example.org\n'],
])('a file of %s without a number', (kind, field, content) => {
  test('may be numbered by its rows, and is asked no more when it comes again', async () => {
    const db = openTestDb()
    const id = await dropFile(db, content, { kind })
    expect(view(db, id)).toMatchObject({ state: 'mapping', questions: [{ column: field }] })
    expect(view(db, id).questions[0]?.choices).toContain('Row number')
    await answer(db, id, { answers: { [field]: 'Row number' } })
    expect(view(db, id)).toMatchObject({ state: 'checked', mapping: { [field]: 'Row number' } })
    const again = await dropFile(db, `${content}Cy Kind;z\n`, { kind })
    expect(view(db, again)).toMatchObject({ state: 'checked', questions: [], mapping: { [field]: 'Row number' } })
  })
})

describe.each([
  ['employees', 'employee_id', ['Kz', 'Name', 'Abteilung'], ['7', 'Ada Kind', 'Lager']],
  ['clients', 'name', ['Bez', 'E-Mail', 'Ort'], ['Nord GmbH', 'a@example.org', 'Bern']],
  ['time_entries', 'person', ['Wer', 'Datum', 'Dauer'], ['7', '2025-03-14', '1:30']],
  ['tax_rates', 'amount', ['Soll', 'Jahr', 'Kategorie'], ['120.00', '2026', 'car']],
])('a column of %s that somebody mapped', (kind, field, headers, values) => {
  const file = (order: number[], style: (header: string) => string) =>
    [headers.map(style), values].map((line) => order.map((at) => line[at]).join(';')).join('\n')

  test('is known in the next file with these headers, in whatever order and case, and in no other', async () => {
    const db = openTestDb()
    const id = await dropFile(db, file([0, 1, 2], String), { kind })
    expect(view(db, id).mapping[field]).toBeUndefined()
    await answer(db, id, { mapping: { [field]: headers[0] ?? '' } })
    expect(view(db, id).mapping[field]).toBe(headers[0])
    const next = await dropFile(
      db,
      file([2, 0, 1], (header) => header.toUpperCase()),
      { kind },
    )
    expect(view(db, next).mapping[field]).toBe(headers[0]?.toUpperCase())
    const other = await dropFile(db, `${file([0, 1, 2], String).replace(/$/gm, ';x')}`, { kind })
    expect(view(db, other).mapping[field]).toBeUndefined()
  })
})

test('the students of a public set have no number: their rows number them, and the next file asks nothing', async (context) => {
  const file = realFile('data/school/student-mat.csv')
  const missing = whyMissing(file)
  context.skip(missing !== '', missing)
  const db = openTestDb()
  const content = fs.readFileSync(file, 'utf8')
  const id = await dropFile(db, content, { kind: 'students', name: 'student-mat.csv' })
  expect(view(db, id)).toMatchObject({ state: 'mapping', questions: [{ column: 'admission_number' }] })
  // “sex”, “address” (urban or rural), “school”: only the first is a student's as Daybook keeps them
  expect(view(db, id).mapping).toMatchObject({ gender: 'sex' })
  expect(view(db, id).mapping).not.toHaveProperty('address')
  await answer(db, id, { answers: { admission_number: 'Row number' }, mapping: { name: 'school' } })
  expect(view(db, id)).toMatchObject({ state: 'checked', counts: { rows: 395, create: 395, error: 0 } })
  const again = await dropFile(db, content.replace('GP,', 'GP ,'), { kind: 'students', name: 'student-mat-2.csv' })
  expect(view(db, again)).toMatchObject({ state: 'checked', questions: [] })
})
