import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { buildXlsx, type XlsxCell, xlsxOf } from '../../../support/xlsx'
import { codes, finding, open, refusal, rowsOf, textsOf } from './opened'

describe('sheets of a workbook', () => {
  const table: XlsxCell[][] = [
    ['Name', 'Pay'],
    ['Ann', 1],
  ]

  it('are listed; the first visible one with a table is read', async () => {
    const sheets = [
      { name: 'Old', hidden: true, rows: table },
      { name: 'Cover', rows: [] },
      { name: 'Staff & pay', rows: table },
      { name: 'Other', rows: [...table, ['Bo', 2]] as XlsxCell[][] },
    ]
    const sheet = await open(buildXlsx({ sheets }), 's.xlsx')
    expect(sheet.sheet).toBe('Staff & pay')
    expect(sheet.sheets).toEqual([
      { name: 'Old', hidden: true, rows: 2 },
      { name: 'Cover', hidden: false, rows: 1 },
      { name: 'Staff & pay', hidden: false, rows: 2 },
      { name: 'Other', hidden: false, rows: 3 },
    ])
    expect(finding(sheet, 'import.several_sheets')).toEqual({ sheet: 'Staff & pay', others: 'Cover, Other' })
    const other = await open(buildXlsx({ sheets }), 's.xlsx', { sheet: 'Other' })
    expect((await rowsOf(other)).length).toBe(2)
    expect(await refusal(open(buildXlsx({ sheets }), 's.xlsx', { sheet: 'Nope' }))).toMatchObject({
      code: 'import.unknown_sheet',
      params: { sheets: 'Old, Cover, Staff & pay, Other' },
    })
  })

  it('have hidden rows and columns, which are read and reported', async () => {
    const sheet = await open(
      buildXlsx({
        sheets: [
          {
            name: 'S',
            rows: [...table, ['Bo', 2]],
            hiddenRows: [3],
            before: '<cols><col min="2" max="2" hidden="1"/></cols>',
          },
        ],
      }),
      's.xlsx',
    )
    expect((await rowsOf(sheet)).map((row) => row.hidden)).toEqual([false, true])
    expect(finding(sheet, 'import.hidden_rows')).toEqual({ count: 1, rows: '3' })
    expect(finding(sheet, 'import.hidden_columns')).toEqual({ columns: 'B' })
  })

  it('may begin anywhere, below titles, with blank rows between', async () => {
    const rows: XlsxCell[][] = [
      [],
      [null, 'Staff list'],
      [],
      [null, 'Name', 'Pay', 'Born'],
      [null, 'Ann', 1, 2],
      [],
      [null, 'Bo', 3, 4],
    ]
    const sheet = await open(buildXlsx({ sheets: [{ name: 'S', rows }] }), 's.xlsx')
    expect(sheet.headerRow).toBe(4)
    expect(sheet.columns.map(({ index, letter, header }) => [index, letter, header])).toEqual([
      [0, 'B', 'Name'],
      [1, 'C', 'Pay'],
      [2, 'D', 'Born'],
    ])
    expect((await rowsOf(sheet)).map((row) => [row.n, row.cells[1]?.address])).toEqual([
      [5, 'C5'],
      [7, 'C7'],
    ])
    expect(finding(sheet, 'import.blank_rows')).toEqual({ count: 1, rows: '6' })
  })

  it('may have remarks beside the table, which are left out and reported', async () => {
    const sheet = await open(xlsxOf(['Name', 'Pay'], ['Ann', 1, null, 'see mail'], ['Bo', 2]), 's.xlsx')
    expect((await rowsOf(sheet)).map((row) => row.cells.length)).toEqual([2, 2])
    expect(finding(sheet, 'import.cells_outside')).toEqual({ count: 1, first: 'D2' })
  })

  it('without headers are refused', async () => {
    expect((await refusal(open(xlsxOf(['Ann', 1], ['Bo', 2]), 's.xlsx'))).code).toBe('import.no_header')
    expect((await refusal(open(xlsxOf([]), 's.xlsx'))).code).toBe('import.no_rows')
  })

  it('are found by the package’s relations, wherever they lie', async () => {
    const parts = {
      '_rels/.rels':
        '<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="/xl/book/main.xml"/></Relationships>',
      'xl/book/main.xml': '<workbook><sheets><sheet name="Far" sheetId="1" r:id="r7"/></sheets></workbook>',
      'xl/book/_rels/main.xml.rels':
        '<Relationships><Relationship Id="r7" Type="http://x/worksheet" Target="../pages/one.xml"/></Relationships>',
      'xl/pages/one.xml':
        '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>Name</v></c></row><row r="2"><c r="A2" t="str"><v>Ann</v></c></row></sheetData></worksheet>',
    }
    const sheet = await open(buildXlsx({ sheets: [], parts }), 's.xlsx')
    expect(sheet.sheet).toBe('Far')
    expect(await textsOf(sheet)).toEqual([['Name'], ['Ann']])
    expect(codes(sheet)).toEqual([])
  })

  it('outside the file are not followed', async () => {
    const parts = {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="http://evil.example/sheet.xml" TargetMode="External"/></Relationships>',
    }
    const code = (await refusal(open(buildXlsx({ sheets: [{ name: 'S', rows: table }], parts }), 's.xlsx'))).code
    expect(code).toBe('import.no_worksheet')
  })

  it('that are named but missing are said, beside the one that is read', async () => {
    const sheets = [
      { name: 'Staff', rows: table },
      { name: 'Old', rows: table },
    ]
    const relation = (id: number, target: string, more = '') =>
      `<Relationship Id="rId${id}" Type="http://x/worksheet" Target="${target}"${more}/>`
    const texts = '<Relationship Id="rIdT" Type="http://x/sharedStrings" Target="sharedStrings.xml"/>'
    const outside = relation(1, 'http://evil.example/sheet.xml', ' TargetMode="External"')
    for (const first of [outside, relation(1, 'worksheets/gone.xml')]) {
      const relations = `<Relationships>${first}${relation(2, 'worksheets/sheet2.xml')}${texts}</Relationships>`
      const sheet = await open(buildXlsx({ sheets, parts: { 'xl/_rels/workbook.xml.rels': relations } }), 's.xlsx')
      expect(sheet.sheet).toBe('Old')
      expect(finding(sheet, 'import.sheets_missing')).toEqual({ sheets: 'Staff' })
    }
  })

  it('have cells merged over several rows, which only the first of them fills', async () => {
    const rows: XlsxCell[][] = [['Staff'], ['Name', 'Dept'], ['Ann', 'IT'], ['Bo', null], ['Cy', null]]
    const after =
      '<sheetProtection/><mergeCells count="3"><mergeCell ref="A1:B1"/><mergeCell ref="B3:B5"/><mergeCell ref="D1:D2"/></mergeCells><pageMargins/>'
    const sheet = await open(buildXlsx({ sheets: [{ name: 'S', rows, after }] }), 's.xlsx')
    expect((await rowsOf(sheet)).map((row) => row.cells[1]?.text)).toEqual(['IT', '', ''])
    expect(finding(sheet, 'import.merged_rows')).toEqual({ count: 1, cells: 'B3:B5' })
  })

  it('that are charts are no worksheets', async () => {
    const parts = {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="http://x/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
      'xl/chartsheets/sheet1.xml': strToU8('<chartsheet/>'),
    }
    expect((await refusal(open(buildXlsx({ sheets: [{ name: 'S', rows: table }], parts }), 's.xlsx'))).code).toBe(
      'import.no_worksheet',
    )
  })
})
