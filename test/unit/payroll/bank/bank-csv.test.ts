import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { writeBankCsv } from '../../../../jobs/payroll/bank/formats/csv'
import { CSV_FIELDS, type CsvLayout, STANDARD_LAYOUT } from '../../../../jobs/values/bank-layout'
import { bankFile, IBANS, ibanAccount, payment } from './bank-file-builders'

const people = [
  payment(1, 123_456, ibanAccount(IBANS[0] ?? ''), 'Zoë "Z" Müller; Ltd'),
  payment(2, 5, ibanAccount(IBANS[1] ?? '', { holder: '=cmd()', bic: 'NEDSZAJJXXX' })),
]
const read = (text: string, delimiter: string) => Papa.parse<string[]>(text.trim(), { delimiter }).data

test('the standard layout gives a row per transfer under a header', () => {
  const [header, first, second] = read(writeBankCsv(bankFile(people), STANDARD_LAYOUT), ',')
  expect(header).toContain('Account')
  expect(first).toEqual([
    '1',
    'E1',
    'Zoë "Z" Müller; Ltd',
    IBANS[0],
    '',
    '',
    '1234.56',
    'EUR',
    '2026-01-30',
    'Salary January 2026',
    'PAY-2026-01-R7',
  ])
  expect(second?.slice(2, 7)).toEqual(["'=cmd()", IBANS[1], 'NEDSZAJJXXX', '', '0.05'])
})

test('columns, order, delimiter, decimal mark, date, letters and header are the layout’s', () => {
  const layout: CsvLayout = {
    name: 'house bank',
    delimiter: ';',
    decimal: ',',
    header: false,
    date: 'DD.MM.YYYY',
    plain: true,
    columns: [
      { field: 'amount', title: '' },
      { field: 'pay_on', title: '' },
      { field: 'empty', title: '' },
      { field: 'name', title: '' },
    ],
  }
  expect(read(writeBankCsv(bankFile(people), layout), ';')).toEqual([
    ['1234,56', '30.01.2026', '', 'Zoe .Z. Muller, Ltd'],
    ['0,05', '30.01.2026', '', '.cmd()'],
  ])
})

test('every field can be a column', () => {
  const columns = CSV_FIELDS.map((field) => ({ field, title: '' }))
  const rows = read(writeBankCsv(bankFile(people), { ...STANDARD_LAYOUT, columns }), ',')
  expect(rows[0]).toEqual([...CSV_FIELDS])
  expect(rows.map((row) => row.length)).toEqual([CSV_FIELDS.length, CSV_FIELDS.length, CSV_FIELDS.length])
})
