import { expect, test } from 'vitest'
import { areas } from '../../../jobs/areas'
import { setImportKinds } from '../../../jobs/imports'
import { nameColumns } from '../../../jobs/imports/mapping/columns'
import { monthColumnReasons } from '../../../jobs/imports/mapping/month-columns'
import { answer, apply, dropFile, view } from '../../support/imports/import-file'
import { openTestDb } from '../../support/office-db'

const codes = (headers: string[], byDate = false) => {
  const columns = headers.map((header, index) => ({ index, letter: String.fromCharCode(65 + index), header }))
  return [...monthColumnReasons(nameColumns(columns), byDate)].map(([name, { code }]) => `${name}: ${code}`)
}

test.each([
  [['Jan', 'Feb', 'Mar', 'Apr']],
  [['Januar 2026', 'Februar 2026', 'März 2026']],
  [['2026-01', '2026-02', '2026-03']],
  [['01/2026', '02/2026', '3.2026']],
  [['janv. 26', 'févr. 26', 'mars 26']],
])('months that stand side by side are said to be so: %s', (months) => {
  expect(codes(['Name', ...months])).toEqual(months.map((month) => `${month}: import.column_month`))
  expect(codes(months, true)[0]).toMatch(/import\.column_month_undated$/)
})

test('fewer than three different ones may be called so by chance', () => {
  for (const headers of [
    ['Jan', 'May'],
    ['Mar', 'Mar 2025', 'March 2026'],
    ['2026', '13/2026', 'Total'],
  ])
    expect(codes(headers)).toEqual([])
})

test('which month was read is asked anew for the next file: the answer of January would be written as February’s pay', async () => {
  setImportKinds(areas.flatMap((area) => area.importKinds))
  const db = openTestDb()
  const year = 'Emp No,Name,Jan,Feb,Mar\n1,Ana,1000,1100,1200\n2,Bo,1300,1400,1500\n'
  const give = (month: number) =>
    dropFile(db, year, { kind: 'salaries', name: 'year.csv', options: { year: 2026, month } })
  const january = await give(1)
  expect(view(db, january)).toMatchObject({ state: 'mapping', questions: [{ column: 'salary' }] })
  await answer(db, january, { mapping: { salary: 'Jan' } })
  await apply(db, january)
  const february = await give(2)
  expect(view(db, february)).toMatchObject({ state: 'mapping', mapping: { employee_id: 'Emp No', name: 'Name' } })
  await answer(db, february, { mapping: { salary: 'Feb' } })
  expect(view(db, february)).toMatchObject({ state: 'checked', mapping: { salary: 'Feb' } })
})
