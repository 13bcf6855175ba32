import { afterAll, beforeAll, expect, test } from 'vitest'
import { Administrator } from '../support/administrator'
import { IBANS, ROUTINGS } from '../unit/payroll/bank/bank-file-builders'

let admin: Administrator
let runId = 0

const EMPLOYEES = [
  'employee number,name,IBAN,BIC,routing number,bank account number',
  `1,Ana Example,${IBANS[0]},COBADEFFXXX,,`,
  `2,Bruno Example,${IBANS[1]},,,`,
].join('\n')

beforeAll(async () => {
  admin = await Administrator.sitsDown({ now: '2026-01-28T09:00:00Z' })
  await admin.ask('PUT', '/api/settings/office', { name: 'Example', currency: 'EUR', zone: 'Europe/Lisbon' })
  const pay = 'employee number,name,salary\n1,Ana Example,2000\n2,Bruno Example,3000.55'
  const salaries = await admin.drops({ name: 'pay.csv', bytes: pay }, 'salaries', { year: 2026, month: 1 })
  await admin.applies(salaries.import_id)
  const accounts = await admin.drops({ name: 'people.csv', bytes: EMPLOYEES }, 'employees')
  expect(accounts).toMatchObject({ state: 'checked', counts: { rows: 2, update: 2, error: 0 } })
  await admin.applies(accounts.import_id)
  const period = { start_date: '2026-01-01', end_date: '2026-01-31', period_type: 'monthly', status: 'active' }
  const periodId = await admin.createsPeriod(period)
  await admin.ask('POST', `/api/payroll/periods/${periodId}/run`, { force: true })
  runId = (await admin.seesDraft(periodId)).id
}, 60_000)
afterAll(() => admin.leaves())

async function download(path: string): Promise<{ status: number; name: string; text: string }> {
  const answer = await fetch(`${admin.at.address}${path}`, { headers: { authorization: `Bearer ${admin.at.token}` } })
  const name = /filename="([^"]*)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? ''
  return { status: answer.status, name, text: await answer.text() }
}
const bankFile = (query: string) => download(`/api/payroll/runs/${runId}/bank-file?${query}`)

test('a run is paid over REST: refused in words until it can be, then once, then as a duplicate', async () => {
  expect(await bankFile('format=pain.001.001.03')).toMatchObject({ status: 409 }) // not approved
  await admin.approves(runId)
  const withoutIban = await bankFile('format=pain.001.001.03')
  expect([withoutIban.status, JSON.parse(withoutIban.text).error.code]).toEqual([409, 'bank.office_no_iban'])
  const saved = await admin.ask('PUT', '/api/settings/bank', { iban: IBANS[2] })
  expect([saved.status, saved.body.iban]).toEqual([200, IBANS[2]])
  const wrong = await admin.ask('PUT', '/api/settings/bank', { iban: 'ES9121000418450200051333' })
  expect([wrong.status, wrong.body.error.code]).toEqual([422, 'bank.office_iban'])

  const first = await bankFile('format=pain.001.001.03')
  expect([first.status, first.name]).toEqual([200, `PAY-2026-01-R${runId}.xml`])
  expect(first.text).toContain('<CtrlSum>5000.55</CtrlSum>')
  expect(first.text).toContain('<BIC>COBADEFFXXX</BIC>')
  const second = await bankFile('format=csv')
  expect(second.name).toBe(`PAY-2026-01-R${runId}-DUPLICATE-2.csv`)
  expect(second.text).toContain(`,Ana Example,${IBANS[0]},COBADEFFXXX,,2000.00,EUR,`)

  const { items } = (await admin.ask('GET', '/api/audit?limit=1000')).body
  const actions = items.map((entry: { action: string }) => entry.action)
  expect(actions.filter((action: string) => action.startsWith('payroll.bank_file'))).toEqual([
    'payroll.bank_file_exported',
    'payroll.bank_file_exported_duplicate',
  ])
  const out = (await admin.ask('GET', `/api/payroll/runs/${runId}/pay-out`)).body
  expect(out).toMatchObject({ payments: 2, control_minor: 500_055, findings: [], office_faults: [] })
  const made = out.files.find((file: { no: number }) => file.no === 1)
  expect((await download(`/api/payroll/bank-files/${made.id}`)).text).toBe(first.text)
})

test('an account that a file changes waits for a word, and so do the accounts of a person who cannot be paid so', async () => {
  const csv = `employee number,routing number,bank account number\n2,${ROUTINGS[0]},12345`
  const { import_id } = await admin.drops({ name: 'us.csv', bytes: csv }, 'employees')
  await admin.applies(import_id)
  const { body } = await admin.ask('GET', `/api/payroll/runs/${runId}/changed-accounts`)
  expect(body.items).toMatchObject([{ name: 'Bruno Example', before: 'FR…2606', confirmed: false }])
  const asked = async () => JSON.parse((await bankFile('format=pain.001.001.03')).text).error
  expect((await asked()).message).toBe(
    'The bank account of Bruno Example was changed, and nobody has confirmed the new one.',
  )
  await admin.ask('POST', '/api/payroll/confirm-accounts', { employee_ids: [body.items[0].employee_id] })
  expect((await asked()).message).toBe('Bruno Example has no IBAN, which a pain.001.001.03 file needs.')
})
