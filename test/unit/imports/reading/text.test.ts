import { describe, expect, it } from 'vitest'
import { codes, finding, open, refusal, rowsOf, textsOf } from './opened'

const read = async (content: string | Uint8Array, name?: string) => textsOf(await open(content, name))

// The cases of csv-spectrum (github.com/maxogden/csv-spectrum), in files of our own.
describe('the csv that other programs write', () => {
  it.each([
    [
      'commas in quotes',
      'first,last,address\nJohn,Doe,"120 any st., Anytown"\n',
      [['John', 'Doe', '120 any st., Anytown']],
    ],
    [
      'empty fields',
      'a,b,c\n1,"",""\n2,3,4\n',
      [
        ['1', '', ''],
        ['2', '3', '4'],
      ],
    ],
    [
      'empty fields with CRLF',
      'a,b,c\r\n1,"",""\r\n2,3,4\r\n',
      [
        ['1', '', ''],
        ['2', '3', '4'],
      ],
    ],
    [
      'escaped quotes',
      'a,b\n1,"ha ""ha"" ha"\n3,4\n',
      [
        ['1', 'ha "ha" ha'],
        ['3', '4'],
      ],
    ],
    [
      'json inside',
      'key,val\n1,"{""type"": ""Point"", ""coordinates"": [102.0, 0.5]}"\n',
      [['1', '{"type": "Point", "coordinates": [102.0, 0.5]}']],
    ],
    [
      'line breaks in cells',
      'a,b,c\n1,2,3\n"Once upon \na time",5,6\n7,8,9\n',
      [
        ['1', '2', '3'],
        ['Once upon \na time', '5', '6'],
        ['7', '8', '9'],
      ],
    ],
    [
      'CRLF breaks in cells',
      'a,b,c\r\n"Once upon \r\na time",5,6\r\n7,8,9\r\n',
      [
        ['Once upon \r\na time', '5', '6'],
        ['7', '8', '9'],
      ],
    ],
    [
      'quotes and line breaks',
      'a,b\n1,"ha \n""ha"" \nha"\n3,4\n',
      [
        ['1', 'ha \n"ha" \nha'],
        ['3', '4'],
      ],
    ],
    [
      'letters of all kinds',
      'a,b,c\n1,2,3\n4,5,ʤ\n',
      [
        ['1', '2', '3'],
        ['4', '5', 'ʤ'],
      ],
    ],
    [
      'lines that end with CR alone',
      'a,b\r1,2\r3,4\r',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'mixed line ends',
      'a,b\r\n1,"x"\n3,y\r\n',
      [
        ['1', 'x'],
        ['3', 'y'],
      ],
    ],
    ['no line end at the end', 'a,b\n1,2', [['1', '2']]],
  ])('%s', async (_, content, rows) => {
    expect((await read(content)).slice(1)).toEqual(rows)
  })

  it.each([[','], [';'], ['\t'], ['|']])(
    'finds the delimiter %j, though commas stand in the numbers',
    async (delimiter) => {
      const line = (...cells: string[]) =>
        cells.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter)
      const content = [
        line('Name', 'Net', 'Gross'),
        line('Ann', '1,5', '2,5'),
        line('Bo', '3,5', '4,5'),
        line('Cy', '5,25', '6,25'),
      ].join('\n')
      const sheet = await open(content)
      expect(sheet.delimiter).toBe(delimiter)
      expect(sheet.format).toBe(delimiter === '\t' ? 'tsv' : 'csv')
      expect((await textsOf(sheet))[1]).toEqual(['Ann', '1,5', '2,5'])
    },
  )

  it('follows the first line `sep=` and does not count it, as a spreadsheet does', async () => {
    const sheet = await open('sep=|\r\nName|Remark\r\nAnn|a;b;c\r\n')
    expect(sheet.delimiter).toBe('|')
    expect(sheet.headerRow).toBe(1)
    expect(codes(sheet)).toContain('import.separator_line')
    expect((await rowsOf(sheet))[0]?.cells[1]?.address).toBe('B2')
  })

  it('reads a file of one column', async () => {
    const sheet = await open('Name\nAnn\nBo\n')
    expect(sheet.delimiter).toBeNull()
    expect(await textsOf(sheet)).toEqual([['Name'], ['Ann'], ['Bo']])
  })

  it('obeys a person who names the delimiter', async () => {
    const sheet = await open('a;b,c\n1;2,3\n', 'list.csv', { delimiter: ',' })
    expect(await textsOf(sheet)).toEqual([
      ['a;b', 'c'],
      ['1;2', '3'],
    ])
  })
})

describe('encodings', () => {
  const text = 'Name;City\nMüller;São Paulo\n'
  const latin = Buffer.from(text, 'latin1')
  const wide = Buffer.from(`\ufeff${text}`, 'utf16le')

  it.each([
    ['utf-8', Buffer.from(text), true],
    ['utf-8', Buffer.from(`\ufeff${text}`), true],
    ['utf-16le', wide, true],
    ['utf-16be', Buffer.from(wide).swap16(), true],
    ['utf-16le', Buffer.from(text, 'utf16le'), false],
    ['windows-1252', latin, false],
  ])('%s is found (%#)', async (encoding, bytes, sure) => {
    const sheet = await open(bytes)
    expect([sheet.encoding, sheet.encodingSure]).toEqual([encoding, sure])
    expect((await textsOf(sheet))[1]).toEqual(['Müller', 'São Paulo'])
  })

  it('shows a word with its guess, so that a person can see whether it is right', async () => {
    const sheet = await open(latin)
    expect(finding(sheet, 'import.encoding_guessed')).toMatchObject({ encoding: 'windows-1252', example: 'Müller' })
  })

  it('reads the signs that Windows-1252 has where Latin-1 has none', async () => {
    const sheet = await open(Buffer.from([...Buffer.from('Name;Pay\nAnn;'), 0x80, ...Buffer.from('5\n')]))
    expect((await textsOf(sheet))[1]).toEqual(['Ann', '€5'])
  })

  it('reads the encoding that a person chose', async () => {
    const bytes = Buffer.concat([Buffer.from('Name;Pay\n'), Buffer.from([0xb3, 0xf3, 0x64]), Buffer.from(';5\n')])
    const sheet = await open(bytes, 'list.csv', { encoding: 'windows-1250' })
    expect((await textsOf(sheet))[1]).toEqual(['łód', '5'])
    expect(sheet.encodingSure).toBe(true)
  })

  it('refuses a chosen encoding that the bytes contradict, and one that is none', async () => {
    expect((await refusal(open(latin, 'list.csv', { encoding: 'utf-8' }))).code).toBe('import.encoding_wrong')
    expect((await refusal(open(latin, 'list.csv', { encoding: 'klingon' }))).code).toBe('import.encoding_unknown')
  })
})

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

describe('rows', () => {
  it('keep their number as a spreadsheet shows it, also after line breaks in cells and blank rows', async () => {
    const sheet = await open('Name;Note\n"An\nn";x\n;\n\nBo;y\n')
    const rows = await rowsOf(sheet)
    expect(rows.map((row) => row.n)).toEqual([2, 5])
    expect(rows[1]?.cells.map((cell) => cell.address)).toEqual(['A5', 'B5'])
    expect(finding(sheet, 'import.blank_rows')).toEqual({ count: 2, rows: '3, …' })
  })

  it('have their cells trimmed, and the file says in which columns', async () => {
    const sheet = await open('Name;City;Pay\nAnn  ;\u00a0Porto;1\nBo\u200b;Faro;2\n')
    expect((await textsOf(sheet)).slice(1)).toEqual([
      ['Ann', 'Porto', '1'],
      ['Bo', 'Faro', '2'],
    ])
    expect(finding(sheet, 'import.spaces_trimmed')).toEqual({ cells: 3, columns: 'Name, City' })
    expect((await rowsOf(sheet))[0]?.cells[0]?.raw).toBe('Ann  ')
  })

  it('that have a delimiter too many are not trusted', async () => {
    const sheet = await open('Name;Job;Pay\nAnn;Sr; DBA;1000\nBo;Clerk;900\nCy;Clerk;900;\n')
    const rows = await rowsOf(sheet)
    expect(rows[0]?.problems).toEqual([
      { code: 'import.row_longer', params: { row: 2, found: 4, expected: 3, beyond: '1000' } },
    ])
    expect(rows.slice(1).map((row) => row.problems)).toEqual([[], []])
    expect(finding(sheet, 'import.rows_longer')).toEqual({ count: 1, rows: '2' })
  })

  it('that a line break cut in two are not trusted', async () => {
    const sheet = await open(`Name;Job;Pay\n${'Ann;Clerk;1\n'.repeat(20)}Bo;Sr\nDBA;900\n`)
    const rows = await rowsOf(sheet)
    expect(rows.filter((row) => row.problems.length > 0).map((row) => row.n)).toEqual([22, 23])
  })

  it('may simply end early where the whole file does', async () => {
    const sheet = await open('Name;Job;Pay\nAnn;Clerk;1\nBo\nCy\nDi;Boss\nEd;Boss;2\n')
    expect((await rowsOf(sheet)).flatMap((row) => row.problems)).toEqual([])
  })

  it('with a mark inside a quoted cell are not trusted', async () => {
    const sheet = await open('Name;Job\n"Bob" Smith";Clerk\nAnn;Boss\n')
    const rows = await rowsOf(sheet)
    expect(rows[0]?.problems[0]?.code).toBe('import.row_quotes')
    expect(rows[1]?.problems).toEqual([])
  })

  it('a quote that never closes is refused with its row, also in a large file', async () => {
    expect(await refusal(open('Name;Job\nAnn;x\nBo;"y\nCy;z\n'))).toEqual({
      code: 'import.quote_not_closed',
      params: { row: 3, found: '"y\nCy;z\n' },
    })
    const large = `Name;Job\n${'Ann;x\n'.repeat(1000)}Bo;"y\n${'Cy;z\n'.repeat(1_500_000)}`
    expect(await refusal(open(large))).toMatchObject({ code: 'import.quote_not_closed', params: { row: 1002 } })
  })

  it('of totals are marked', async () => {
    const sheet = await open('Name;Dept;Month;Pay\nAnn;IT;1;1000\nTotal Tom;IT;1;900\nTotal;;;1900\n')
    expect((await rowsOf(sheet)).map((row) => row.totals)).toEqual([false, false, true])
    expect(finding(sheet, 'import.totals_rows')).toEqual({ count: 1, rows: '4' })
  })

  it('with an error that a spreadsheet exported are errors, not text', async () => {
    const [row] = await rowsOf(await open('Name;Pay;Day;Note\nAnn;#N/A;########;#1 of all\n'))
    expect(row?.cells.map((cell) => cell.kind)).toEqual(['text', 'error', 'error', 'text'])
  })

  it('come in pages of at most 1,000, and can be read again from the start', async () => {
    const sheet = await open(`Name;Pay\n${'Ann;1\n'.repeat(2500)}`)
    const pages: number[] = []
    for await (const page of sheet.rows()) pages.push(page.length)
    expect(pages).toEqual([1000, 1000, 500])
    expect((await rowsOf(sheet)).length).toBe(2500)
  })
})
