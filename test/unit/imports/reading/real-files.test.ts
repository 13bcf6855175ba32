import { expect, it } from 'vitest'
import { decideColumn, openSheet, parseCell } from '../../../../jobs/imports/reading'
import type { Currency } from '../../../../jobs/values/money'
import { realFile, whyMissing } from '../../../support/real-file'
import { codes, finding, rowsOf } from './opened'

const USD = { currency: 'USD' as Currency, language: 'en' }

it('the staff list of a teaching set is read as it is, its oddities reported', async (test) => {
  const file = realFile('data/people/HRDataset_v14.csv')
  const missing = whyMissing(file)
  test.skip(missing !== '', missing)
  const sheet = await openSheet(file, 'HRDataset_v14.csv')
  expect([sheet.format, sheet.delimiter, sheet.encoding, sheet.encodingSure, sheet.headerRow]).toEqual([
    'csv',
    ';',
    'utf-8',
    true,
    1,
  ])
  expect(sheet.columns.length).toBe(36)
  expect(codes(sheet)).toEqual(['import.byte_order_mark'])
  const rows = await rowsOf(sheet)
  expect(rows.length).toBe(310)
  expect(rows.flatMap((row) => row.problems)).toEqual([])
  expect(rows.some((row) => row.totals)).toBe(false)
  expect(codes(sheet)).toEqual(['import.byte_order_mark', 'import.spaces_trimmed'])
  const trimmed = finding(sheet, 'import.spaces_trimmed')
  const counted = rows
    .flatMap((row) => row.cells)
    .filter((cell) => cell.raw !== cell.text && cell.kind === 'text').length
  expect(trimmed?.cells).toBe(counted)
  expect(counted).toBeGreaterThan(300)
  for (const column of sheet.columns) {
    const cells = rows.map((row) => row.cells[column.index]).filter((cell) => cell !== undefined)
    if (!cells.some((cell) => /^\d{4}\/\d\d\/\d\d$/.test(cell.text))) continue
    const { reading, question } = decideColumn(cells, 'date', USD)
    expect(question).toBeNull()
    if (reading) for (const cell of cells) expect(parseCell(cell, 'date', reading, {})).toHaveProperty('value')
  }
})

it('the marks of a public school set are read as they are', async (test) => {
  const file = realFile('data/school/student-mat.csv')
  const missing = whyMissing(file)
  test.skip(missing !== '', missing)
  const sheet = await openSheet(file, 'student-mat.csv')
  const rows = await rowsOf(sheet)
  expect([rows.length, sheet.columns.length, sheet.delimiter]).toEqual([395, 33, ','])
  expect(sheet.findings).toEqual([])
})
