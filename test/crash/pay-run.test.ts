import { expect, test } from 'vitest'
import { type FaultPoint, PAY_RUN_POINTS } from '../../jobs/values/faults'
import { Administrator } from '../support/administrator'
import { type SmtpHost, startSmtp } from '../support/smtp'

/**
 * The plug is pulled at each named point in the path of a pay run: a real office process ends by SIGKILL, is started again
 * on what is left, and the administrator goes on. Whatever the point: nothing lost, nothing twice.
 */
const STAFF = 6
const START = '2019-01-20T10:00:00Z'
const AFTER_DUE = '2019-01-29T10:00:00Z'
const FILE = [
  'Employee number,Name,Department,Salary,Hire date,E-mail',
  ...Array.from(
    { length: STAFF },
    (_, i) => `${100 + i},Person ${i},Office,${1000 + i}.00,2018-05-01,p${i}@office.example`,
  ),
].join('\n')
const GROSS_MINOR = Array.from({ length: STAFF }, (_, i) => 100_000 + i * 100).reduce((sum, one) => sum + one, 0)
const PERIOD = {
  start_date: '2019-01-01',
  end_date: '2019-01-31',
  period_type: 'monthly',
  status: 'active',
  automation_enabled: true,
  automation_rule: { days_before_end: 3, cron: '0 2 * * *' },
}
/** The message may have reached the server, and nobody can know: it is `unknown` and asks. */
const MAY_BE_UNKNOWN: FaultPoint[] = ['mail.before_data', 'mail.after_data', 'mail.accepted_before_commit']

test.each(PAY_RUN_POINTS)('killed at %s, the pay run loses nothing and does nothing twice', async (point) => {
  const smtp = await startSmtp()
  const admin = await Administrator.sitsDown({ now: START })
  await admin.setsUpMail(smtp)
  await admin.ask('POST', '/api/test/fault', { point, action: 'kill' })
  await payRun(admin)
  console.log(`killed at ${point}: ${admin.restarts} restart${admin.restarts === 1 ? '' : 's'}`)
  expect(admin.restarts, `${point} was not reached`).toBe(1)
  await checkLaws(admin, smtp, point)
  await admin.leaves()
  await smtp.close()
})

async function payRun(admin: Administrator): Promise<void> {
  const checked = await admin.drops({ name: 'salaries.csv', bytes: FILE }, 'salaries', { year: 2019, month: 1 })
  await admin.applies(checked.import_id)
  const periodId = await admin.createsPeriod(PERIOD)
  admin.clock = AFTER_DUE
  await admin.ask('POST', '/api/test/clock', { now: AFTER_DUE })
  const draft = await admin.seesDraft(periodId)
  const approved = await admin.approves(draft.id)
  expect([200, 409]).toContain(approved.status) // 409: it was written, only the answer was lost
  await admin.sends(draft.id)
  await admin.until('/api/outbox?limit=200', ({ body }) => {
    const ends = body.items.filter((mail: { state: string }) => ['accepted', 'unknown'].includes(mail.state))
    return ends.length >= STAFF && body.items.length === ends.length
  })
}

async function checkLaws(admin: Administrator, smtp: SmtpHost, point: FaultPoint): Promise<void> {
  const employees = await admin.ask('GET', '/api/employees?limit=500')
  expect(employees.body.items).toHaveLength(STAFF)
  const periods = await admin.ask('GET', '/api/payroll/periods/')
  expect(periods.body.items).toHaveLength(1)
  expect(periods.body.items[0].runs).toMatchObject([{ status: 'approved', employees: STAFF, gross_minor: GROSS_MINOR }])

  const slips = await admin.ask('GET', `/api/payroll/runs/${periods.body.items[0].runs[0].id}/slips`)
  expect(slips.body.items).toHaveLength(STAFF)
  const mails = (await admin.ask('GET', '/api/outbox?limit=200')).body.items
  expect(mails).toHaveLength(STAFF)
  expect(new Set(mails.map((mail: { to: string }) => mail.to)).size).toBe(STAFF)
  const unknown = mails.filter((mail: { state: string }) => mail.state === 'unknown')
  if (!MAY_BE_UNKNOWN.includes(point)) expect(unknown).toEqual([])
  const reached = smtp.received.map((mail) => mail.envelopeTo[0])
  expect(new Set(reached).size, 'nobody gets a payslip twice').toBe(reached.length)
  for (const mail of mails.filter((one: { state: string }) => one.state === 'accepted'))
    expect(reached.some((address) => mail.to.includes(address))).toBe(true)

  for (const state of ['PENDING', 'STARTED', 'PROGRESS', 'RETRY', 'FAILURE']) {
    const stuck = await admin.until(`/api/tasks?state=${state}`, ({ body }) =>
      state !== 'FAILURE' && body.items.length ? null : body,
    )
    expect(stuck.items, `${state} tasks`).toEqual([])
  }
  const audit = await admin.ask('GET', '/api/audit/verify')
  expect(audit.body).toMatchObject({ ok: true, first_bad: null })
  const verified = await admin.ask('POST', '/api/rpc/office.verify', {})
  expect(verified.body).toMatchObject({ ok: true })
}
