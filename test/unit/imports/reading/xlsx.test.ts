import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../../jobs/imports/reading'
import { buildXlsx, type XlsxCell } from '../../../support/xlsx'
import { open, rowsOf, textsOf } from './opened'

/** The cells of one column below a header, in a workbook with these cell styles. */
async function column(formats: (number | string)[], cells: XlsxCell[], date1904 = false): Promise<Cell[]> {
  const rows = [['Key', 'Value'], ...cells.map((cell, i): XlsxCell[] => [`k${i}`, cell])]
  const sheet = await open(buildXlsx({ sheets: [{ name: 'S', rows }], formats, date1904 }), 's.xlsx')
  return (await rowsOf(sheet)).map((row) => row.cells[1] as Cell)
}

const styled = (value: number, style = 1): XlsxCell => ({ value, style })

describe('cells of a workbook', () => {
  it.each([[true], [false]])('are read with their types (texts inline: %s)', async (inlineTexts) => {
    const rows: XlsxCell[][] = [
      ['Text', 'Number', 'Yes', 'Error', 'Formula', 'No value', 'Empty'],
      [
        ' a & b <c> ',
        1234.5,
        true,
        { type: 'e', value: '#N/A' },
        { formula: 'B2*2', value: 2469 },
        { formula: 'B2/0' },
        null,
      ],
    ]
    const sheet = await open(buildXlsx({ sheets: [{ name: 'S', rows }], inlineTexts }), 's.xlsx')
    const cells = (await rowsOf(sheet))[0]?.cells ?? []
    expect(cells.map((cell) => cell.kind)).toEqual([
      'text',
      'number',
      'boolean',
      'error',
      'number',
      'formula_without_value',
      'empty',
    ])
    expect(cells.map((cell) => cell.text)).toEqual(['a & b <c>', '1234.5', 'TRUE', '#N/A', '2469', '=B2/0', ''])
    expect(cells.map((cell) => cell.value)).toEqual([null, 1234.5, true, null, 2469, null, null])
    expect(cells[0]?.raw).toBe(' a & b <c> ')
    expect(cells.map((cell) => cell.address)).toEqual(['A2', 'B2', 'C2', 'D2', 'E2', 'F2', 'G2'])
  })

  it('take a formula by the text it gave, also an empty one, and miss a value that was never computed', async () => {
    const cells = await column(
      [],
      [
        { formula: 'A1&"x"', type: 'str', value: 'kx' },
        { formula: 'IF(1,"","")', type: 'str', value: '' },
        { formula: 'SUM(A:A)', value: '' },
      ],
    )
    expect(cells.map((cell) => [cell.kind, cell.text])).toEqual([
      ['text', 'kx'],
      ['empty', ''],
      ['formula_without_value', '=SUM(A:A)'],
    ])
  })

  it('show numbers as a person sees them: 15 digits, no exponent', async () => {
    const cells = await column(
      [],
      [0.30000000000000004, 1e-7, 123456789012345, { value: '1E+20' }, -0.5, { value: '5.0' }],
    )
    expect(cells.map((cell) => cell.text)).toEqual([
      '0.3',
      '0.0000001',
      '123456789012345',
      '100000000000000000000',
      '-0.5',
      '5',
    ])
  })

  it('keep the zeros in front of a number that its format parts', async () => {
    const cells = await column(
      ['000-00-0000', '(000) 000-0000', '0.00', '#,##0'],
      [1, 2, 3, 4].map((style) => styled(12345678, style)),
    )
    expect(cells.map(({ text }) => text)).toEqual(['012345678', '0012345678', '12345678', '12345678'])
  })

  it('keep the percent sign, the currency and the leading zeros of their format', async () => {
    const cells = await column(
      [10, '[$€-407] #,##0.00', '0.00 "CHF"', '00000', '[$-409]0.0%', '"$"#,##0', '"kg" 0'],
      [styled(0.125, 1), styled(9.5, 2), styled(9.5, 3), styled(2148, 4), styled(0.07, 5), styled(3, 6), styled(3, 7)],
    )
    expect(cells.map((cell) => cell.text)).toEqual(['12.5%', '9.5', '9.5', '02148', '7%', '3', '3'])
    expect(cells.map((cell) => cell.percent)).toEqual([true, false, false, false, true, false, false])
    expect(cells.map((cell) => cell.currency)).toEqual([null, '€', 'CHF', null, null, '$', null])
  })

  it('join the runs of rich text and leave phonetic hints out', async () => {
    const shared =
      '<sst><si><r><t>An</t></r><r><rPr><b/></rPr><t xml:space="preserve">na </t></r><rPh><t>アンナ</t></rPh></si><si><t>line_x000D_\nbreak</t></si></sst>'
    const xml =
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><r><t>No</t></r><r><t>te</t></r></is></c></row><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row></sheetData></worksheet>'
    const sheet = await open(
      buildXlsx({ sheets: [{ name: 'S', xml }], parts: { 'xl/sharedStrings.xml': shared } }),
      's.xlsx',
    )
    expect(await textsOf(sheet)).toEqual([
      ['Name', 'Note'],
      ['Anna', 'line\r\nbreak'],
    ])
  })

  it('may leave references out, use prefixes, comments and CDATA', async () => {
    const xml =
      '<x:worksheet xmlns:x="u"><!-- <row> --><x:sheetData><x:row><x:c t="str"><x:v><![CDATA[A <b>]]></x:v></x:c><x:c t="str"><x:v>B</x:v></x:c></x:row><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const sheet = await open(buildXlsx({ sheets: [{ name: 'S', xml }] }), 's.xlsx')
    expect(await textsOf(sheet)).toEqual([
      ['A <b>', 'B'],
      ['1', '2'],
    ])
  })
})

describe('dates of a workbook', () => {
  it('are told by built-in and custom number formats', async () => {
    const formats = [
      14,
      15,
      16,
      17,
      22,
      'yyyy-mm-dd',
      '[$-F800]dddd, mmmm dd, yyyy',
      'mmm',
      'dd\\.mm\\.yyyy;@',
      '"day "d',
      '[Red]0',
      '0.00E+00',
      '"d"0',
      '@',
    ]
    const cells = await column(
      formats,
      formats.map((_, i) => styled(43831, i + 1)),
    )
    const kinds = cells.map((cell) => cell.kind)
    expect(kinds).toEqual([...new Array(10).fill('date'), ...new Array(4).fill('number')])
    expect(new Set(cells.slice(0, 10).map((cell) => cell.date))).toEqual(new Set(['2020-01-01']))
  })

  it('count from 1900 as Excel does, with the day that never was', async () => {
    const cells = await column(
      [14],
      [1, 59, 60, 61, 43831, 0, 73415, 401769, 43830.999999].map((serial) => styled(serial)),
    )
    expect(cells.map((cell) => cell.date)).toEqual([
      '1900-01-01',
      '1900-02-28',
      null,
      '1900-03-01',
      '2020-01-01',
      null,
      '2100-12-31',
      null,
      '2020-01-01',
    ])
    expect(cells[2]?.text).toBe('1900-02-29')
  })

  it('count from 1904 where the workbook says so', async () => {
    const rows: XlsxCell[][] = [
      ['Key', 'Day'],
      ['a', styled(0)],
      ['b', styled(42369)],
    ]
    const sheet = await open(buildXlsx({ sheets: [{ name: 'S', rows }], formats: [14], date1904: true }), 's.xlsx')
    expect(sheet.epoch1904).toBe(true)
    expect((await rowsOf(sheet)).map((row) => row.cells[1]?.date)).toEqual(['1904-01-01', '2020-01-01'])
  })

  it('are not made of times of day and of hours that run past 24', async () => {
    const cells = await column(
      [20, 46, '[h]:mm', 22],
      [styled(0.375, 1), styled(1.5, 2), styled(1.5, 3), styled(43831.75, 4)],
    )
    expect(cells.map((cell) => [cell.kind, cell.text, cell.date])).toEqual([
      ['number', '09:00', null],
      ['number', '36:00', null],
      ['number', '36:00', null],
      ['date', '2020-01-01 18:00', '2020-01-01'],
    ])
  })
})
