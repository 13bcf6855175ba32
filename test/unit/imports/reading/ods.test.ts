import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../../jobs/imports/reading'
import { buildOds, type OdsCell, odsOf } from '../../../support/ods'
import { codes, finding, open, refusal, rowsOf, textsOf } from './opened'

async function column(...cells: OdsCell[]): Promise<Cell[]> {
  const sheet = await open(odsOf(['Key', 'Value'], ...cells.map((cell, i): OdsCell[] => [`k${i}`, cell])), 's.ods')
  return (await rowsOf(sheet)).map((row) => row.cells[1] as Cell)
}

describe('an OpenDocument spreadsheet', () => {
  it('is read like any other workbook, its blank tail of a million rows left out', async () => {
    const sheet = await open(odsOf(['Name', 'Pay'], ['Ann', 1000], [null, null], ['Bo', 2000.5]), 'list.ods')
    expect([sheet.format, sheet.sheet, sheet.headerRow, sheet.encodingSure]).toEqual(['ods', 'Sheet1', 1, true])
    expect(await textsOf(sheet)).toEqual([
      ['Name', 'Pay'],
      ['Ann', '1000'],
      ['Bo', '2000.5'],
    ])
    expect(codes(sheet)).toEqual(['import.blank_rows'])
    expect((await rowsOf(sheet)).map(({ n, cells }) => [n, cells[1]?.address])).toEqual([
      [2, 'B2'],
      [4, 'B4'],
    ])
  })

  it('has cells of every type', async () => {
    const cells = await column(
      { type: 'percentage', value: 0.125, shown: ['12.50%'] },
      { type: 'currency', value: 1234.5, currency: 'EUR', shown: ['1.234,50 €'] },
      { type: 'date', value: '2025-04-03', shown: ['03.04.25'] },
      { type: 'date', value: '2025-04-03T09:30:00', shown: ['03.04.25 09:30'] },
      { type: 'date', value: '1899-12-30', shown: ['30.12.99'] },
      { type: 'time', value: 'PT36H05M10S', shown: ['36:05:10'] },
      true,
      { type: 'float', value: 2148, shown: ['02148'] },
      { type: 'float', value: '0.30000000000000004', shown: ['0.3'] },
    )
    expect(cells.map(({ kind, text }) => [kind, text])).toEqual([
      ['number', '12.5%'],
      ['number', '1234.5'],
      ['date', '2025-04-03'],
      ['date', '2025-04-03 09:30'],
      ['date', '1899-12-30'],
      ['number', '36:05:10'],
      ['boolean', 'TRUE'],
      ['number', '02148'],
      ['number', '0.3'],
    ])
    expect(cells.map(({ date }) => date)).toEqual([
      null,
      null,
      '2025-04-03',
      '2025-04-03',
      null,
      null,
      null,
      null,
      null,
    ])
    expect([cells[0]?.percent, cells[0]?.value, cells[1]?.currency]).toEqual([true, 0.125, 'EUR'])
  })

  it('counts a formula by what it gave; none given is missed, and an error is one', async () => {
    const cells = await column(
      { type: 'float', value: 7, formula: '[.A1]+1' },
      { formula: '[.A1]*2' },
      { type: 'string', value: '', formula: '1/0', isError: true, shown: ['#DIV/0!'] },
      { type: 'string', value: '', formula: '1+', isError: true, shown: ['Err:510'] },
      { type: 'float', value: 0, shown: ['#N/A'] },
      { type: 'float', value: 0, shown: ['Err:502'] },
      { type: 'float', shown: ['12'] },
    )
    expect(cells.map(({ kind, text }) => [kind, text])).toEqual([
      ['number', '7'],
      ['formula_without_value', '=[.A1]*2'],
      ['error', '#DIV/0!'],
      ['error', 'Err:510'],
      ['error', '#N/A'],
      ['error', 'Err:502'],
      ['text', '12'],
    ])
  })

  it('has text in paragraphs, with blanks that count, and without notes and drawings', async () => {
    const note = '<office:annotation><dc:creator>Jo</dc:creator><text:p>ask her</text:p></office:annotation>'
    const drawing = '<draw:frame><draw:text-box><text:p>drawn</text:p></draw:text-box></draw:frame>'
    const cells = await column(
      'Rua A\n2.º  andar',
      { type: 'string', shown: ['Ann'], more: note + drawing },
      'R&D <new>',
      { type: 'string', shown: [], value: 'kept apart' },
    )
    expect(cells.map(({ text }) => text)).toEqual(['Rua A\n2.º  andar', 'Ann', 'R&D <new>', 'kept apart'])
  })

  it('writes equal cells and equal rows once, with how often', async () => {
    const rows: OdsCell[][] = [['A', 'B', 'C'], [{ type: 'float', value: 5, repeat: 3 }], ['x', null, 'z']]
    const sheet = await open(
      buildOds([{ name: 'S', rows, rowAttributes: { 2: 'table:number-rows-repeated="2"' } }]),
      's.ods',
    )
    expect((await rowsOf(sheet)).map(({ n, cells }) => [n, ...cells.map(({ text }) => text)])).toEqual([
      [2, '5', '5', '5'],
      [3, '5', '5', '5'],
      [4, 'x', '', 'z'],
    ])
  })

  it('has headers below merged groups, and cells merged over several rows', async () => {
    const rows: OdsCell[][] = [
      [
        { type: 'string', shown: ['Person'], span: 2 },
        { type: 'string', shown: ['Pay'], span: 2 },
      ],
      ['No', 'Name', 'Basic', 'Net'],
      ['1', 'Ann', 10, 9],
      ['2', 'Bo', 20, 18],
    ]
    const sheet = await open(buildOds([{ name: 'S', rows }]), 's.ods')
    expect(sheet.headerRow).toBe(2)
    expect(sheet.columns.slice(0, 4).map(({ header, group }) => `${group} ${header}`)).toEqual([
      'Person No',
      'Person Name',
      'Pay Basic',
      'Pay Net',
    ])
    const tall: OdsCell = { type: 'string', shown: ['IT'], rowsSpan: 2 }
    const merged = await open(
      buildOds([
        {
          name: 'S',
          rows: [
            ['Name', 'Dept'],
            ['Ann', tall],
            ['Bo', null],
          ],
        },
      ]),
      's.ods',
    )
    await rowsOf(merged)
    expect(finding(merged, 'import.merged_rows')).toEqual({ count: 1, cells: 'B2:B3' })
  })

  it('of several sheets gives the first visible one with a table, and says what is hidden', async () => {
    const sheets = [
      {
        name: 'Old',
        rows: [
          ['Name', 'Pay'],
          ['Cy', 3],
        ],
        hidden: true,
      },
      { name: 'Notes', rows: [['Printed in January']] },
      {
        name: 'Staff',
        rows: [
          ['Name', 'Pay', 'Code'],
          ['Ann', 1, 2],
          ['Bo', 2, 3],
        ],
        rowAttributes: { 3: 'table:visibility="filter"' },
        before:
          '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>',
      },
    ]
    const sheet = await open(buildOds(sheets), 's.ods', { sheet: 'Staff' })
    expect(sheet.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Old', true],
      ['Notes', false],
      ['Staff', false],
    ])
    expect((await rowsOf(sheet)).map(({ hidden }) => hidden)).toEqual([false, true])
    expect(finding(sheet, 'import.hidden_columns')).toEqual({ columns: 'C' })
    expect(finding(sheet, 'import.hidden_rows')).toEqual({ count: 1, rows: '3' })
    const old = await open(buildOds(sheets), 's.ods', { sheet: 'Old' })
    expect(codes(old)).toContain('import.hidden_sheet')
    expect(await textsOf(old)).toEqual([
      ['Name', 'Pay'],
      ['Cy', '3'],
    ])
  })

  it('is refused where a password, a document type or too much repeating stands in the way', async () => {
    const locked = `<?xml version="1.0"?><manifest><file-entry full-path="content.xml"><encryption-data/></file-entry></manifest>`
    expect((await refusal(open(buildOds([], { 'META-INF/manifest.xml': locked }), 's.ods'))).code).toBe(
      'import.password_protected',
    )
    const typed = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x/>'
    expect((await refusal(open(buildOds([], { 'content.xml': typed }), 's.ods'))).code).toBe('import.xlsx_dtd')
    expect((await refusal(open(buildOds([]), 's.ods'))).code).toBe('import.no_worksheet')
    const wide: OdsCell[][] = [['Name', 'Pay'], [{ type: 'float', value: 1, repeat: 20_000 }]]
    expect((await refusal(open(buildOds([{ name: 'S', rows: wide }]), 's.ods'))).code).toBe('import.too_many_columns')
    const long = buildOds([
      {
        name: 'S',
        rows: [
          ['Name', 'Pay'],
          ['Ann', 1],
        ],
        rowAttributes: { 2: 'table:number-rows-repeated="9999999"' },
      },
    ])
    expect((await refusal(open(long, 's.ods'))).code).toBe('import.too_many_rows')
  })
})
