import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { errorFile, setImportKinds, templateOf } from '../../../jobs/imports'
import { writeTable } from '../../../jobs/imports/files/table'
import { neutralise } from '../../../jobs/values/neutralise'
import { wordReason } from '../../../jobs/words'
import { answer, apply, contentOf, dropFile, fix, view } from '../../support/imports/import-file'
import { membersKind } from '../../support/imports/members'
import { openTestDb } from '../../support/office-db'
import { buildXlsx, type XlsxCell } from '../../support/xlsx'

let db: Db
beforeEach(() => {
  setImportKinds([membersKind])
  db = openTestDb()
})

const FILE = 'No;Name;Mail;Fee\r\n1;Ana;a@example.org;1,50\r\n2;=cmd|A1;nobody;2,50\r\n3;Cy;c@example.org;ten\r\n'
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

test('the error file has the original columns and beside them the row, the column, the reason and a suggestion', async () => {
  const id = await dropFile(db, FILE)
  const { bytes, fileName } = await errorFile(db, id, 'csv', wordReason)
  expect(fileName).toBe('members errors.csv')
  const [header, first, second, end] = text(bytes).replace('\uFEFF', '').split('\r\n')
  expect(header).toBe('No;Name;Mail;Fee;_row;_column;_reason;_suggestion')
  expect(first).toMatch(/^2;'=cmd\|A1;nobody;2,50;3;Mail;/)
  expect(second).toMatch(/^3;Cy;c@example.org;ten;4;Fee;/)
  expect(end).toBe('')
})

test.each(['csv', 'xlsx'] as const)(
  'mended and dropped again, the error file (%s) imports only the fixes',
  async (format) => {
    const id = await dropFile(db, FILE)
    await apply(db, id, 'good')
    const { bytes } = await errorFile(db, id, format, wordReason)
    const again = await dropFile(db, new Uint8Array(bytes), { name: `errors.${format}` })
    expect(view(db, again)).toMatchObject({ state: 'checked', counts: { rows: 2, error: 2 } })
    expect(view(db, again).left_alone.map(({ column }) => column)).toEqual([
      '_row',
      '_column',
      '_reason',
      '_suggestion',
    ])
    await fix(db, again, 2, { Mail: 'b@example.org' })
    await fix(db, again, 3, { Fee: '3,50' })
    await apply(db, again)
    expect(db.prepare('select name from party order by id').pluck().all()).toEqual(['Ana', '=cmd|A1', 'Cy'])
  },
)

test('where rows were numbered by their place, the mended error file updates the rows it came from', async () => {
  const id = await dropFile(db, 'Name,Mail\nAna,a@example.org\nBo,b@example.org\nCy,nobody\n')
  await answer(db, id, { answers: { number: 'Row number' } })
  await apply(db, id, 'good')
  const { bytes } = await errorFile(db, id, 'csv', wordReason)
  const [header, row] = text(bytes).replace('\uFEFF', '').split('\r\n')
  expect(header).toBe('Name,Mail,_row,_column,_reason,_suggestion')
  expect(row).toMatch(/^Cy,nobody,4,Mail,/)
  const mended = await dropFile(db, text(bytes).replace('nobody', 'c@example.org'), { name: 'mended.csv' })
  expect(view(db, mended)).toMatchObject({ state: 'checked', counts: { rows: 1, create: 1, update: 0 } })
  await apply(db, mended)
  expect(db.prepare('select external_ref from party_role order by id').pluck().all()).toEqual(['2', '3', '4'])
})

test('a time and zeros in front, which only the format of a number shows, stand in the error file too', async () => {
  const rows: XlsxCell[][] = [
    ['No', 'Name', 'Fee'],
    [{ value: 7, style: 1 }, 'Ana', { value: 0.25, style: 2 }],
  ]
  const bytes = buildXlsx({ sheets: [{ name: 'S', rows }], formats: ['000', '[h]:mm'] })
  const id = await dropFile(db, bytes, { name: 'members.xlsx' })
  expect(view(db, id).errors).toMatchObject([{ column: 'Fee', found: '06:00', code: 'import.time_for_number' }])
  const errors = await errorFile(db, id, 'csv', wordReason)
  expect(text(errors.bytes).split('\r\n')[1]).toMatch(/^007,Ana,06:00,2,Fee,/)
})

test('between the pages of a long error file the office does other work', async () => {
  const id = await dropFile(
    db,
    `No,Name,Mail\n${Array.from({ length: 2500 }, (_, n) => `${n},,a@example.org`).join('\n')}\n`,
  )
  let turns = 0
  let next = setImmediate(function other() {
    turns++
    next = setImmediate(other)
  })
  const { bytes } = await errorFile(db, id, 'csv', wordReason)
  clearImmediate(next)
  expect(text(bytes).split('\r\n')).toHaveLength(2502)
  expect(turns).toBeGreaterThanOrEqual(2)
})

test('what was typed stands in the error file instead of the file’s cell', async () => {
  const id = await dropFile(db, FILE)
  await fix(db, id, 3, { Mail: 'still wrong' })
  const { bytes } = await errorFile(db, id, 'csv', wordReason)
  expect(text(bytes)).toContain('still wrong')
  expect(text(bytes)).not.toContain('nobody')
})

test.each(['csv', 'xlsx'] as const)(
  'an empty template (%s), filled in, maps every field without a question',
  async (format) => {
    const { bytes, fileName } = await templateOf(membersKind, format, 'en')
    expect(fileName).toBe(`members.${format}`)
    const empty = await dropFile(db, new Uint8Array(bytes), { name: fileName })
    const { mapping, state, counts } = view(db, empty)
    expect(Object.keys(mapping)).toEqual(membersKind.fields.map(({ name }) => name))
    expect({ state, rows: counts.rows }).toEqual({ state: 'checked', rows: 0 })
    if (format === 'csv') {
      expect(text(bytes)).toContain('Member number (required)')
      const filled = await dropFile(db, `${text(bytes)}7,Ana,a@example.org,2025-01-31,1.50\r\n`)
      expect(view(db, filled).counts).toMatchObject({ rows: 1, create: 1 })
    }
  },
)

test('text that a spreadsheet would run is neutralised, numbers stay numbers', () => {
  expect(['=1+1', '+cmd', '-2+3', '@sum', '\tx', '\rx'].map(neutralise)).toEqual([
    "'=1+1",
    "'+cmd",
    "'-2+3",
    "'@sum",
    "'\tx",
    "'\rx",
  ])
  expect(['-5', '+351912345678', '-1.234,56', '12%', 'Ana', ''].map(neutralise)).toEqual([
    '-5',
    '+351912345678',
    '-1.234,56',
    '12%',
    'Ana',
    '',
  ])
})

test('whatever text is written as csv or xlsx is read back as it was', async () => {
  const cell = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((one) => /^[\p{L}\p{N} ,;"'&<>.-]+$/u.test(one) && one.trim() === one && !/^[-=+@']/.test(one))
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 5 }), async (names) => {
      const rows = names.map((name, index) => [index + 1, `n ${name}`])
      const table = { name: 'T', headers: ['No', 'Name'], rows }
      for (const format of ['csv', 'xlsx'] as const) {
        const bytes = await writeTable(table, format)
        const id = await dropFile(db, new Uint8Array(bytes), { name: bytes[0] === 0x50 ? 'a.xlsx' : 'a.csv' })
        const vals = db.prepare('select vals from import_row where batch_id = ? order by n').pluck().all(id) as string[]
        expect(vals.map((one) => JSON.parse(one).name)).toEqual(rows.map(([, name]) => name))
      }
    }),
    { numRuns: 15 },
  )
})

test('nothing is written by making files', async () => {
  const id = await dropFile(db, FILE)
  const before = contentOf(db)
  await errorFile(db, id, 'xlsx', wordReason)
  expect(contentOf(db)).toEqual(before)
})
