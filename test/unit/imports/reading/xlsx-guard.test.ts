import { randomBytes } from 'node:crypto'
import { open as openFile } from 'node:fs/promises'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readSharedTexts } from '../../../../jobs/imports/reading/xlsx/shared-texts'
import { readZipDirectory } from '../../../../jobs/imports/reading/xlsx/zip-directory'
import { buildXlsx, type Xlsx } from '../../../support/xlsx'
import { fileOf, open, refusal, rowsOf } from './opened'

const refused = (content: Uint8Array) => refusal(open(content, 'hostile.xlsx'))
const workbook = (more: Partial<Xlsx> = {}): Uint8Array =>
  buildXlsx({
    sheets: [
      {
        name: 'S',
        rows: [
          ['Name', 'Pay'],
          ['Ann', 1],
        ],
      },
    ],
    ...more,
  })
const sheetXml = (data: string): Uint8Array =>
  buildXlsx({ sheets: [{ name: 'S', xml: `<worksheet><sheetData>${data}</sheetData></worksheet>` }], level: 0 })

const text = (reference: string, value: string): string => `<c r="${reference}" t="str"><v>${value}</v></c>`
const HEADER = `<row r="1">${text('A1', 'Name')}${text('B1', 'Pay')}</row>`

/** Sets a field of the central directory's entry of a part. */
function tamper(bytes: Uint8Array, part: string, change: (entry: Buffer, whole: Buffer) => void): Uint8Array {
  const file = Buffer.from(bytes)
  let at = file.lastIndexOf(Buffer.from('504b0506', 'hex'))
  at = file.readUInt32LE(at + 16)
  while (file.readUInt32LE(at) === 0x02014b50) {
    const length = file.readUInt16LE(at + 28)
    if (file.toString('latin1', at + 46, at + 46 + length) === part) {
      change(file.subarray(at), file)
      return file
    }
    at += 46 + length + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  throw new Error(`no entry ${part}`)
}

/** How much this process grew while something was read; what is freed again counts too, where it was seen. */
async function growthMb(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 5)
  await work()
  clearInterval(watch)
  return (Math.max(most, process.memoryUsage().rss) - before) / 1024 / 1024
}

describe('a workbook is held against the limits before it costs memory', () => {
  it('a bomb that declares its size is refused by its directory alone', async () => {
    const zeros = new Uint8Array(4 * 1024 * 1024)
    const bomb = workbook({ parts: { 'xl/media/a.bin': zeros }, level: 9 })
    expect(bomb.length).toBeLessThan(60_000)
    expect(await refused(bomb)).toMatchObject({ code: 'import.ratio_too_high', params: { limit: 100 } })
  })

  it('more than 500 MB unpacked are refused, whatever the ratio', async () => {
    const declared = tamper(workbook(), 'xl/styles.xml', (entry) => entry.writeUInt32LE(600 * 1024 * 1024, 24))
    expect(await refused(declared)).toEqual({ code: 'import.unpacked_too_large', params: { found: 601, limit: 500 } })
  })

  it('a size that lies is caught while unpacking, and memory stays flat', async () => {
    const rows = '<row><c><v>1</v></c></row>'.repeat(800_000)
    const bomb = workbook({
      sheets: [{ name: 'S', xml: `<worksheet><sheetData>${HEADER}${rows}</sheetData></worksheet>` }],
      level: 1,
    })
    const lying = tamper(bomb, 'xl/worksheets/sheet1.xml', (entry) => entry.writeUInt32LE(20_000, 24))
    let reason: unknown
    const grown = await growthMb(async () => {
      reason = await refused(lying)
    })
    expect(reason).toEqual({
      code: 'import.lying_size',
      params: { entry: 'xl/worksheets/sheet1.xml', declared: 20_000 },
    })
    expect(grown).toBeLessThan(100)
  })

  it('more than 1,000 entries are refused, also if the end announces fewer', async () => {
    const many: Record<string, Uint8Array> = { 'xl/workbook.xml': strToU8('<workbook/>') }
    for (let i = 0; i < 2_000; i++) many[`xl/${i}.xml`] = new Uint8Array(0)
    const bytes = zipSync(many)
    expect(await refused(bytes)).toEqual({ code: 'import.too_many_entries', params: { found: 2_001, limit: 1000 } })
    const file = Buffer.from(bytes)
    const end = file.lastIndexOf(Buffer.from('504b0506', 'hex'))
    file.writeUInt16LE(5, end + 10)
    expect((await refused(file)).code).toBe('import.too_many_entries')
  })

  it('entries that share their bytes are refused', async () => {
    const shared = tamper(workbook(), 'xl/styles.xml', (entry) => entry.writeUInt32LE(0, 42))
    expect(await refused(shared)).toMatchObject({ code: 'import.xlsx_damaged' })
  })

  it('an encrypted entry is refused', async () => {
    const encrypted = tamper(workbook(), 'xl/workbook.xml', (entry) => entry.writeUInt16LE(1, 8))
    expect(await refused(encrypted)).toEqual({ code: 'import.encrypted_entry', params: { entry: 'xl/workbook.xml' } })
  })

  it('a workbook that is cut off, or whose bytes were changed, is named as damaged', async () => {
    const whole = workbook()
    expect((await refused(whole.slice(0, whole.length - 200))).code).toBe('import.xlsx_damaged')
    const broken = tamper(whole, 'xl/worksheets/sheet1.xml', (entry, file) => {
      const at = entry.readUInt32LE(42) + 30 + 'xl/worksheets/sheet1.xml'.length
      file.fill(0xff, at, at + 40)
    })
    expect((await refused(broken)).code).toBe('import.xlsx_damaged')
    const short = workbook({ sheets: [{ name: 'S', xml: `<worksheet><sheetData>${HEADER}<row r="2"><c r="A2"` }] })
    expect((await refused(short)).code).toBe('import.xlsx_damaged')
  })

  it('names that climb out of the archive are only names', async () => {
    const climbing = workbook({ parts: { '../../../../tmp/daybook-evil.txt': 'x', '/etc/passwd': 'y' } })
    expect((await rowsOf(await open(climbing, 'x.xlsx'))).length).toBe(1)
  })
})

describe('the parts of a workbook', () => {
  it.each(['xl/workbook.xml', 'xl/sharedStrings.xml', 'xl/styles.xml'])(
    'may not define a document type: %s',
    async (part) => {
      const laughs = '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;&lol;">]><x>&lol1;</x>'
      expect(await refused(workbook({ parts: { [part]: laughs } }))).toEqual({
        code: 'import.xlsx_dtd',
        params: { part },
      })
    },
  )

  it('in the worksheet neither, nor an entity alone', async () => {
    const dtd = buildXlsx({
      sheets: [{ name: 'S', xml: `<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>` }],
    })
    expect((await refused(dtd)).code).toBe('import.xlsx_dtd')
    expect((await refused(sheetXml(`${HEADER}<!ENTITY a "b">`))).code).toBe('import.xlsx_dtd')
  })

  it('a directory that is said to lie beyond every file is outside of it', async () => {
    const whole = Buffer.from(workbook())
    const locator = Buffer.alloc(20)
    locator.writeUInt32LE(0x07064b50)
    locator.writeBigUInt64LE(2n ** 64n - 1n, 8)
    const end = Buffer.from(whole.subarray(whole.length - 22))
    end.writeUInt32LE(0xffffffff, 16)
    const far = Buffer.concat([whole.subarray(0, whole.length - 22), locator, end])
    expect(await refused(far)).toMatchObject({
      code: 'import.xlsx_damaged',
      params: { detail: expect.stringContaining('outside') },
    })
  })

  it('must be UTF-8', async () => {
    const wide = buildXlsx({
      sheets: [{ name: 'S', rows: [] }],
      parts: { 'xl/worksheets/sheet1.xml': Buffer.from('\ufeff<worksheet/>', 'utf16le') },
    })
    expect((await refused(wide)).code).toBe('import.xlsx_damaged')
    const declared = buildXlsx({ sheets: [{ name: 'S', xml: '<?xml version="1.0" encoding="UTF-7"?><worksheet/>' }] })
    expect((await refused(declared)).code).toBe('import.xlsx_damaged')
  })

  it('a lone cell in the last corner costs one cell', async () => {
    const grown = await growthMb(async () => {
      const sheet = await open(
        sheetXml(`${HEADER}<row r="2">${text('A2', 'Ann')}</row><row r="1048576">${text('XFD1048576', 'x')}</row>`),
        'x.xlsx',
      )
      expect(sheet.columns.length).toBe(2)
      expect((await rowsOf(sheet)).map((row) => row.n)).toEqual([2, 1_048_576])
    })
    expect(grown).toBeLessThan(50)
  })

  it('a header in the last column costs one column', async () => {
    const sheet = await open(
      sheetXml(
        `<row r="1">${text('A1', 'Name')}${text('XFD1', 'Pay')}</row><row r="2">${text('A2', 'Ann')}${text('XFD2', '5')}</row>`,
      ),
      'x.xlsx',
    )
    expect(sheet.columns.map((column) => column.letter)).toEqual(['A', 'XFD'])
    expect((await rowsOf(sheet))[0]?.cells.map((cell) => cell.address)).toEqual(['A2', 'XFD2'])
  })

  it('rows and columns beyond the limits are refused, and rows that run backwards', async () => {
    expect(await refused(sheetXml(`${HEADER}<row r="1048577">${text('A1048577', 'x')}</row>`))).toEqual({
      code: 'import.too_many_rows',
      params: { found: 1_048_577, limit: 1_048_576 },
    })
    expect((await refused(sheetXml(`${HEADER}<row r="2">${text('XFE2', 'x')}</row>`))).code).toBe(
      'import.too_many_columns',
    )
    expect((await refused(sheetXml(`${HEADER}<row r="5"/><row r="4"/>`))).code).toBe('import.xlsx_damaged')
    expect((await refused(sheetXml(`${HEADER}<row r="x"/>`))).code).toBe('import.xlsx_damaged')
  })

  it('cells that run backwards, come twice or have no column are refused', async () => {
    const row = (...cells: string[]) => sheetXml(`${HEADER}<row r="2">${cells.join('')}</row>`)
    expect((await refused(row(text('B2', 'x'), text('A2', 'y')))).code).toBe('import.xlsx_damaged')
    expect((await refused(row(text('A2', 'x'), text('A2', 'y')))).code).toBe('import.xlsx_damaged')
    expect((await refused(row(text('a2', 'x')))).code).toBe('import.xlsx_damaged')
  })

  it('a number, a yes and a shared text are those of a workbook, never what a program makes of them', async () => {
    const cellOf = (type: string, value: string) =>
      sheetXml(`${HEADER}<row r="2"><c r="A2"${type}><v>${value}</v></c></row>`)
    for (const value of ['0x1F', '1_000', 'Infinity', '1,5', '--1']) {
      expect((await refused(cellOf('', value))).code, value).toBe('import.xlsx_damaged')
    }
    expect((await refused(cellOf(' t="b"', 'maybe'))).code).toBe('import.xlsx_damaged')
    expect((await refused(cellOf(' t="s"', '99'))).code).toBe('import.xlsx_damaged')
    for (const type of ['', ' t="b"', ' t="s"']) {
      for (const value of ['', ' ', '\n']) {
        expect(await rowsOf(await open(cellOf(type, value), 'x.xlsx')), `${type} “${value}”`).toEqual([])
      }
    }
    const [row] = await rowsOf(await open(cellOf('', '1.5E3'), 'x.xlsx'))
    expect(row?.cells[0]?.text).toBe('1500')
  })

  it('letters that XML has not are none of a text', async () => {
    const shared = '<sst><si><t>A&#0;n_x0000_n&#xD800;_xD83D__xDE00__xDC00_</t></si></sst>'
    const bytes = workbook({ parts: { 'xl/sharedStrings.xml': shared }, sheets: [{ name: 'S', rows: [['x'], ['x']] }] })
    const [row] = await rowsOf(await open(bytes, 'x.xlsx', { headerRow: 1 }))
    expect(row?.cells[0]?.text).toBe('Ann\ufffd😀\ufffd')
  })

  it('one endless text is refused', async () => {
    const noise = randomBytes(3_000_000).toString('hex')
    const reason = await refused(sheetXml(`${HEADER}<row r="2"><c r="A2" t="str"><v>${noise}</v></c></row>`))
    expect(reason.code).toBe('import.token_too_long')
  })

  it('a tag with > in its attributes, in pieces of any size, is one tag', async () => {
    const xml = `<worksheet note="a > b" other='"x>"'><sheetData>${HEADER}${Array.from({ length: 8_000 }, (_, i) => `<row r="${i + 2}" spans="1>2">${text(`A${i + 2}`, `n${i}`)}<c r="B${i + 2}"><v>${i}</v></c></row>`).join('')}</sheetData></worksheet>`
    const rows = await rowsOf(await open(buildXlsx({ sheets: [{ name: 'S', xml }] }), 'x.xlsx'))
    expect(rows.length).toBe(8_000)
    expect(rows.every((row, i) => row.cells[0]?.text === `n${i}` && row.cells[1]?.value === i)).toBe(true)
  })

  it('texts that nobody could hold in memory are refused while they come', async () => {
    const file = fileOf(
      workbook({ parts: { 'xl/sharedStrings.xml': `<sst>${'<si><t>Ann</t></si>'.repeat(60_000)}</sst>` }, level: 0 }),
    )
    const handle = await openFile(file)
    const entry = (await readZipDirectory(handle, (await handle.stat()).size)).get('xl/sharedStrings.xml')
    await handle.close()
    expect((await readSharedTexts(file, entry)).length).toBe(60_000)
    await expect(readSharedTexts(file, entry, 1024 * 1024)).rejects.toMatchObject({
      code: 'import.too_much_text',
      params: { limit: 1 },
    })
  })
})
