import fs from 'node:fs'
import { expect, test } from 'vitest'
import { Administrator } from '../support/administrator'
import { realFile, whyMissing } from '../support/real-file'
import { startSmtp } from '../support/smtp'

const salaryFile = realFile('data/people/HRDataset_v14.csv')
const missing = whyMissing(salaryFile)

const JANUARY = { year: 2019, month: 'JAN', salary_period: 'annual' }
const PERIOD = { start_date: '2019-01-01', end_date: '2019-01-31', period_type: 'monthly', status: 'active' }

test('a real salary file becomes 206 payslips in 206 mailboxes', async ({ skip }) => {
  skip(missing !== '', missing)
  const smtp = await startSmtp()
  const admin = await Administrator.sitsDown({ now: '2019-02-01T09:00:00Z' })
  await admin.setsUpMail(smtp)

  const checked = await admin.drops({ name: 'salaries.csv', bytes: fs.readFileSync(salaryFile) }, 'salaries', JANUARY)
  expect(checked.questions).toEqual([])
  expect(checked.state).toBe('checked')
  expect(checked.counts).toMatchObject({ rows: 310, create: 310, error: 0 })
  expect(checked.warnings.filter((one: { column: string }) => one.column === checked.mapping.salary)).toHaveLength(1)
  await admin.applies(checked.import_id)

  // The addresses come in a second file, by number only.
  const employees = await admin.ask('GET', '/api/employees?limit=500')
  expect(employees.body.items).toHaveLength(310)
  const numbers: string[] = employees.body.items.map((one: { external_ref: string }) => one.external_ref)
  const addresses = ['EmpID,E-mail', ...numbers.map((number) => `${number},e${number}@office.example`)].join('\n')
  const second = await admin.drops({ name: 'addresses.csv', bytes: addresses }, 'employees')
  expect(second.counts).toMatchObject({ rows: 310, update: 310, create: 0, error: 0 })
  await admin.applies(second.import_id)

  const periodId = await admin.createsPeriod(PERIOD)
  const started = await admin.ask('POST', `/api/payroll/periods/${periodId}/run`, { force: true })
  expect(started.status).toBe(202)
  const draft = await admin.seesDraft(periodId)
  const slips = async () => (await admin.ask('GET', `/api/payroll/runs/${draft.id}/slips`)).body.items
  const first = await slips()
  expect(first).toHaveLength(206)
  const errors = first.filter((slip: { status: string }) => slip.status === 'error')
  expect(errors).toHaveLength(1)

  const blocked = await admin.approves(draft.id)
  expect(blocked.status).toBe(409)
  expect(blocked.body.error.message).toContain(errors[0].employee.name)

  const typed = { base_minor: 500_000, from: '2019-01-01' }
  expect((await admin.ask('PATCH', `/api/employees/${errors[0].employee.id}`, typed)).status).toBe(200)
  await admin.ask('POST', `/api/payroll/periods/${periodId}/run`, { force: true })
  await admin.until(
    `/api/payroll/runs/${draft.id}/slips`,
    ({ body }) => body.items.length === 206 && body.items.every((slip: { status: string }) => slip.status === 'ok'),
  )
  for (const slip of await slips()) {
    const sum = (kind: string) =>
      slip.lines
        .filter((line: { kind: string }) => line.kind === kind)
        .reduce((total: number, line: { amount_minor: number }) => total + line.amount_minor, 0)
    expect(slip.gross_minor).toBe(sum('earning'))
    expect(slip.net_minor).toBe(sum('earning') - sum('deduction'))
  }

  expect((await admin.approves(draft.id)).status).toBe(200)
  await admin.sends(draft.id)
  await admin.until('/api/outbox?state=accepted&limit=1', () => smtp.received.length >= 206)
  await admin.until('/api/outbox?state=sending&limit=1', ({ body }) => body.items.length === 0)
  expect(await admin.outbox('accepted')).toHaveLength(206)
  expect(new Set(smtp.received.map((mail) => mail.envelopeTo[0])).size).toBe(206)
  expect(smtp.received).toHaveLength(206)

  const audit = await admin.ask('GET', '/api/audit/verify')
  expect(audit.body).toMatchObject({ ok: true, first_bad: null })
  await admin.leaves()
  await smtp.close()
})

test('a computer asleep over the due instant runs the period once, on waking, and says why it was late', async ({
  skip,
}) => {
  skip(missing !== '', missing)
  const admin = await Administrator.sitsDown({ now: '2019-01-26T12:00:00Z' })
  const checked = await admin.drops({ name: 'salaries.csv', bytes: fs.readFileSync(salaryFile) }, 'salaries', JANUARY)
  await admin.applies(checked.import_id)
  const rule = { days_before_end: 3, cron: '0 2 * * *' }
  const periodId = await admin.createsPeriod({ ...PERIOD, automation_enabled: true, automation_rule: rule })
  const period = await admin.ask('GET', `/api/payroll/periods/${periodId}/`)
  expect(Date.parse(period.body.due_at)).toBeGreaterThan(Date.parse('2019-01-27T00:00:00Z'))
  expect(period.body.runs).toEqual([])

  await admin.ask('POST', '/api/test/sleep', { seconds: 5 * 86_400 })
  const draft = await admin.seesDraft(periodId)
  expect(draft).toMatchObject({ employees: 206, status: 'draft' })
  const again = await admin.ask('GET', `/api/payroll/periods/${periodId}/`)
  expect(again.body.runs).toHaveLength(1)

  const schedules = await admin.ask('GET', '/api/schedules/')
  const owned = schedules.body.items.find((one: { name: string }) => one.name === `payroll period ${periodId}`)
  const schedule = await admin.ask('GET', `/api/schedules/${owned.id}`)
  expect(schedule.body.occurrences).toHaveLength(1)
  expect(schedule.body.occurrences[0].reason.code).toBe('schedule.caught_up')
  const tasks = await admin.ask('GET', '/api/tasks?task=payroll.process_payroll_period')
  expect(tasks.body.items).toHaveLength(1)
  await admin.leaves()
})
