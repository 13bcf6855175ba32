import { describe, expect, it } from 'vitest'
import { buildXlsx } from '../../../support/xlsx'
import { codes, finding, open, refusal, rowsOf, textsOf } from './opened'

describe('the row of headers', () => {
  it('is found below titles, and they are reported', async () => {
    const sheet = await open(
      'Salaries 2019;;;\n;;;\nOffice Porto;;;printed 2019/01/31\nName;First;Pay;Born\nSá;Ana;1000;1980-01-02\n',
    )
    expect(sheet.headerRow).toBe(4)
    expect(sheet.columns.map((column) => column.header)).toEqual(['Name', 'First', 'Pay', 'Born'])
    expect(finding(sheet, 'import.rows_above_header')).toEqual({ count: 2, row: 4 })
  })

  it('may have years or days as names', async () => {
    const sheet = await open('Name;2019;2020;2021\nAnn;10;20;30\n')
    expect(sheet.columns.map((column) => column.header)).toEqual(['Name', '2019', '2020', '2021'])
  })

  it('is missing where the first full row is a record', async () => {
    expect(await refusal(open('Ann;1000;1980-01-02\nBo;2000;1981-01-02\n'))).toEqual({
      code: 'import.no_header',
      params: { row: 1, found: 'Ann | 1000 | 1980-01-02' },
    })
    expect((await refusal(open('Ann;ann@example.org\nBo;bo@example.org\n'))).code).toBe('import.no_header')
  })

  it('can be named, or be said to be missing', async () => {
    const content = 'Ann;1000\nName;Pay\nBo;2000\n'
    const named = await open(content, 'list.csv', { headerRow: 2 })
    expect(await textsOf(named)).toEqual([
      ['Name', 'Pay'],
      ['Bo', '2000'],
    ])
    const none = await open('Ann;1000\nBo;2000\n', 'list.csv', { headerRow: 0 })
    expect(await textsOf(none)).toEqual([
      ['', ''],
      ['Ann', '1000'],
      ['Bo', '2000'],
    ])
    expect(none.columns.map((column) => column.letter)).toEqual(['A', 'B'])
    expect((await refusal(open(content, 'list.csv', { headerRow: 9 }))).code).toBe('import.header_row_empty')
  })

  it('may have holes and doubles, which are reported', async () => {
    const sheet = await open(';Name;Pay;Pay;\n0;Ann;1;2;\n1;Bo;3;4;\n')
    expect(sheet.columns.map((column) => column.header)).toEqual(['', 'Name', 'Pay', 'Pay'])
    expect(finding(sheet, 'import.columns_without_header')).toEqual({ columns: 'A' })
    expect(finding(sheet, 'import.duplicate_headers')).toEqual({ headers: 'Pay' })
  })

  it('is found below any number of blank lines, and named however far down', async () => {
    const sheet = await open(`${'\n'.repeat(300_000)}Name;Pay\nAnn;1\n`)
    expect(sheet.headerRow).toBe(300_001)
    const far = await open(`Title\n${'x;y\n'.repeat(150_000)}Name;Pay\nAnn;1\n`, 'list.csv', { headerRow: 150_002 })
    expect(await textsOf(far)).toEqual([
      ['Name', 'Pay'],
      ['Ann', '1'],
    ])
  })

  it('may stand alone: an empty template has no rows, which is said', async () => {
    const sheet = await open('Name;Pay\n')
    expect(await rowsOf(sheet)).toEqual([])
    expect(codes(sheet)).toEqual(['import.no_data_rows'])
    expect((await refusal(open('\n\n  \n'))).code).toBe('import.no_rows')
  })
})

describe('headers in two rows, as merged cells leave them', () => {
  const headed = async (content: string) => {
    const sheet = await open(content)
    return { row: sheet.headerRow, headers: sheet.columns.map(({ header }) => header), rows: await rowsOf(sheet) }
  }

  it('are complete in the lower row, below groups', async () => {
    const { row, headers, rows } = await headed('Person;;Pay\nNo;Name;Basic\n1;Ann;100\n2;Bo;200\n')
    expect([row, headers, rows.length]).toEqual([2, ['No', 'Name', 'Basic'], 2])
  })

  it('stand in both rows, where only some columns are grouped', async () => {
    const { row, headers, rows } = await headed('No;Name;Pay;\n;;Basic;Net\n1;Ann;100;80\n2;Bo;200;150\n')
    expect([row, headers, rows.length]).toEqual([2, ['No', 'Name', 'Basic', 'Net'], 2])
  })

  it('are one row where the next one is a record', async () => {
    const { row, headers } = await headed('Name;;City\nAnn;x;Porto\nBo;y;Lyon\n')
    expect([row, headers]).toEqual([1, ['Name', '', 'City']])
  })
})

describe('headers that a workbook says to be merged', () => {
  const merged = (...refs: string[]) =>
    `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
  const headed = async (after: string, ...rows: (string | number | null)[][]) => {
    const sheet = await open(buildXlsx({ sheets: [{ name: 'List', rows, after }] }), 'list.xlsx')
    return {
      row: sheet.headerRow,
      headers: sheet.columns.map(({ header }) => header),
      groups: sheet.columns.map(({ group = '' }) => group),
    }
  }

  it('are grouped as far as the merged cell reaches, not up to the next one', async () => {
    const { row, headers, groups } = await headed(
      merged('B1:C1', 'A1:A2'),
      ['No', 'Pay', null, null, null],
      [null, 'Basic', 'Net', 'City', 'Since'],
      [1, 100, 80, 'Porto', '2024-01-01'],
      [2, 200, 150, 'Lyon', '2025-01-01'],
    )
    expect([row, headers]).toEqual([2, ['No', 'Basic', 'Net', 'City', 'Since']])
    expect(groups).toEqual(['', 'Pay', 'Pay', '', ''])
  })

  it('are found though neither of the two rows fills most of the table', async () => {
    const { row, headers, groups } = await headed(
      merged('D1:E1', 'F1:G1'),
      ['No', 'Name', 'City', 'Pay', null, 'Time', null, 'Since'],
      [null, null, null, 'Basic', 'Net', 'Days', 'Hours', null],
      [1, 'Ann', 'Porto', 100, 80, 20, 5, '2024-01-01'],
      [2, 'Bo', 'Lyon', 200, 150, 21, 0, '2025-01-01'],
    )
    expect([row, headers]).toEqual([2, ['No', 'Name', 'City', 'Basic', 'Net', 'Days', 'Hours', 'Since']])
    expect(groups).toEqual(['', '', '', 'Pay', 'Pay', 'Time', 'Time', ''])
  })

  it('stand over each of the columns that one merged header covers', async () => {
    const { row, headers } = await headed(
      merged('A1:E1', 'D2:E2'),
      ['Salaries 2025', null, null, null, null],
      ['No', 'Name', 'City', 'Remarks', null],
      [1, 'Ann', 'Porto', 'a', 'b'],
      [2, 'Bo', 'Lyon', 'c', 'd'],
    )
    expect([row, headers]).toEqual([2, ['No', 'Name', 'City', 'Remarks', 'Remarks']])
  })

  it('a title over the whole width is no group', async () => {
    const { row, groups } = await headed(
      merged('A1:C1'),
      ['Salaries 2025', null, null],
      ['No', 'Name', 'Basic'],
      [1, 'Ann', 100],
    )
    expect([row, groups.join('')]).toEqual([2, ''])
  })
})
