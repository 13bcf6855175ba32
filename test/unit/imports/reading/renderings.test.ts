import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decideColumn, openSheet, parseCell, type Sheet } from '../../../../jobs/imports/reading'
import type { Currency } from '../../../../jobs/values/money'
import { LOCALES, writeDate, writeNumber } from '../../../support/corpus/locales'
import { odsOf } from '../../../support/ods'
import { xlsxOf } from '../../../support/xlsx'
import { fileOf, rowsOf } from './opened'

// A table is one thing, however it is written: read back, a column either gives the very same values, or a question.

const HEADERS = ['Person', 'Begun', 'Due'] as const
const TYPES = ['text', 'date', 'money'] as const

const record = fc.record({
  person: fc.constantFrom('Zoë', 'Bo', 'D’Arcy', 'Müller, Änne', 'a;b', '"x"', 'Sá\tGil'),
  date: fc.date({ min: new Date('1990-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }),
  cents: fc.integer({ min: 0, max: 9_999_999 }),
})
const plain = (cents: number, digits: 0 | 2): string => (cents / 100).toFixed(digits)

const quoted = (text: string, delimiter: string): string =>
  text.includes(delimiter) || /["\r\n;,\t|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'windows-1252') return Buffer.from(text.replaceAll('’', '\x92'), 'latin1')
  const marked = Buffer.from(`\ufeff${text}`, 'utf16le')
  return encoding === 'utf-16be' ? marked.swap16() : marked
}

/** The columns of a sheet as values; null for one that asks. */
async function valuesOf(sheet: Sheet): Promise<(unknown[] | null)[]> {
  const rows = await rowsOf(sheet)
  expect(sheet.columns.map(({ header }) => header)).toEqual(HEADERS)
  return TYPES.map((type, at) => {
    const cells = rows.flatMap(({ cells }) => cells[at] ?? [])
    const { reading } = decideColumn(cells, type, { currency: 'EUR' as Currency, language: 'en' })
    return reading && cells.map((cell) => parseCell(cell, type, reading, {}))
  })
}

it('any rendering of a table, in whatever locale, delimiter, encoding, line end and format, gives the same table or a question', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { minLength: 1, maxLength: 10 }),
      fc.constantFrom(...LOCALES),
      fc.nat(),
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.constantFrom(0 as const, 2 as const),
      fc.constantFrom('text', 'text', 'xlsx', 'ods'),
      async (records, locale, choice, delimiter, encoding, newline, digits, format) => {
        const pattern = locale.dates[choice % locale.dates.length] ?? ''
        const written = locale.groups[choice % locale.groups.length] ?? ''
        // the narrow blank between thousands has no place in Windows-1252
        const group = written === '\u202f' && encoding === 'windows-1252' ? '\u00a0' : written
        const days = records.map(({ date }) => date.toISOString().slice(0, 10))
        const cents = records.map((one) => (digits === 0 ? Math.round(one.cents / 100) * 100 : one.cents))
        const lines = records.map(({ person }, i) => [
          person,
          writeDate(days[i] ?? '', pattern, locale),
          writeNumber(plain(cents[i] ?? 0, digits), group, locale.mark),
        ])
        const table = [[...HEADERS], ...lines]
        const text = table.map((cells) => cells.map((cell) => quoted(cell, delimiter)).join(delimiter)).join(newline)
        const bytes = format === 'xlsx' ? xlsxOf(...table) : format === 'ods' ? odsOf(...table) : encode(text, encoding)
        const [persons, dates, amounts] = await valuesOf(await openSheet(fileOf(bytes), 'table'))
        expect(persons).toEqual(records.map(({ person }) => ({ value: person })))
        if (dates) expect(dates).toEqual(days.map((value) => ({ value })))
        if (amounts) expect(amounts).toEqual(cents.map((value) => ({ value: BigInt(value) })))
      },
    ),
    { numRuns: 150 },
  )
})
