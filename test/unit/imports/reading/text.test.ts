import { describe, expect, it } from 'vitest'
import { readOtherwise } from '../../../../jobs/imports/reading/text/otherwise'
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
  const mac = Buffer.from(latin.map((byte) => ({ 252: 0x9f, 227: 0x8b })[byte] ?? byte))

  it.each([
    ['utf-8', Buffer.from(text), true],
    ['utf-8', Buffer.from(`\ufeff${text}`), true],
    ['utf-16le', wide, true],
    ['utf-16be', Buffer.from(wide).swap16(), true],
    ['utf-16le', Buffer.from(text, 'utf16le'), false],
    ['windows-1252', latin, false],
    ['macintosh', mac, false],
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

  it('refuses letters with zeros between them, wherever in the file they stand', async () => {
    const utf32 = Buffer.concat([
      Buffer.of(0xff, 0xfe, 0, 0),
      Buffer.from([...text].flatMap((one) => [one.charCodeAt(0), 0, 0, 0])),
    ])
    expect((await refusal(open(utf32))).code).toBe('import.zero_letters')
    const late = `Name;City\n${'Ann;Porto\n'.repeat(20_000)}B\0o;Lyon\n`
    expect((await refusal(open(late))).code).toBe('import.zero_letters')
  })

  it('refuses a chosen encoding that the bytes contradict, and one that is none', async () => {
    expect((await refusal(open(latin, 'list.csv', { encoding: 'utf-8' }))).code).toBe('import.encoding_wrong')
    expect((await refusal(open(latin, 'list.csv', { encoding: 'klingon' }))).code).toBe('import.encoding_unknown')
  })
})

it('shows a word as it reads in each encoding that is asked about, so that nobody has to know their names', () => {
  const asked = ['windows-1252', 'utf-8', 'windows-1251']
  expect(readOtherwise('Graça', 'windows-1252', asked)).toEqual(['Graça', 'Gra\ufffda', 'Graзa'])
  expect(readOtherwise('Graça', 'utf-16le', asked)).toEqual([])
})
