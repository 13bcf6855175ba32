import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openSheet } from '../../../../jobs/imports/reading'
import { fileOf, rowsOf } from './opened'

const DELIMITERS = [',', ';', '\t', '|']
const ENCODINGS = ['utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be', 'windows-1252']

/** Letters of Western Europe (all of them exist in Windows-1252), blanks, and everything csv finds hard. */
const cellText = fc
  .array(fc.constantFrom(...'aZ9 éüßñ€–ç"\'\n,;|\t.-_#$%@=+'), { maxLength: 12 })
  .map((letters) => letters.join(''))
const anyText = fc.oneof(
  cellText,
  fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.replace(/[\r\0\ufeff\p{C}]/gu, '')),
)

function encode(text: string, encoding: string): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'utf-8 with mark') return Buffer.from(`\ufeff${text}`)
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  return Buffer.from(text.replaceAll('€', '\x80').replaceAll('–', '\x96'), 'latin1')
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
const needsQuotes = (text: string): boolean => /[",;|\t\n\r]|^\s|\s$/.test(text)

it('any table of texts written as csv, in any encoding and with any delimiter, is read as the same cells', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 6 }).chain((width) =>
        fc.record({
          rows: fc.array(fc.array(anyText, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
          delimiter: fc.constantFrom(...DELIMITERS),
          encoding: fc.constantFrom(...ENCODINGS),
          newline: fc.constantFrom('\n', '\r\n'),
          quoteAll: fc.boolean(),
        }),
      ),
      async ({ rows, delimiter, encoding, newline, quoteAll }) => {
        const narrow = (text: string) =>
          encoding === 'windows-1252' ? text.replace(/[^\x20-\x7e\n\téüßñ€–ç]/gu, '') : text
        const table = rows.map((row) => row.map(narrow))
        const width = table[0]?.length ?? 0
        const header = Array.from({ length: width }, (_, i) => `Héader ${'ABCDEF'[i]}`)
        const lines = [header, ...table].map((row) =>
          row.map((text) => (quoteAll || needsQuotes(text) ? quoted(text) : text)).join(delimiter),
        )
        const file = fileOf(encode(lines.join(newline) + newline, encoding))
        const sheet = await openSheet(file, 'table.csv', { delimiter, headerRow: 1 })
        // exports for Excel dress text as a formula, which is taken off
        const undressed = (text: string) => /^="((?:[^"]|"")*)"$/.exec(text)?.[1]?.replaceAll('""', '"') ?? text
        const blank = (text: string): string => undressed(text).trim()
        expect(sheet.columns.map((column) => column.header)).toEqual(header)
        const expected = table.map((row) => row.map(blank)).filter((row) => row.some((text) => text !== ''))
        const found = await rowsOf(sheet)
        expect(found.map((row) => row.cells.map((cell) => cell.text))).toEqual(expected)
        const places = table.flatMap((row, i) => (row.some((text) => blank(text) !== '') ? [i + 2] : []))
        expect(found.map((row) => row.n)).toEqual(places)
      },
    ),
    { numRuns: 120 },
  )
})

it('the delimiter of a table with a header is found without being told', async () => {
  const word = fc.stringMatching(/^[A-Za-z]{1,8}$/)
  const value = fc.oneof(
    word,
    fc.stringMatching(/^\d{1,4}[.,]\d{2}$/),
    fc.stringMatching(/^[a-z]{1,4}, [a-z]{1,4}$/),
    fc.constant(''),
  )
  await fc.assert(
    fc.asyncProperty(
      fc
        .integer({ min: 3, max: 8 })
        .chain((width) =>
          fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 3, maxLength: 20 }),
        ),
      fc.constantFrom(...DELIMITERS),
      async (rows, delimiter) => {
        const header = (rows[0] ?? []).map((_, i) => `Column ${'ABCDEFGH'[i]}`)
        const lines = [header, ...rows].map((row) =>
          row.map((text) => (text.includes(delimiter) ? quoted(text) : text)).join(delimiter),
        )
        const sheet = await openSheet(fileOf(lines.join('\n')), 'table.csv')
        expect(sheet.delimiter).toBe(delimiter)
        expect(sheet.columns.map((column) => column.header)).toEqual(header)
      },
    ),
    { numRuns: 80 },
  )
})
