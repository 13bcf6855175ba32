import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveTestOffice } from '../../../support/served-office'
import { xlsxOf } from '../../../support/xlsx'

let office: Awaited<ReturnType<typeof serveTestOffice>>

beforeAll(async () => {
  office = await serveTestOffice()
  await office.api('POST', '/api/test/clock', { now: '2026-07-28T09:00:00Z' })
})
afterAll(() => office.stop())

async function guess(name: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const file = await office.office.files.put(bytes, 'application/octet-stream', name)
  const { status, body } = await office.api('POST', '/api/rpc/imports.guess', { file })
  return { status, body, kinds: body.items?.map(({ kind }: { kind: string }) => kind), first: body.items?.[0] }
}

const SALARIES = 'Employee number,Name,Basic salary,Overtime,TDS\n1,Ana Real,1200.00,20.00,90.00\n'
const PEOPLE = 'Employee number,First name,Last name,Hire date,Phone\n1,Ana,Real,2024-02-01,+44 7700 900001\n'

test('a sheet of pay is salaries, of the month that its name speaks of', async () => {
  for (const [name, month] of [
    ['salaries-2026-03.csv', 3],
    ['Salaries March 2026.csv', 3],
    ['pay.csv', 7], // it names none: the month of today
  ] as const) {
    const { first, kinds } = await guess(name, SALARIES)
    expect(first, name).toMatchObject({ kind: 'salaries', options: { year: 2026, month } })
    expect(kinds.length).toBeGreaterThan(1)
  }
})

test('a year’s salaries are said to be a year’s, by their header or by their size', async () => {
  const named = await guess('pay.csv', 'Employee number,Name,Annual salary\n1,Ana Real,24000.00\n')
  expect(named.first).toMatchObject({ kind: 'salaries', options: { salary_period: 'annual' } })
  const sized = await guess(
    'pay.csv',
    `EmpID,Employee_Name,Salary\n${[1, 2, 3, 4, 5].map((n) => `${n},P ${n},5${n}000`).join('\n')}\n`,
  )
  expect(sized.first).toMatchObject({ kind: 'salaries', options: { salary_period: 'annual' } })
})

test('a list of people without pay is employees and has to be told nothing more', async () => {
  const { first } = await guess('Team.csv', PEOPLE)
  expect(first).toMatchObject({ kind: 'employees', options: {} })
  expect(first.score).toBeGreaterThan(0)
})

test('what every person has is enough where the file lacks what the other kinds need', async () => {
  const { body, first } = await guess('addresses.csv', 'EmpID,E-mail\n10026,ana@example.org\n10084,rui@example.org\n')
  expect(first).toMatchObject({ kind: 'employees', options: {} })
  expect(first.score).toBeGreaterThan(1)
  expect(body.items[1].score).toBeLessThan(1)
})

test('a kind says whether any screen shows what it writes', async () => {
  const { items } = (await office.api('POST', '/api/rpc/imports.kinds', {})).body
  const shown = items.flatMap((one: { kind: string; shown: boolean }) => (one.shown ? [one.kind] : []))
  expect(shown).toEqual(['employees', 'salaries', 'rate_tables', 'pay_sheet'])
  expect(items).toHaveLength(14)
  const apart = items.find((one: { kind: string }) => one.kind === 'pay_sheet')
  expect(apart).toMatchObject({ offered: false }) // it is laid on a run, from the run's own page
})

test('the likeliest comes first, and each kind is there once with words for it', async () => {
  const { body } = await guess('Team.csv', PEOPLE)
  const scores = body.items.map(({ score }: { score: number }) => score)
  expect(scores).toEqual([...scores].sort((a, b) => b - a))
  expect(new Set(body.items.map(({ kind }: { kind: string }) => kind)).size).toBe(body.items.length)
  for (const { label } of body.items) expect(label).toMatch(/\p{L}/u)
})

test('a spreadsheet is looked into like a text file', async () => {
  const rows = SALARIES.trim()
    .split('\n')
    .map((line) => line.split(','))
  const { first } = await guess('2026-02 pay.xlsx', xlsxOf(...rows))
  expect(first).toMatchObject({ kind: 'salaries', options: { year: 2026, month: 2 } })
})

test('a file of which no kind explains anything scores nothing for every kind', async () => {
  const { status, body } = await guess('weather.csv', 'sunshine,drizzle\n1,2\n')
  expect(status).toBe(200)
  expect(body.items.map(({ score }: { score: number }) => score)).toEqual(body.items.map(() => 0))
})

test('what cannot be read is refused in words, and what is not there is not found', async () => {
  const unreadable = await guess('old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))
  expect(unreadable.status).toBeGreaterThanOrEqual(400)
  expect(unreadable.body.error).toMatchObject({
    code: expect.stringMatching(/^import\./),
    fix: expect.stringMatching(/\S/),
  })
  const file = { sha256: 'a'.repeat(64), size: 1, mediaType: 'text/csv', originalName: 'gone.csv' }
  const missing = await office.api('POST', '/api/rpc/imports.guess', { file })
  expect(missing.status).toBeGreaterThanOrEqual(400)
  expect(missing.status).toBeLessThan(500)
})
