import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { outboxContract } from '../../../jobs/api/contract/outbox'
import { outboxHandlers } from '../../../jobs/api/handlers/outbox'
import { FileAnswer } from '../../../jobs/api/method'
import type { Caller, Office } from '../../../jobs/api/office'
import { createFileStore } from '../../../jobs/engine/file-store'
import { taskCounts } from '../../../jobs/engine/monitor'
import { linkFile } from '../../../jobs/shared/files'
import { createSecretStore } from '../../../jobs/shared/secrets'
import { type MailOffice, mailOffice } from '../../support/mail-office'
import { readMail } from '../../support/received-mail'
import { type SmtpHost, startSmtp } from '../../support/smtp'

let smtp: SmtpHost
let mails: MailOffice
let office: Office
const caller: Caller = { actor: 'user:1', role: 'owner', name: 'Owner' }
beforeEach(async () => {
  smtp = await startSmtp()
  mails = await mailOffice({ host: smtp.host, port: smtp.port, hold_minutes: 10 })
  const { db, engine, clock } = mails
  const folder = path.dirname(db.name)
  const files = createFileStore(folder)
  const secrets = createSecretStore(folder, db)
  office = { folder, db, engine, scheduler: null, files, secrets, clock, version: 'test', testMode: false }
})
afterEach(async () => {
  await mails.engine.stop(2_000)
  await smtp.close()
})

/** Calls a method as the router does: input and output pass their schemas. */
async function call<M extends keyof typeof outboxContract>(method: M, input: Record<string, unknown>) {
  const { input: takes, output: gives } = outboxContract[method]
  // biome-ignore lint/suspicious/noExplicitAny: the schema of this very method has just parsed the input
  const answer = await (outboxHandlers[method] as any)(office, takes.parse(input), caller)
  return gives.parse(answer)
}

test('the outbox is listed newest first, by state, in pages', async () => {
  const ids = [await mails.queue(), await mails.queue(), await mails.queue()]
  await call('outbox.cancel', { id: ids[1] })
  const first = await call('outbox.list', { limit: '2' })
  expect(first).toMatchObject({
    items: [
      { id: ids[2], state: 'held' },
      { id: ids[1], state: 'cancelled' },
    ],
    next: String(ids[1]),
  })
  expect(await call('outbox.list', { limit: '2', cursor: String(ids[1]) })).toMatchObject({
    items: [{ id: ids[0] }],
    next: null,
  })
  expect(await call('outbox.list', { state: 'cancelled' })).toMatchObject({
    items: [{ to: 'ana@example.org', subject: 'Hello', state: 'cancelled', attempts: 0, smtp_reply: null }],
  })
  expect(() => outboxContract['outbox.list'].input.parse({ state: 'lost' })).toThrow()
})

test('a mail shows when it goes, and released it goes now', async () => {
  const id = await mails.queue()
  expect(await call('outbox.get', { id })).toMatchObject({
    not_before: expect.stringMatching(/^2026-01-02T09:1/),
    text: 'Hello Ana\n',
  })
  expect(await call('outbox.release', { id })).toEqual({ changed: 1, left: 0 })
  await mails.reaches(id, 'accepted')
  expect(await call('outbox.get', { id })).toMatchObject({
    state: 'accepted',
    smtp_reply: '250 queued as 1',
    not_before: null,
  })
})

test('a lot is cancelled as one, and what is asked of nothing is refused', async () => {
  await mails.queue({ taskId: 12 })
  await mails.queue({ taskId: 12 })
  expect(await call('outbox.cancel', { lot: 'task:12' })).toEqual({ changed: 2, left: 0 })
  await expect(call('outbox.cancel', {})).rejects.toThrow()
  await expect(call('outbox.hold', { id: 999 })).rejects.toMatchObject({ code: 'outbox.unknown_mail' })
})

test('a mail can be saved as .eml with its attachment', async () => {
  const stored = await office.files.put(Buffer.from('%PDF-1.4'), 'application/pdf', 'payslip.pdf')
  await mails.engine.write('user:1', (write) => linkFile(write, stored))
  const id = await mails.queue({ subject: 'Lohn für März', attachments: [{ sha256: stored.sha256, name: 'März.pdf' }] })
  const { fileName, mediaType, bytes } = FileAnswer.parse(await call('outbox.eml', { id }))
  expect({ fileName, mediaType }).toEqual({ fileName: `mail-${id}.eml`, mediaType: 'message/rfc822' })
  expect(readMail(Buffer.from(bytes ?? []), '', [])).toMatchObject({
    subject: 'Lohn für März',
    to: 'Ana <ana@example.org>',
    attachments: [{ name: 'März.pdf', bytes: Buffer.from('%PDF-1.4') }],
  })
})

test('the test button answers with the server’s words', async () => {
  expect(await call('mail.test', { to: 'me@example.org' })).toEqual({
    ok: true,
    phase: null,
    smtp_reply: '250 queued as 1',
    reason: null,
  })
  smtp.behave('refuse_recipient')
  expect(await call('mail.test', { to: 'me@example.org' })).toMatchObject({
    ok: false,
    phase: 'recipient',
    reason: { code: 'notify.smtp_refused_recipient' },
  })
  await expect(call('mail.test', { to: 'me' })).rejects.toMatchObject({ code: 'email.no_at' })
})

test('the test button does not wait for ever: what does not end is taken back, and the answer says why', async () => {
  const { db, engine } = mails
  await engine.write('user:1', (write) => engine.queues.pause(write, 'notifications'))
  // Half a minute and what the server is given to answer, on a clock that the test winds.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const answer = call('mail.test', { to: 'me@example.org' })
    while (taskCounts(db).find(({ task, state }) => task === 'notify.test_mail' && state === 'ready') === undefined)
      await new Promise((resolve) => setImmediate(resolve))
    await vi.advanceTimersByTimeAsync(29_000 + 60_000)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await answer).toMatchObject({ ok: false, phase: null, reason: { code: 'engine.queue_paused' } })
  } finally {
    vi.useRealTimers()
  }
  expect(taskCounts(db).filter(({ task }) => task === 'notify.test_mail')).toMatchObject([{ state: 'revoked', n: 1 }])
  expect(smtp.connections()).toBe(0)
})
