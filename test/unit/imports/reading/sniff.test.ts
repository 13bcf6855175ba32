import { truncateSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openSheet } from '../../../../jobs/imports/reading'
import { odsOf } from '../../../support/ods'
import { buildCompoundFile, xlsxOf } from '../../../support/xlsx'
import { codes, fileOf, finding, open, refusal, textsOf } from './opened'

const refused = (content: string | Uint8Array, name = 'list.csv') => refusal(open(content, name))

describe('a file is told from its content, not from its name', () => {
  it('reads an xlsx that is called csv, and a csv that is called xlsx, and says so', async () => {
    const workbook = await open(xlsxOf(['Name', 'City'], ['Ann', 'Porto']), 'list.csv')
    expect(workbook.format).toBe('xlsx')
    expect(finding(workbook, 'import.extension_differs')).toMatchObject({ extension: 'csv' })
    const text = await open('Name;City\nAnn;Porto\n', 'list.xlsx')
    expect(text.format).toBe('csv')
    expect(codes(text)).toContain('import.extension_differs')
    expect(await textsOf(text)).toEqual([
      ['Name', 'City'],
      ['Ann', 'Porto'],
    ])
  })

  it.each([
    ['a PDF document', strToU8('%PDF-1.7\n1 0 obj')],
    ['a picture (PNG)', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0)],
    ['a picture (JPEG)', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16)],
    ['a web page (HTML)', strToU8('<html><table><tr><td>Name</td></tr></table></html>')],
    [
      'an Excel 2003 XML file',
      strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
    ],
    ['a flat OpenDocument file (fods)', strToU8('<?xml version="1.0"?><d xmlns="urn:oasis:names:tc:opendocument:x"/>')],
    ['an XML file', strToU8('<?xml version="1.0"?><xs:schema/>')],
    ['a JSON file', strToU8('[{"name": "Ann"}]')],
    ['a calendar (ICS)', strToU8('BEGIN:VCALENDAR\r\nEND:VCALENDAR')],
    ['a Word document', zipSync({ 'word/document.xml': strToU8('<w/>') })],
    ['a zip archive', zipSync({ 'salaries.csv': strToU8('Name;Pay') })],
    ['a Word document', buildCompoundFile('WordDocument')],
    ['not text at all (binary data)', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)],
  ])('refuses %s and says what it seems to be', async (seems, content) => {
    expect(await refused(content, 'list.xlsx')).toEqual({
      code: 'import.not_a_spreadsheet',
      params: { file: 'list.xlsx', seems },
    })
  })

  it.each(['PK;Name', 'PKID,Name', 'MZ;Name', 'GIF;Name', 'II*;Name'])(
    'a list whose first header is like the beginning of %s is a list',
    async (header) => {
      const sheet = await open(`${header}\n1;Ann the second of that name\n`, 'list.csv')
      expect(sheet.format).toBe('csv')
      expect(await refusal(open(Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0)))).toMatchObject({
        params: { seems: 'a Windows program' },
      })
    },
  )

  it('an OpenDocument spreadsheet is one however its archive was packed again', async () => {
    const packed = Buffer.from(odsOf(['Name', 'City'], ['Ann', 'Porto']))
    // an extra field of the local header, such as the times that zip programs write
    const nameEnd = 30 + packed.readUInt16LE(26)
    const extra = Buffer.alloc(28)
    extra.writeUInt16LE(0x5455, 0)
    extra.writeUInt16LE(24, 2)
    const file = Buffer.concat([packed.subarray(0, nameEnd), extra, packed.subarray(nameEnd)])
    file.writeUInt16LE(28, 28)
    const end = file.lastIndexOf(Buffer.from('504b0506', 'hex'))
    const directory = file.readUInt32LE(end + 16) + 28
    file.writeUInt32LE(directory, end + 16)
    for (let at = directory; file.readUInt32LE(at) === 0x02014b50; ) {
      const offset = file.readUInt32LE(at + 42)
      if (offset > 0) file.writeUInt32LE(offset + 28, at + 42)
      at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    }
    expect((await textsOf(await open(file, 'list.ods')))[1]).toEqual(['Ann', 'Porto'])
  })

  it('refuses an empty file', async () => {
    expect(await refused('')).toEqual({ code: 'import.empty_file', params: { file: 'list.csv' } })
  })

  it('tells a password-protected xlsx from an xls, since the advice differs', async () => {
    expect((await refused(buildCompoundFile('EncryptionInfo', 'EncryptedPackage'), 'pay.xlsx')).code).toBe(
      'import.password_protected',
    )
    expect((await refused(buildCompoundFile('Workbook'), 'pay.xls')).code).toBe('import.old_excel')
    expect((await refused(buildCompoundFile('Book'), 'pay.xls')).code).toBe('import.old_excel')
  })

  it('refuses spreadsheets of other programs with the way to save them', async () => {
    expect((await refused(zipSync({ 'xl/workbook.bin': strToU8('x') }), 'list.xlsb')).code).toBe(
      'import.binary_workbook',
    )
    expect((await refused(zipSync({ 'Index/Document.iwa': strToU8('x') }), 'list.numbers')).code).toBe(
      'import.apple_numbers',
    )
  })

  it('refuses more than 50 MB before reading them, naming both sizes', async () => {
    const file = fileOf('Name;City\n')
    truncateSync(file, 50 * 1024 * 1024 + 1)
    expect(await refusal(openSheet(file, 'big.csv'))).toEqual({
      code: 'import.file_too_large',
      params: { file: 'big.csv', found: 51, limit: 50 },
    })
  })
})
