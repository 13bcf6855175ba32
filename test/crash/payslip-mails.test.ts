import { expect, test } from 'vitest'
import { Administrator } from '../support/administrator'
import { startSmtp } from '../support/smtp'

/**
 * An office that is killed while it mails its payslips: nobody gets one twice, everybody's is accepted or `unknown`, and
 * `unknown` is only what was in a conversation when the plug was pulled or whose answer the server never gave.
 */
const STAFF = Number(process.env.DAYBOOK_MAILS ?? 150)
/** A kill about every 300 mails. */
const KILLS = Math.max(5, Math.round(STAFF / 300))
/** So many conversations are open at once. */
const LANE = 8
const LOST = [3, 57, 101]
/** All of it takes 42 s for 5,000 on a quiet computer of two cores; a busy one takes many times that. */
const LIMIT_MS = 280_000 + STAFF * 150
/** So many arrive whatever the kills cut off. */
const SURE = STAFF - KILLS * LANE - LOST.length

const address = (index: number) => `p${index}@office.example`
const FILE = [
  'Employee number,Name,Salary,Hire date,E-mail',
  ...Array.from({ length: STAFF }, (_, i) => `${1000 + i},Person ${i},${1000 + i}.00,2018-05-01,${address(i)}`),
].join('\n')

test(
  `${STAFF} payslip mails under ${KILLS} kills: none twice, none lost, lost replies unknown`,
  async () => {
    const smtp = await startSmtp()
    const lost = new Set(LOST.map(address))
    smtp.behave((recipient) => (lost.has(recipient) ? 'drop_after_data' : 'accept'))
    const admin = await Administrator.sitsDown({ now: '2019-01-29T10:00:00Z' })
    await admin.setsUpMail(smtp)
    const checked = await admin.drops({ name: 'salaries.csv', bytes: FILE }, 'salaries', { year: 2019, month: 1 })
    await admin.applies(checked.import_id)
    const period = { start_date: '2019-01-01', end_date: '2019-01-31', period_type: 'monthly', status: 'active' }
    const periodId = await admin.createsPeriod(period)
    await admin.ask('POST', `/api/payroll/periods/${periodId}/run`, { force: true })
    const draft = await admin.seesDraft(periodId)
    expect(draft.employees).toBe(STAFF)
    expect((await admin.approves(draft.id)).status).toBe(200)

    await admin.ask('POST', '/api/queues/notifications/pause')
    await admin.sends(draft.id)
    expect(await admin.outbox('queued')).toHaveLength(STAFF)
    const queuedAt = performance.now()
    await admin.ask('POST', '/api/queues/notifications/resume')
    for (let kill = 1; kill <= KILLS; kill++) {
      await smtp.arrived(Math.floor((SURE * kill) / (KILLS + 1)))
      await admin.at.kill()
      await admin.ask('GET', '/api/health/')
    }
    expect(admin.restarts).toBe(KILLS)
    for (const state of ['queued', 'sending']) {
      await admin.until(`/api/outbox?state=${state}&limit=1`, ({ body }) => body.items.length === 0)
    }

    const seconds = (performance.now() - queuedAt) / 1000
    const accepted = await admin.outbox('accepted')
    const unknown = await admin.outbox('unknown')
    expect(accepted.length + unknown.length).toBe(STAFF)
    const reached = smtp.received.map((mail) => mail.envelopeTo[0])
    expect(new Set(reached).size, 'nobody gets a payslip twice').toBe(reached.length)
    const got = new Set(reached)
    expect(accepted.filter((mail) => !got.has(mail.to.replace(/^.*<|>$/g, '')))).toEqual([])
    const ofUnknown = unknown.map((mail) => mail.to.replace(/^.*<|>$/g, ''))
    expect([...lost].filter((one) => !ofUnknown.includes(one))).toEqual([])
    expect(unknown.length).toBeLessThanOrEqual(lost.size + KILLS * LANE)
    console.log(
      `mails: ${STAFF} payslip mails under ${KILLS} kills in ${seconds.toFixed(1)} s (${Math.round(STAFF / seconds)} a second, restarts and all): ${accepted.length} accepted, ${unknown.length} unknown, ${reached.length - new Set(reached).size} twice`,
    )
    expect((await admin.ask('GET', '/api/audit/verify')).body).toMatchObject({ ok: true })
    await admin.leaves()
    await smtp.close()
  },
  LIMIT_MS,
)
