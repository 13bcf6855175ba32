import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Administrator } from '../support/administrator'
import { buildCompoundFile, buildXlsx, xlsxOf } from '../support/xlsx'

// Every file below is wrong in one way. Each gets a message that says where, what was found, what was
// expected and how to mend it; what is good proceeds, and the office stands as before.

let admin: Administrator
beforeAll(async () => {
  admin = await Administrator.sitsDown({ now: '2025-02-03T09:00:00Z' })
  await admin.ask('PUT', '/api/settings/office', { currency: 'EUR', language: 'en', zone: 'Europe/Lisbon' })
})
afterAll(() => admin.leaves())

const JANUARY = { year: 2025, month: 'JAN' }
const HEADERS = 'Emp ID;Name;Salary'
const bomb = buildXlsx({
  sheets: [{ name: 'S', rows: [['Emp ID', 'Name']] }],
  parts: { 'xl/media/a.bin': new Uint8Array(4 * 1024 * 1024) },
  level: 9,
})

type File = { name: string; bytes: string | Uint8Array }
const drop = (file: File, options: Record<string, unknown> = JANUARY) => admin.drops(file, 'salaries', options)
const text = (...lines: string[]): File => ({ name: 'pay.csv', bytes: `${lines.join('\n')}\n` })

async function people(): Promise<string[]> {
  const { body } = await admin.ask('GET', '/api/employees?limit=500')
  return body.items.map((one: { external_ref: string }) => one.external_ref).sort()
}

/** The base pay of somebody, in cents. */
async function payOf(ref: string): Promise<number> {
  const { body } = await admin.ask('GET', `/api/employees?q=${ref}`)
  return body.items.find((one: { external_ref: string }) => one.external_ref === ref)?.base_minor
}

/** What a refusal in words must hold. */
function saysWhy(wording: { message: string; fix: string } | null, message: RegExp, fix: RegExp): void {
  expect(wording?.message).toMatch(message)
  expect(wording?.fix).toMatch(fix)
}

const REFUSED: [string, File, RegExp, RegExp][] = [
  ['a PDF called xlsx', { name: 'pay.xlsx', bytes: '%PDF-1.7\n1 0 obj' }, /pay\.xlsx.*PDF document/, /xlsx or csv/],
  [
    'a workbook with a password',
    { name: 'pay.xlsx', bytes: buildCompoundFile('EncryptionInfo', 'EncryptedPackage') },
    /pay\.xlsx.*protected by a password/,
    /remove it/,
  ],
  [
    'a zip bomb',
    { name: 'pay.xlsx', bytes: bomb },
    /unpack to \d+ times its size; 100 times is allowed/,
    /new workbook/,
  ],
  ['an empty file', { name: 'pay.csv', bytes: '' }, /pay\.csv.*empty/, /drop the new file/],
  [
    'a list without a header',
    text('1;Ann;1000,50', '2;Bo;900,50'),
    /row 1 \(1 \| Ann \| 1000,50\) already looks like a record/,
    /names of the columns/,
  ],
  [
    'a quotation mark that never closes',
    text(HEADERS, '1;"Ann;1000,50', '2;Bo;900,50'),
    /From row 2 on a quotation mark is never closed/,
    /Delete that mark/,
  ],
]

describe('a file that cannot be read', () => {
  test.each(REFUSED)('%s is refused in words, and nothing of it stays', async (_, file, message, fix) => {
    const before = await people()
    const view = await drop(file)
    expect(view.state).toBe('refused')
    saysWhy(view.reason, message, fix)
    expect(await people()).toEqual(before)
    const applied = await admin.ask('POST', `/api/imports/${view.import_id}/apply`, { rows: 'good' })
    expect(applied.status).toBe(409)
  })
})

type Question = { column: string; ask: string; choices: string[] }
type Asked = { file: File; column: string; ask: RegExp; answer: string; applied: Record<string, unknown> }
const ASKED: [string, Asked][] = [
  [
    'letters in another encoding',
    {
      file: { name: 'pay.csv', bytes: Buffer.from(`${HEADERS}\nE1;Müller;1000,50\n`, 'latin1') },
      column: 'encoding',
      ask: /how its letters are stored.*“Müller”/,
      answer: 'windows-1252',
      applied: { external_ref: 'E1', name: 'Müller' },
    },
  ],
  [
    'dates like 03/04/2025',
    {
      file: text(`${HEADERS};Hire date`, 'D1;Ann;1000,50;03/04/2024', 'D2;Bo;900,50;05/06/2024'),
      column: 'Hire date',
      ask: /“Hire date” can be read in two ways.*day or the month/,
      answer: 'day_first',
      applied: { external_ref: 'D1', hire_date: '2024-04-03' },
    },
  ],
  [
    'numbers like 1.234',
    {
      file: text(HEADERS, 'N1;Ann;1.234', 'N2;Bo;2.345'),
      column: 'Salary',
      ask: /“Salary” can be read in two ways.*decimals/,
      answer: 'comma',
      applied: { external_ref: 'N1', base_minor: 123_400 },
    },
  ],
]

describe('a file that can be read in two ways', () => {
  test.each(ASKED)('%s: a person is asked, and the answer is what is applied', async (_, asked) => {
    const { column, answer } = asked
    const view = await drop(asked.file)
    expect(view.state).toBe('mapping')
    const [question, ...more]: Question[] = view.questions
    expect(more).toEqual([])
    expect(question).toMatchObject({ column, ask: expect.stringMatching(asked.ask) })
    expect(question?.choices).toContain(answer)
    const answers = (choice: string) =>
      admin.ask('POST', `/api/imports/${view.import_id}/mapping`, { answers: { [column]: choice } })
    expect((await answers('klingon')).status).toBe(422)
    expect((await answers(answer)).status).toBe(202)
    const checked = await admin.until(`/api/imports/${view.import_id}`, ({ body }) => body.state === 'checked' && body)
    expect(checked.counts.error).toBe(0)
    await admin.applies(view.import_id)
    expect((await admin.ask('GET', '/api/employees?limit=500')).body.items).toContainEqual(
      expect.objectContaining(asked.applied),
    )
  })

  test('1.234,56 beside it says everything: nobody is asked', async () => {
    const view = await drop(text(HEADERS, 'P1;Ann;1.234,56', 'P2;Bo;1.234'))
    expect([view.state, view.questions]).toEqual(['checked', []])
    await admin.applies(view.import_id)
    expect([await payOf('P1'), await payOf('P2')]).toEqual([123_456, 123_400])
  })
})

test('a column nobody knows is left alone and said so; the rest proceeds', async () => {
  const view = await drop(text(`${HEADERS};Shoe size`, 'U1;Ann;1000,50;41'))
  expect(view.state).toBe('checked')
  expect(view.left_alone).toEqual([
    { column: 'Shoe size', reason: expect.stringMatching(/No field/), fix: expect.stringMatching(/Map it by hand/) },
  ])
  await admin.applies(view.import_id)
  expect(await payOf('U1')).toBe(100_050)
})

type Complaint = { row: number; column: string | null; found: string | null; expected: string; fix: string }
const ROWS: [string, File, string[], string[], Partial<Complaint>, RegExp, RegExp][] = [
  [
    'negative pay',
    text(HEADERS, 'A1;Ann;-1.000,50', 'A2;Bo;900,00'),
    ['A1'],
    ['A2'],
    { row: 2, column: 'Salary', found: '-1.000,50' },
    /-1000\.50; 0 or more was expected/,
    /without a minus sign/,
  ],
  [
    'a mail address with a comma',
    text(`${HEADERS};Email`, 'B1;Ann;1000,50;ann,lee@example.org', 'B2;Bo;900,00;bo@example.org'),
    ['B1'],
    ['B2'],
    { row: 2, column: 'Email', found: 'ann,lee@example.org' },
    /“,” at position 4.*one mail address is expected/,
    /type a point/,
  ],
  [
    'an employee twice with two salaries',
    text(HEADERS, 'C1;Ann;1000,50', 'C1;Ann;1000,50', 'C2;Bo;900,00', 'C2;Bo;901,00', 'C3;Cy;100,00'),
    ['C2'],
    ['C1', 'C3'],
    { row: 4 },
    /Rows 4 and 5/,
    /Make the two rows alike/,
  ],
  [
    'an amount that is no number',
    text(HEADERS, 'F1;Ann;a lot', 'F2;Bo;900,00', 'F3;Cy;800,00', 'F4;Di;700,00'),
    ['F1'],
    ['F2', 'F3', 'F4'],
    { row: 2, column: 'Salary', found: 'a lot' },
    /a lot/,
    /.{10}/,
  ],
  [
    'an error cell of a workbook',
    {
      name: 'pay.xlsx',
      bytes: xlsxOf(['Emp ID', 'Name', 'Salary'], ['G1', 'Ann', { type: 'e', value: '#N/A' }], ['G2', 'Bo', 900]),
    },
    ['G1'],
    ['G2'],
    { row: 2, column: 'Salary', found: '#N/A' },
    /#N\/A/,
    /.{10}/,
  ],
]

describe('a row that is wrong', () => {
  test.each(ROWS)(
    '%s is named by its cell, and the good rows proceed',
    async (_, file, bad, good, where, expected, fix) => {
      const view = await drop(file)
      expect(view.state).toBe('checked')
      expect(view.counts.error).toBeGreaterThan(0)
      const [first]: Complaint[] = view.errors
      expect(first).toMatchObject({
        ...where,
        expected: expect.stringMatching(expected),
        fix: expect.stringMatching(fix),
      })
      const all = await admin.ask('POST', `/api/imports/${view.import_id}/apply`, { rows: 'all' })
      expect([all.status, all.body.error.code]).toEqual([409, 'import.errors_stand'])
      await admin.applies(view.import_id, 'good')
      const there = await people()
      expect(there).toEqual(expect.arrayContaining(good))
      expect(bad.filter((ref) => there.includes(ref))).toEqual([])
      // Nothing is lost: the error file holds the row, with what is wrong beside it.
      const errors = await admin.ask('GET', `/api/imports/${view.import_id}/errors.csv`)
      expect(errors.body).toContain(bad[0])
      expect(errors.body).toContain('_suggestion')
    },
  )
})
