import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { errorFile } from '../../../jobs/imports'
import { wordReason } from '../../../jobs/words'
import { answer, apply, dropFile, fix, view } from '../../support/imports/import-file'
import { officeOfAllKinds } from '../../support/imports/office-files'

let db: Db
beforeEach(() => {
  db = officeOfAllKinds({ currency: 'EUR' })
})

const FILE =
  'Emp No,Full name,Hire date\n1,Ada Maria Baker,2020-01-01\n2,Bo Chen,some day\n3,Cy de la Torre,2020-13-41\n4,Di,tbc\n'

async function splitFile(): Promise<number> {
  const id = await dropFile(db, FILE, { kind: 'employees', name: 'people.csv' })
  await answer(db, id, { splits: { 'Full name': { at: 'last_blank', first: 'given_name' } } })
  return id
}
const valuesOf = (id: number): Record<string, unknown>[] =>
  db
    .prepare('select vals from import_row where batch_id = ? order by n')
    .pluck()
    .all(id)
    .map((text) => JSON.parse(String(text ?? '{}')))

async function errorsOf(id: number, format: 'csv' | 'xlsx'): Promise<Uint8Array> {
  const { bytes } = await errorFile(db, id, format, wordReason)
  return new Uint8Array(bytes)
}

test.each(['csv', 'xlsx'] as const)(
  'what was typed over a part of a split column stands in the error file (%s) and is the same when it comes back',
  async (format) => {
    const id = await splitFile()
    await fix(db, id, 4, { 'Full name: Given name': 'Cy', 'Full name: Family name': 'de la Torre' })
    await fix(db, id, 5, { 'Full name: Given name': '', 'Full name: Family name': 'Diallo' })
    await apply(db, id, 'good')
    const again = await dropFile(db, await errorsOf(id, format), { kind: 'employees', name: `errors.${format}` })
    expect(view(db, again)).toMatchObject({ state: 'checked', counts: { rows: 3, error: 3 }, questions: [] })
    expect(view(db, again).mapping).toEqual(view(db, id).mapping)
    for (const [n, hired] of [
      [2, '2020-02-01'],
      [3, '2020-03-01'],
      [4, '2020-04-01'],
    ] as const) {
      await fix(db, again, n, { 'Hire date': hired })
    }
    expect(valuesOf(again)).toMatchObject([
      { given_name: 'Bo', family_name: 'Chen' },
      { given_name: 'Cy', family_name: 'de la Torre' },
      { given_name: null, family_name: 'Diallo' },
    ])
    await apply(db, again)
    expect(db.prepare('select name from party order by id').pluck().all()).toEqual([
      'Ada Maria Baker',
      'Bo Chen',
      'Cy de la Torre',
      'Diallo',
    ])
  },
)

test('where nothing was typed over a part, the error file has the columns of the file alone', async () => {
  const id = await splitFile()
  await fix(db, id, 4, { 'Emp No': '33' })
  const [header] = new TextDecoder()
    .decode(await errorsOf(id, 'csv'))
    .replace('\uFEFF', '')
    .split('\r\n')
  expect(header).toBe('Emp No,Full name,Hire date,_row,_column,_reason,_suggestion')
})

test('what was typed over columns that were joined comes back too', async () => {
  const csv =
    'Student number,Full name,Street,Town,Date of birth\n1,Ana Sá,1 Mill Lane,Deal,nonsense\n2,Bo Chen,2 Mill Lane,Deal,2015-01-01\n'
  const id = await dropFile(db, csv, { kind: 'students', name: 'students.csv' })
  await answer(db, id, { joins: { address: { columns: ['Street', 'Town'], between: ', ' } } })
  await fix(db, id, 2, { 'Street: Address': '1 Mill Lane, Upper Deal' })
  const again = await dropFile(db, await errorsOf(id, 'csv'), { kind: 'students', name: 'errors.csv' })
  expect(view(db, again)).toMatchObject({ state: 'checked', counts: { rows: 1, error: 1 } })
  await fix(db, again, 2, { 'Date of birth': '2015-02-01' })
  expect(valuesOf(again)).toMatchObject([{ address: '1 Mill Lane, Upper Deal' }])
})

test('a part that is emptied, by hand or in one click, is empty: it is not made of its source again', async () => {
  const id = await splitFile()
  await fix(db, id, 2, { 'Full name: Given name': '' })
  expect(valuesOf(id)[0]).toMatchObject({ given_name: null, family_name: 'Baker' })
  await fix(db, id, 2, { 'Full name: Given name': 'Ada Maria' })
  expect(valuesOf(id)[0]).toMatchObject({ given_name: 'Ada Maria', family_name: 'Baker' })
  expect(db.prepare('select count(*) from import_edit').pluck().get()).toBe(0)
})

test('what was typed over a part stays with it when another column is split, or is no more', async () => {
  const csv = 'Student number,Full name,Parent name,Street,Town\n1,Ana Sá,Eva Sá,1 Mill Lane,Deal\n'
  const id = await dropFile(db, csv, { kind: 'students', name: 'students.csv' })
  await answer(db, id, { joins: { address: { columns: ['Street', 'Town'], between: ', ' } } })
  await fix(db, id, 2, { 'Street: Address': '2 Mill Lane' })
  await answer(db, id, { splits: { 'Full name': { at: 'last_blank', first: 'given_name' } } })
  expect(valuesOf(id)).toMatchObject([{ given_name: 'Ana', family_name: 'Sá', address: '2 Mill Lane' }])
  await fix(db, id, 2, { 'Full name: Given name': 'Anna' })
  await answer(db, id, { joins: { address: null } })
  expect(valuesOf(id)).toMatchObject([{ given_name: 'Anna', family_name: 'Sá' }])
})
