import { expect, test } from 'vitest'
import { nameColumns } from '../../../jobs/imports/mapping/columns'
import { monthColumnReasons } from '../../../jobs/imports/mapping/month-columns'

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
