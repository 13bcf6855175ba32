import { afterAll, beforeAll, expect, test } from 'vitest'
import { Administrator } from '../support/administrator'
import { type SmtpBehaviour, type SmtpHost, startSmtp } from '../support/smtp'

// A mail server that refuses, hangs, or drops the line after DATA, each for one recipient of the same letter. The others
// get theirs, nothing is sent twice, and what became of each mail stands in the outbox in words.

let smtp: SmtpHost
let admin: Administrator
beforeAll(async () => {
  smtp = await startSmtp()
  admin = await Administrator.sitsDown({ now: '2025-02-03T09:00:00Z' })
  await admin.setsUpMail(smtp)
  await admin.ask('PUT', '/api/settings/mail', { timeout_seconds: 1 })
})
afterAll(async () => {
  await admin.leaves()
  await smtp.close()
})

type Case = { behaviour: SmtpBehaviour; state: string; message: RegExp; fix: RegExp }
const CASES: Record<string, Case> = {
  'refused@example.org': {
    behaviour: 'refuse_recipient',
    state: 'failed',
    message: /refused@example\.org|recipient|550/,
    fix: /address|again/i,
  },
  'spam@example.org': { behaviour: 'refuse_message', state: 'failed', message: /554/, fix: /.{10}/ },
  'hangs@example.org': {
    behaviour: 'hang_at_recipient',
    state: 'queued',
    message: /fell silent.*before the mail was sent/,
    fix: /again/,
  },
  'busy@example.org': { behaviour: 'busy_after_data', state: 'queued', message: /451/, fix: /again/ },
  'silent@example.org': {
    behaviour: 'hang_after_data',
    state: 'unknown',
    message: /no answer came back.*may have arrived/,
    fix: /Send it again only if it has not arrived/,
  },
  'dropped@example.org': {
    behaviour: 'drop_after_data',
    state: 'unknown',
    message: /no answer came back.*may have arrived/,
    fix: /Send it again only if it has not arrived/,
  },
}
const GOOD = ['good@example.org', 'well@example.org']

type Mail = { id: number; to: string; state: string; attempts: number; reason: { message: string; fix: string } | null }
const mails = async (): Promise<Map<string, Mail>> => {
  const { body } = await admin.ask('GET', '/api/outbox?limit=200')
  return new Map(body.items.map((mail: Mail) => [mail.to, mail]))
}
const settled = (state: string, wanted: string[]) =>
  admin.until('/api/outbox?limit=200', ({ body }) =>
    body.items.every((mail: Mail) => !wanted.includes(mail.to) || (mail.state === state && mail.attempts > 0)),
  )
const inboxes = () => smtp.received.map(({ envelopeTo }) => envelopeTo[0]).sort()

test('a server that refuses, hangs or drops after DATA loses no mail and gets none twice', async () => {
  smtp.behave((recipient) => CASES[recipient]?.behaviour ?? 'accept')
  const asked = await admin.ask('POST', '/api/tasks', {
    task: 'mail.send_email',
    args: {
      subject: 'Office party',
      message: 'On Friday.',
      recipient_list: [...Object.keys(CASES), 'ann,lee@example.org', ...GOOD],
    },
  })
  const task = await admin.until(`/api/tasks/${asked.body.task_id}/`, ({ body }) => body.ready && body)
  expect(task.state).toBe('SUCCESS')
  expect(task.result.queued).toBe(8)
  expect(task.result.warnings).toEqual([
    { found: 'ann,lee@example.org', reason: expect.objectContaining({ code: 'email.several' }) },
  ])

  await settled('accepted', GOOD)
  for (const [to, { state, message, fix }] of Object.entries(CASES)) {
    await settled(state, [to])
    const mail = (await mails()).get(to)
    expect([to, mail?.state, mail?.attempts]).toEqual([to, state, 1])
    expect(mail?.reason).toMatchObject({
      message: expect.stringMatching(message),
      fix: expect.stringMatching(fix),
    })
  }

  // Once the server is well again what was not sent goes by itself; what may have arrived is never repeated.
  smtp.behave('accept')
  const before = inboxes()
  await admin.ask('POST', '/api/test/clock', { advance_seconds: 61 })
  await settled('accepted', ['hangs@example.org', 'busy@example.org'])
  expect(inboxes()).toEqual([...before, 'busy@example.org', 'hangs@example.org'].sort())
  const unknown = (await mails()).get('dropped@example.org')
  expect(unknown).toMatchObject({ state: 'unknown', attempts: 1 })

  // A person who has asked sends it again.
  const again = await admin.ask('POST', `/api/outbox/${unknown?.id}/resend`)
  expect(again.status).toBe(200)
  await settled('accepted', ['dropped@example.org'])
  expect((await admin.ask('GET', '/api/audit/verify')).body.ok).toBe(true)
})
