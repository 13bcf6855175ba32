import { afterEach, beforeEach, expect, test } from 'vitest'
import { actOnOutbox, deliverWaiting } from '../../../jobs/notify'
import { verifyAudit } from '../../../jobs/shared/audit'
import { type Instant, instant } from '../../../jobs/values/time'
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

const taskOf = (id: number) => office.mail(id).task_id ?? 0
const finished = (id: number) => office.engine.finished(taskOf(id))
const errorOf = (id: number) => office.mail(id).error_code

test('a queued mail arrives, and the server’s word stands in the outbox', async () => {
  const id = await office.queue()
  expect(await finished(id)).toMatchObject({ state: 'SUCCESS', result: { outbox_id: id, state: 'accepted' } })
  expect(office.mail(id)).toMatchObject({
    state: 'accepted',
    attempts: 1,
    smtp_reply: '250 queued as 1',
    error_code: null,
  })
  expect(smtp.received[0]).toMatchObject({
    envelopeFrom: 'office@example.org',
    envelopeTo: ['ana@example.org'],
    subject: 'Hello',
    to: 'Ana <ana@example.org>',
    messageId: office.mail(id).message_id,
  })
  expect(verifyAudit(office.db, null)).toMatchObject({ ok: true })
})

test('twenty mails are each delivered once', async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, () => office.queue()))
  await Promise.all(ids.map(finished))
  expect(smtp.received).toHaveLength(20)
  expect(new Set(smtp.received.map(({ messageId }) => messageId)).size).toBe(20)
})

test('a refused recipient is a failure with the server’s words; the others go on', async () => {
  smtp.behave((recipient) => (recipient === 'gone@example.org' ? 'refuse_recipient' : 'accept'))
  const [bad, good] = [await office.queue({ to: { name: null, address: 'gone@example.org' } }), await office.queue()]
  expect(await finished(bad)).toMatchObject({ state: 'FAILURE', error: { code: 'notify.smtp_refused_recipient' } })
  expect(office.mail(bad)).toMatchObject({
    state: 'failed',
    smtp_reply: '550 5.1.1 <gone@example.org> no such mailbox',
    attempts: 1,
  })
  await finished(good)
  expect(office.mail(good).state).toBe('accepted')
})

test('what may pass is tried again after 1, 2 and 4 minutes, with one message id, and then has failed', async () => {
  smtp.behave('greylist')
  const id = await office.queue()
  for (const [tries, minutes] of [
    [1, 1],
    [2, 2],
    [3, 4],
  ] as const) {
    await attemptsEnded(id, tries)
    expect(office.mail(id)).toMatchObject({ state: 'queued', smtp_reply: '451 4.7.1 greylisted, come back later' })
    office.clock.advance(minutes * 60_000)
  }
  expect(await finished(id)).toMatchObject({ state: 'FAILURE' })
  expect(office.mail(id)).toMatchObject({ state: 'failed', attempts: 4, error_code: 'notify.smtp_put_off' })
  expect(smtp.received).toEqual([])
})

test('between two tries a mail can be cancelled', async () => {
  smtp.behave('greylist')
  const id = await office.queue()
  await attemptsEnded(id, 1)
  await office.engine.write('user:1', (write) => actOnOutbox(write, 'cancel', { ids: [id] }))
  smtp.behave('accept')
  office.clock.advance(60_000)
  expect(await finished(id)).toMatchObject({ state: 'SUCCESS', result: { state: 'cancelled' } })
  expect(smtp.received).toEqual([])
})

test('a server that is back at the second try gets the mail', async () => {
  smtp.behave('busy_after_data')
  const id = await office.queue()
  await attemptsEnded(id, 1)
  smtp.behave('accept')
  office.clock.advance(60_000)
  await finished(id)
  expect(office.mail(id)).toMatchObject({ state: 'accepted', attempts: 2 })
  expect(new Set(smtp.received.map(({ messageId }) => messageId)).size).toBe(1)
})

test.each(['drop_after_data', 'hang_after_data'] as const)(
  'after “%s” the mail is unknown and nobody sends it again',
  async (behaviour) => {
    smtp.behave(behaviour)
    await office.set({ timeout_seconds: 1 })
    const id = await office.queue()
    expect(await finished(id)).toMatchObject({ state: 'SUCCESS', result: { state: 'unknown' } })
    expect(office.mail(id)).toMatchObject({ state: 'unknown', error_code: 'notify.no_reply_after_data' })
    office.clock.advance(3_600_000)
    await office.engine.write('user:1', deliverWaiting)
    await settled()
    expect(smtp.connections()).toBe(1)
  },
)

test('a person can send an unknown mail again, under the same message id', async () => {
  smtp.behave('drop_after_data')
  const id = await office.queue()
  await finished(id)
  smtp.behave('accept')
  await office.engine.write('user:1', (write) => actOnOutbox(write, 'resend', { ids: [id] }))
  await finished(id)
  expect(office.mail(id)).toMatchObject({ state: 'accepted', attempts: 2 })
  expect(smtp.received.map(({ messageId }) => messageId)).toEqual([
    office.mail(id).message_id,
    office.mail(id).message_id,
  ])
})

test('nothing answers at the port: the mail waits for its next try', async () => {
  await office.set({ port: await closedPort() })
  const id = await office.queue()
  await attemptsEnded(id, 1)
  expect(errorOfTask(id)).toMatchObject({ code: 'notify.smtp_connection_refused' })
  await office.set({ port: smtp.port })
  office.clock.advance(60_000)
  await finished(id)
  expect(office.mail(id).state).toBe('accepted')
})

test('without a server mail waits, and goes as soon as one is set up', async () => {
  await office.set({ host: '' })
  const id = await office.queue()
  expect(office.mail(id)).toMatchObject({ state: 'queued', task_id: null })
  expect(await office.engine.write('user:1', deliverWaiting)).toBe(false)
  await office.set({ host: smtp.host })
  await office.engine.write('user:1', deliverWaiting)
  await office.reaches(id, 'accepted')
  expect(smtp.received).toHaveLength(1)
})

test('the hold of the setting keeps a mail for its minutes; it can be recalled until then', async () => {
  await office.set({ hold_minutes: 10 })
  const [kept, sent] = [await office.queue(), await office.queue()]
  expect(office.mail(kept)).toMatchObject({ state: 'held' })
  await office.engine.write('user:1', (write) => actOnOutbox(write, 'cancel', { ids: [kept] }))
  office.clock.advance(10 * 60_000)
  await finished(sent)
  await finished(kept)
  expect(office.mail(kept)).toMatchObject({ state: 'cancelled', attempts: 0 })
  expect(smtp.received).toHaveLength(1)
})

test('a mail that somebody holds stays until somebody releases it', async () => {
  await office.set({ hold_minutes: 1 })
  const id = await office.queue()
  await office.engine.write('user:1', (write) => actOnOutbox(write, 'hold', { ids: [id] }))
  office.clock.advance(86_400_000)
  await finished(id)
  expect(office.mail(id).state).toBe('held')
  await office.engine.write('user:1', (write) => actOnOutbox(write, 'release', { ids: [id] }))
  await office.reaches(id, 'accepted')
})

test('a mail released early goes once, though its task for later comes too', async () => {
  await office.set({ hold_minutes: 10 })
  const id = await office.queue()
  const planned = taskOf(id)
  await office.engine.write('user:1', (write) => actOnOutbox(write, 'release', { ids: [id] }))
  await office.reaches(id, 'accepted')
  office.clock.advance(10 * 60_000)
  await office.engine.finished(planned)
  expect(smtp.received).toHaveLength(1)
})

test('a lot is recalled as one; what has gone stays gone', async () => {
  const gone = await office.queue({ taskId: 7 })
  await finished(gone)
  await office.set({ hold_minutes: 10 })
  for (let n = 0; n < 3; n++) await office.queue({ taskId: 7 })
  const answer = await office.engine.write('user:1', (write) => actOnOutbox(write, 'cancel', { origin: 'task:7' }))
  expect(answer).toEqual({ changed: 3, left: 0 })
  expect(office.all().map(({ state }) => state)).toEqual(['accepted', 'cancelled', 'cancelled', 'cancelled'])
})

test('what the server has accepted is neither cancelled nor sent again', async () => {
  const id = await office.queue()
  await finished(id)
  for (const action of ['cancel', 'resend', 'hold', 'release'] as const) {
    const click = office.engine.write('user:1', (write) => actOnOutbox(write, action, { ids: [id] }))
    await expect(click).rejects.toMatchObject({ code: `outbox.cannot_${action}` })
  }
})

test('over the daily cap mail waits for the office’s next day and says so', async () => {
  await office.set({ daily_cap: 2 })
  const ids = [await office.queue(), await office.queue(), await office.queue()]
  await Promise.all(ids.map(finished))
  const late = office.all().filter(({ state }) => state === 'queued')
  expect(late).toMatchObject([{ error_code: 'notify.not_sent_daily_cap', attempts: 0 }])
  expect(instant(late[0]?.not_before ?? 0)).toBe(Date.UTC(2026, 0, 3))
  office.clock.set(Date.UTC(2026, 0, 3, 0, 0, 1) as Instant)
  await office.reaches(late[0]?.id ?? 0, 'accepted')
  expect(smtp.received).toHaveLength(3)
})

test('a password that is wrong fails the mail; put back to work with the right one, the same task sends it', async () => {
  const guarded = await startSmtp({ accounts: { office: 'right' } })
  await office.set({ port: guarded.port, user: 'office', password: 'wrong' })
  const id = await office.queue()
  expect(await finished(id)).toMatchObject({ state: 'FAILURE', error: { code: 'notify.smtp_refused_sign_in' } })
  await office.set({ password: 'right' })
  await office.engine.retry(taskOf(id), 'user:1')
  await finished(id)
  expect(office.mail(id).state).toBe('accepted')
  await guarded.close()
})

test('the password is in no argument, result, log or audit entry', async () => {
  const guarded = await startSmtp({ accounts: { office: 'Tr0ub4dor&3' } })
  await office.set({ port: guarded.port, user: 'office', password: 'Tr0ub4dor&3' })
  await finished(await office.queue())
  await office.set({ port: await closedPort() })
  await attemptsEnded(await office.queue(), 1)
  for (const table of ['task', 'attempt', 'task_log', 'audit', 'audit_personal', 'outbox', 'setting']) {
    const rows = JSON.stringify(office.db.prepare(`select * from ${table}`).all())
    expect(rows).not.toContain('Tr0ub4dor')
  }
  await guarded.close()
})

test('without its password a mail fails in words and without a connection', async () => {
  await office.set({ user: 'office' })
  const id = await office.queue()
  await finished(id)
  expect(errorOf(id)).toBe('notify.not_sent_no_password')
  expect(smtp.connections()).toBe(0)
})

test('an attachment that is gone fails the mail in words', async () => {
  const sha256 = 'a'.repeat(64)
  office.db.prepare("insert into file values (?, 3, 'application/pdf', 'a.pdf', 0)").run(sha256)
  const id = await office.queue({ attachments: [{ sha256, name: 'a.pdf' }] })
  await finished(id)
  expect(office.mail(id)).toMatchObject({ state: 'failed', error_code: 'notify.not_sent_attachment_missing' })
})

test('revoking a delivery that waits keeps the mail, held', async () => {
  await office.set({ hold_minutes: 10 })
  const id = await office.queue()
  await office.engine.revoke(taskOf(id), { terminate: false }, 'user:1')
  expect(office.mail(id)).toMatchObject({ state: 'held', error_code: 'engine.revoked' })
  await office.engine.write('user:1', (write) => actOnOutbox(write, 'release', { ids: [id] }))
  await office.reaches(id, 'accepted')
})

/** Resolves when so many attempts at a mail's task have ended. */
function attemptsEnded(id: number, count: number): Promise<void> {
  const ended = office.db.prepare('select count(*) from attempt where task_id = ?').pluck()
  return new Promise((resolve) => {
    const look = () => {
      if ((ended.get(taskOf(id)) as number) < count) return
      stop()
      resolve()
    }
    const stop = office.engine.onEvent(look)
    look()
  })
}

const errorOfTask = (id: number) =>
  JSON.parse(office.db.prepare('select error from task where id = ?').pluck().get(taskOf(id)) as string)

/** Everything that was due has run. */
async function settled(): Promise<void> {
  const { taskId } = await office.engine.enqueue('notify.deliver_waiting', { after: 999_999 })
  await office.engine.finished(taskId)
}
