import { expect, test } from 'vitest'
import { mailById } from '../../../db/queries/outbox'
import { noteEnded, takeForSending } from '../../../jobs/notify/delivery'
import { deliverMail } from '../../../jobs/notify/tasks/deliver-mail'
import { queueMail } from '../../../jobs/shared/outbox'
import { MailSetting } from '../../../jobs/shared/setting-schemas'
import { writeSetting } from '../../../jobs/shared/settings'
import { openTestDb, testWrite } from '../../support/office-db'

test('`sending` is written before the first byte, and a delivery lost then is unknown', () => {
  const db = openTestDb()
  const write = testWrite(db)
  writeSetting(
    write,
    'mail',
    MailSetting.parse({ host: 'mail.example.org', from: 'office@example.org', hold_minutes: 0 }),
  )
  const to = { name: null, address: 'ana@example.org' }
  const { outboxId: id } = queueMail(write, { dedupeKey: 'a', kind: 'test', to, subject: 'Hi', text: 'Hi' })
  const call = { taskId: 99, attempt: 1, now: write.now, zone: write.zone }
  takeForSending(write, id, call)
  expect(mailById(db, id)).toMatchObject({ state: 'sending', attempts: 1, task_id: 99 })
  expect(deliverMail.lost?.(write, { outbox_id: id }, call)).toEqual({ outbox_id: id, state: 'unknown' })
  expect(mailById(db, id)).toMatchObject({ state: 'unknown', error_code: 'notify.office_stopped_while_sending' })
  takeForSending(write, id, call)
  expect(mailById(db, id)?.state).toBe('unknown')
})

test.each([
  ['engine.revoked', 'failed'],
  ['notify.smtp_closed', 'failed'],
  ['engine.terminated', 'unknown'],
  ['engine.hard_limit', 'unknown'],
  ['engine.task_threw', 'unknown'],
])('a task that ends with %s while sending leaves the mail %s', (code, state) => {
  const db = openTestDb()
  const write = testWrite(db)
  writeSetting(
    write,
    'mail',
    MailSetting.parse({ host: 'mail.example.org', from: 'office@example.org', hold_minutes: 0 }),
  )
  const to = { name: null, address: 'ana@example.org' }
  const { outboxId: id } = queueMail(write, { dedupeKey: 'a', kind: 'test', to, subject: 'Hi', text: 'Hi' })
  takeForSending(write, id, { taskId: 99, attempt: 1, now: write.now, zone: write.zone })
  noteEnded(write, id, { code, params: {} })
  expect(mailById(db, id)).toMatchObject({ state, error_code: code })
})
