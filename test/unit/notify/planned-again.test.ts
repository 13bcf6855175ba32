import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Write } from '../../../jobs/engine/write'
import { deliverMail } from '../../../jobs/notify/tasks/deliver-mail'
import { type MailOffice, mailOffice } from '../../support/mail-office'
import { type SmtpHost, startSmtp } from '../../support/smtp'

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

type End = (write: Write, args: { outbox_id: number }) => unknown

const ends: [string, End][] = [
  ['ended after it', (write, args) => deliverMail.commit?.(write, { outcome: 'nothing_to_send' }, args, {} as never)],
  ['was cut off with the office', (write, args) => deliverMail.lost?.(write, args, {} as never)],
]

test.each(ends)(
  'a delivery that began before the mail’s instant and %s leaves the mail with another one',
  async (_, end) => {
    // A clock that was set back at a restart: the task is claimed just before the instant at which the mail was written.
    await office.engine.write('user:1', (write) => office.engine.queues.pause(write, 'notifications'))
    const id = await office.queue()
    const before = taskOf(id)
    await office.engine.write('system', (write) => end(write, { outbox_id: id }))
    expect(taskOf(id)).not.toBe(before)
    await office.engine.write('user:1', (write) => office.engine.queues.resume(write, 'notifications'))
    for (const task of [before, taskOf(id)])
      expect(await office.engine.finished(task)).toMatchObject({ state: 'SUCCESS', result: { state: 'accepted' } })
    expect(smtp.received).toHaveLength(1)
  },
)
