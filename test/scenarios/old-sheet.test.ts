import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Administrator } from '../support/administrator'
import { buildXlsx, type XlsxCell } from '../support/xlsx'

/**
 * An office of a real personnel file leaves its spreadsheet: a trial run of the month is laid beside the sheet, some of whose
 * figures differ, the rules are mended, and what differed goes away.
 */
const shared = process.env.DAYBOOK_SHARED ?? path.resolve('../shared')
const file = path.join(shared, 'data/people/HRDataset_v14.csv')
const missing = fs.existsSync(file) ? '' : `the real personnel file is not there (${file})`

let admin: Administrator
let periodId = 0
let runId = 0
type Person = { who: string; name: string; external_ref: string; open_minor: number; side: string; cells: Cell[] }
type Cell = { office_minor: number; sheet_minor: number; difference_minor: number; state: string }

beforeAll(async () => {
  if (missing) return
  admin = await Administrator.sitsDown({ now: '2019-02-05T09:00:00Z' })
  await admin.ask('PUT', '/api/settings/office', { name: 'Dental Magic', currency: 'USD', zone: 'America/New_York' })
  const options = { year: 2019, month: 'JAN', salary_period: 'annual' }
  const { import_id } = await admin.drops({ name: 'staff.csv', bytes: fs.readFileSync(file) }, 'salaries', options)
  await admin.applies(import_id, 'good')
  periodId = await admin.createsPeriod({
    start_date: '2019-01-01',
    end_date: '2019-01-31',
    period_type: 'monthly',
    status: 'active',
  })
  const { status, body } = await admin.ask('POST', `/api/payroll/periods/${periodId}/trial`)
  expect(status).toBe(202)
  runId = body.run_id
  await admin.until(`/api/tasks/${body.task_id}/`, (answer) => answer.body.successful)
}, 120_000)
afterAll(() => admin?.leaves())

const sheet = async (query = '') => (await admin.ask('GET', `/api/payroll/runs/${runId}/sheet?limit=500${query}`)).body

/** The run as its old sheet would have had it: base, a tax of 10 %, net; a few rows wrong, one missing, one too many. */
async function oldSheet(): Promise<Uint8Array> {
  const { items } = (await admin.ask('GET', `/api/payroll/runs/${runId}/slips`)).body
  type Slip = { status: string; employee: { external_ref: string; name: string }; gross_minor: number }
  const ok = (items as Slip[]).filter((one) => one.status === 'ok')
  const rows = ok.slice(1).map((one, index): XlsxCell[] => {
    const base = one.gross_minor + (index === 0 ? 50_000 : index === 1 ? -1 : 0)
    const tax = Math.round(one.gross_minor / 10)
    return [
      index % 2 === 0 ? one.employee.external_ref : null,
      one.employee.name,
      { value: base / 100, style: 1 },
      { value: -tax / 100, style: 1 },
      { value: (base - tax) / 100, style: 1 },
    ]
  })
  rows.push([null, 'Nobody Known', { value: 1000, style: 1 }, { value: -100, style: 1 }, { value: 900, style: 1 }])
  return buildXlsx({
    sheets: [
      {
        name: 'January',
        rows: [['Payroll January 2019'], ['Emp ID', 'Employee Name', 'Basic Salary', 'Income tax', 'Net Pay'], ...rows],
      },
    ],
    formats: ['#,##0.00'],
  })
}

test('a trial run beside an old sheet: what differs is found, mended, accepted, and told', async ({ skip }) => {
  skip(Boolean(missing), missing)
  expect(await sheet()).toMatchObject({ sheet: null, items: [] })
  const bytes = await oldSheet()
  const checked = await admin.drops({ name: 'January.xlsx', bytes }, 'pay_sheet', { run_id: runId })
  expect(checked).toMatchObject({ state: 'checked', questions: [], counts: { error: 0 } })
  expect(checked.mapping).toMatchObject({ BASE: 'Basic Salary', TDS: 'Income tax', net: 'Net Pay' })
  await admin.applies(checked.import_id)

  const first = await sheet()
  expect(first.sheet).toMatchObject({ file_name: 'January.xlsx', rows: checked.counts.rows })
  const column = (of: typeof first, key: string) => of.columns.find((one: { key: string }) => one.key === key)
  // The office has no income tax yet: everybody differs there, and in nothing else but the row that is wrong.
  expect(column(first, 'TDS')).toMatchObject({ office_minor: 0, sheet_columns: [{ is_flipped: true }] })
  expect(column(first, 'TDS').open).toBe(checked.counts.rows)
  expect(column(first, 'net').open).toBe(0)
  expect(first.cells.rounding).toBe(1)
  // The one that was left out of the sheet, and the one whose salary nobody knows.
  expect([first.counts.run, first.counts.sheet]).toEqual([2, 1])
  expect(first.items.filter((one: { is_error: boolean }) => one.is_error)).toHaveLength(1)
  const sum = (items: Person[], at: number) =>
    items.reduce((all, one) => all + (one.cells[at]?.difference_minor ?? 0), 0)
  for (const [at, one] of first.columns.entries()) {
    expect(sum(first.items, at)).toBe(one.difference_minor)
    expect(one.office_minor - one.sheet_minor).toBe(one.difference_minor)
  }
  expect(first.items.map((one: Person) => one.open_minor)).toEqual(
    [...first.items].map((one: Person) => one.open_minor).sort((a, b) => b - a),
  )

  // The rule is mended, and the trial computed again.
  const { items: components } = (await admin.ask('GET', '/api/payroll/components/')).body
  const tds = components.find((one: { code: string }) => one.code === 'TDS')
  const put = await admin.ask('PUT', '/api/payroll/components/', {
    items: [{ ...tds, method: 'percent', rate_ppm: 100_000, base: ['GROSS'], one_off: false }],
  })
  expect(put.status).toBe(200)
  const again = await admin.ask('POST', `/api/payroll/runs/${runId}/recompute`)
  await admin.until(`/api/tasks/${again.body.task_id}/`, (answer) => answer.body.successful)
  const second = await sheet()
  expect(second.gone).toMatchObject({ since_version: 1 })
  expect(second.gone.cells).toBeGreaterThan(checked.counts.rows - 5)
  expect(column(second, 'TDS').open).toBeLessThanOrEqual(2) // only in the run, only in the sheet

  // The row that is wrong in the sheet is accepted with its reason, and opens to the number's own explanation.
  const wrong = second.items.find(
    (one: Person) => one.side === 'both' && one.cells.some((cell) => cell.state === 'open'),
  )
  expect(wrong.cells.filter((cell: Cell) => cell.state === 'open')).toMatchObject([{ difference_minor: -50_000 }])
  const explained = await admin.ask('GET', `/api/payroll/slips/${wrong.slip_id}/explain/BASE`)
  expect(explained.body.line.amount_minor).toBe(wrong.cells.find((cell: Cell) => cell.state === 'open').office_minor)
  const accepted = await admin.ask('POST', `/api/payroll/runs/${runId}/sheet/accepted`, {
    who: wrong.who,
    because: 'Bonus typed into the basic pay',
  })
  expect(accepted).toMatchObject({ status: 200, body: { accepted: 1 } })
  const third = await sheet('&show=accepted')
  expect(third.items).toMatchObject([{ who: wrong.who, open_minor: 0 }])

  const csv = await admin.ask('GET', `/api/exports/pay-sheet.csv?id=${runId}`)
  const lines = String(csv.body).trim().split('\r\n')
  expect(lines).toHaveLength(1 + third.counts.all * third.columns.length)
  expect(lines.filter((line) => line.includes('Bonus typed into the basic pay'))).toHaveLength(1)
}, 120_000)

test('nobody is paid, mailed or counted by it', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const refused = await admin.ask('POST', `/api/payroll/runs/${runId}/approve`, {})
  expect([refused.status, refused.body.error.code]).toEqual([409, 'payroll.trial_is_never_paid'])
  for (const path of ['send', 'paid']) {
    expect((await admin.ask('POST', `/api/payroll/runs/${runId}/${path}`, {})).status).toBe(409)
  }
  expect((await admin.ask('GET', `/api/payroll/runs/${runId}/bank-file?format=csv`)).status).toBe(409)
  expect((await admin.ask('GET', '/api/payroll/years/2019')).body.items).toEqual([])
  expect((await admin.ask('GET', '/api/outbox')).body.items).toEqual([])
  const { needs } = (await admin.ask('GET', '/api/today')).body
  expect(JSON.stringify(needs ?? [])).not.toContain(`"run_id":${runId}`)
  expect((await admin.ask('GET', '/api/audit/verify')).body).toMatchObject({ ok: true })
})
