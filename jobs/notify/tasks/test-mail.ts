import { z } from 'zod'
import { defineTask } from '../../engine/define-task'
import { readSetting } from '../../shared/settings'
import { Problem } from '../../values/problem'
import { notifyRuns } from '../runs'
import { smtpServer } from '../server'
import type { TestMailInput } from '../test-mail-run'

/** The test button: one mail to oneself, past the outbox, that says how far the conversation with the server came. */
export const testMail = defineTask({
  name: 'notify.test_mail',
  queue: 'notifications',
  priority: 90,
  lane: 'network',
  isPersonal: true,
  args: z.object({ to: z.string() }),
  positional: ['to'],
  retry: { max: 0, delaySeconds: 60, backoff: 'fixed' },
  load: (db, { to }, { now, taskId }): TestMailInput => {
    const { from } = readSetting(db, 'mail')
    if (from === '') throw new Problem('notify.not_sent_no_sender', {}, { kind: 'conflict' })
    const office = readSetting(db, 'office').name || 'Daybook'
    return { ...smtpServer(db), from, to, office, writtenAt: now, taskId }
  },
  version: (_db, { to }) => to,
  run: notifyRuns['notify.test_mail'],
})
