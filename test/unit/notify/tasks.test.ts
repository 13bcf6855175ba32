import { afterEach, beforeEach, expect, test } from 'vitest'
import { onTaskFailed } from '../../../jobs/notify'
import { unseenNotices } from '../../../jobs/shared/notices'
import { OfficeSetting } from '../../../jobs/shared/setting-schemas'
import { readSetting, writeSetting } from '../../../jobs/shared/settings'
import { type MailOffice, mailOffice } from '../../support/mail-office'
import { closedPort, type SmtpHost, startSmtp } from '../../support/smtp'

let smtp: SmtpHost
let office: MailOffice
beforeEach(async () => {
  smtp = await startSmtp()
  office = await mailOffice({ host: smtp.host, port: smtp.port })
})
afterEach(async () => {
  await office.engine.stop(2_000)
  await smtp.close()
})

const run = async (task: string, args: Record<string, unknown>) => {
  const { taskId } = await office.engine.enqueue(task, args)
  return office.engine.finished(taskId)
}
const guideMail = (change: Record<string, unknown>) => ({
  subject: 'Welcome to SSync',
  message: 'Your account has been created.',
  recipient_list: ['user@example.com'],
  from_email: 'noreply@yourdomain.com',
  ...change,
})

test('the guide’s mail task sends under the guide’s own name', async () => {
  expect(await run('users.tasks.send_email_async', guideMail({}))).toMatchObject({
    result: { queued: 1, warnings: [] },
  })
  await smtp.arrived(1)
  expect(smtp.received[0]).toMatchObject({
    envelopeFrom: 'noreply@yourdomain.com',
    envelopeTo: ['user@example.com'],
    subject: 'Welcome to SSync',
    text: expect.stringContaining('Your account has been created.'),
  })
})

test('each recipient gets a mail of their own; bad addresses are named, and the good proceed', async () => {
  const recipient_list = ['a@example.org', 'b,c@example.org', ' A@example.org ', 'nobody', 'd@example.org']
  const { result } = await run('mail.send_email', guideMail({ recipient_list }))
  expect(result).toMatchObject({
    queued: 2,
    warnings: [
      { found: 'b,c@example.org', reason: { code: 'email.several' } },
      { found: 'nobody', reason: { code: 'email.no_at' } },
    ],
  })
  await smtp.arrived(2)
  expect(smtp.received.map(({ envelopeTo }) => envelopeTo)).toEqual(
    expect.arrayContaining([['a@example.org'], ['d@example.org']]),
  )
})

test('a mail without one good address fails in words', async () => {
  expect(await run('mail.send_email', guideMail({ recipient_list: ['a b'] }))).toMatchObject({
    state: 'FAILURE',
    error: { code: 'notify.no_good_recipient', params: { found: 'a b' } },
  })
})

test('a sender or subject that would break the header is refused', async () => {
  expect(await run('mail.send_email', guideMail({ subject: 'Hi\r\nBcc: x@y.org' }))).toMatchObject({
    error: { code: 'outbox.unsafe_header' },
  })
  expect(await run('mail.send_email', guideMail({ from_email: 'me, you@y.org' }))).toMatchObject({
    error: { code: 'email.several' },
  })
  expect(office.all()).toEqual([])
})

test('the test button says that the server took the mail', async () => {
  expect(await run('notify.test_mail', { to: 'me@example.org' })).toMatchObject({
    state: 'SUCCESS',
    result: { ok: true, phase: null, reply: '250 queued as 1' },
  })
  expect(smtp.received[0]).toMatchObject({ envelopeTo: ['me@example.org'], subject: 'Test mail from Test office' })
  expect(office.all()).toEqual([])
})

test('the test button says at which step the server refused, in its words', async () => {
  smtp.behave('refuse_recipient')
  expect(await run('notify.test_mail', { to: 'me@example.org' })).toMatchObject({
    result: { ok: false, phase: 'recipient', reply: '550 5.1.1 <me@example.org> no such mailbox' },
  })
  await office.set({ port: await closedPort() })
  expect(await run('notify.test_mail', { to: 'me@example.org' })).toMatchObject({
    result: { ok: false, phase: 'connect', reason: { code: 'notify.smtp_connection_refused' } },
  })
  await office.set({ host: '' })
  expect(await run('notify.test_mail', { to: 'me@example.org' })).toMatchObject({
    state: 'FAILURE',
    error: { code: 'notify.not_sent_no_server' },
  })
})

/** A task that has failed, told as the engine tells it. */
async function fail(): Promise<number> {
  const { taskId, error } = await run('mail.send_email', guideMail({ recipient_list: ['nobody'] }))
  if (!error) throw new Error('it did not fail')
  await office.engine.write('system', (write) =>
    onTaskFailed(write, { taskId, task: 'mail.send_email', reason: error }),
  )
  return taskId
}
const tellOwner = () =>
  office.engine.write('user:1', (write) =>
    writeSetting(
      write,
      'office',
      OfficeSetting.parse({ ...readSetting(office.db, 'office'), notification_address: 'owner@example.org' }),
    ),
  )

test('what fails leaves a line for Today', async () => {
  const taskId = await fail()
  expect(unseenNotices(office.db)).toMatchObject([
    {
      kind: 'failure',
      reason: { code: 'notify.task_failed', params: { task: 'mail.send_email' } },
      entity: `task:${taskId}`,
    },
  ])
  expect(office.all()).toEqual([])
})

test('failures are mailed to the owner together, a minute after the first and then once an hour', async () => {
  await tellOwner()
  const [first, second] = [await fail(), await fail()]
  office.clock.advance(60_000)
  await smtp.arrived(1)
  expect(smtp.received[0]).toMatchObject({
    envelopeTo: ['owner@example.org'],
    subject: 'Test office: 2 tasks have failed',
    text: expect.stringContaining(`mail.send_email (task ${first})`),
  })
  expect(smtp.received[0]?.text).toContain(`task ${second}`)
  expect(smtp.received[0]?.text).toContain('notify.no_good_recipient')

  const third = await fail()
  office.clock.advance(30 * 60_000)
  await run('notify.deliver_waiting', { after: 9_999 })
  expect(smtp.received).toHaveLength(1)
  office.clock.advance(30 * 60_000)
  await smtp.arrived(2)
  expect(smtp.received[1]).toMatchObject({ subject: 'Test office: a task has failed' })
  expect(smtp.received[1]?.text).toContain(`task ${third}`)
  expect(smtp.received[1]?.text).not.toContain(`(task ${first})`)
})

test('a digest that cannot be delivered is not followed by a digest about it', async () => {
  await tellOwner()
  smtp.behave('refuse_recipient')
  await fail()
  office.clock.advance(60_000)
  const digest = await new Promise<number>((resolve) => {
    const stop = office.engine.onEvent(() => {
      const [mail] = office.all()
      if (mail?.state !== 'failed') return
      stop()
      resolve(mail.task_id ?? 0)
    })
  })
  const { error } = await office.engine.finished(digest)
  if (!error) throw new Error('it did not fail')
  await office.engine.write('system', (write) =>
    onTaskFailed(write, { taskId: digest, task: 'notify.deliver_mail', reason: error }),
  )
  const waiting = office.db.prepare("select count(*) from task where state in ('ready', 'waiting')").pluck().get()
  expect(waiting).toBe(0)
})
