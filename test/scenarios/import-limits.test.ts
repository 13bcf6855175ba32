import fs from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Administrator } from '../support/administrator'
import { bomb, corners, elsewhere, manyEntries, textOf, withDtd } from '../support/hostile-files'

/**
 * Files made to cost memory, dropped on a real office: each is refused in words, and office and slots, which are one
 * process, never take 200 MB more than before.
 */
const MOST_MB = 200
const isLinux = process.platform === 'linux'

let admin: Administrator
beforeAll(async () => {
  admin = await Administrator.sitsDown()
  // What reading takes anyway is loaded before anything is measured.
  const csv = await admin.drops({ name: 'a.csv', bytes: 'Employee number,Name\n1,Ann\n' }, 'employees')
  expect(csv.state).toBe('checked')
  await admin.drops({ name: 'a.xlsx', bytes: corners() }, 'employees')
})
afterAll(() => admin.leaves())

const status = (field: string): number =>
  Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(fs.readFileSync(`/proc/${admin.at.pid}/status`, 'utf8'))?.[1]) / 1024

/** Megabytes that the office took at most, above what it had. */
async function growthOf(work: () => Promise<void>): Promise<number> {
  fs.writeFileSync(`/proc/${admin.at.pid}/clear_refs`, '5') // VmHWM counts from here
  const before = status('VmRSS')
  await work()
  return status('VmHWM') - before
}

const HEADER = 'Employee number,Name\n'
const FILES: [what: string, code: RegExp, name: string, make: () => Uint8Array | Promise<Uint8Array>][] = [
  ['a bomb of 600 MB that says so', /unpacked_too_large/, 'bomb.xlsx', () => bomb(600)],
  ['a bomb of 600 MB that says it is small', /lying_size/, 'lying.xlsx', () => bomb(600, 40_000_000)],
  ['10,000 entries', /too_many_entries/, 'entries.xlsx', () => manyEntries(10_000)],
  ['a document type definition', /xlsx_dtd/, 'dtd.xlsx', withDtd],
  ['a worksheet on another machine', /no_worksheet/, 'elsewhere.xlsx', elsewhere],
  ['one line of 45 MB', /line_too_long/, 'line.csv', () => textOf(HEADER, 'x', 45)],
  ['a quote that never closes', /quote_not_closed/, 'quote.csv', () => textOf(`${HEADER}1,"`, 'y', 45)],
  ['a line of 20 million columns', /line_too_long/, 'columns.csv', () => textOf('Name', ',a', 40)],
  ['20,000 columns', /too_many_columns/, 'wide.csv', () => textOf('Name', `,a${',b'.repeat(19_999)}\n`, 40)],
  ['a table too large to check', /too_many_rows/, 'lines.csv', () => textOf(HEADER, '1,\n', 45)],
]

test.skipIf(!isLinux)('a cell in the last corner costs a cell', async () => {
  const grown = await growthOf(async () => {
    await admin.drops({ name: 'corners.xlsx', bytes: corners() }, 'employees')
  })
  expect(grown).toBeLessThan(MOST_MB)
})

test.skipIf(!isLinux).each(FILES)(
  '%s: refused in words, and cheap',
  async (what, code, name, make) => {
    const bytes = await make()
    let view: Record<string, unknown> = {}
    const grown = await growthOf(async () => {
      view = await admin.drops({ name, bytes }, 'employees')
    })
    const reason = view.reason as { code: string; message: string; fix: string } | null
    console.log(`${what}: ${bytes.length} bytes, ${Math.round(grown)} MB more, ${reason?.message}`)
    expect(view.state).toBe('refused')
    expect(reason?.code).toMatch(code)
    expect(reason?.message).not.toMatch(/^import\./)
    expect(reason?.fix.length).toBeGreaterThan(10)
    expect(grown).toBeLessThan(MOST_MB)
    expect(admin.restarts).toBe(0)
  },
  120_000,
)

test('more than 50 MB is not even stored', async () => {
  const { status, body } = await admin.upload(
    '/api/imports',
    { name: 'large.csv', bytes: textOf(HEADER, '1,Ann\n', 51) },
    { kind: 'employees' },
  )
  expect(status).toBe(413)
  expect(body.error).toMatchObject({ message: expect.any(String), fix: expect.any(String) })
})
