import { z } from 'zod'
import { defineTask } from '../../engine/define-task'
import { queueMail, senderFault } from '../../shared/outbox'
import { Problem } from '../../values/problem'
import { notifyRuns } from '../runs'
import type { CheckedRecipients } from '../send-email-run'

/**
 * The guide's asynchronous mail: one mail per recipient into the outbox. A bad address is named in the result and keeps
 * nobody else from getting theirs.
 */
export const sendEmail = defineTask({
  name: 'mail.send_email',
  aliases: ['users.tasks.send_email_async'],
  queue: 'users',
  isPersonal: true,
  args: z.object({
    subject: z.string().max(998),
    message: z.string().max(1_000_000),
    recipient_list: z.array(z.string().max(1_000)).min(1).max(1_000),
    from_email: z.string().nullable().default(null),
  }),
  positional: ['subject', 'message', 'recipient_list', 'from_email'],
  run: notifyRuns['mail.send_email'],
  commit: (write, { good, bad }: CheckedRecipients, { subject, message, from_email }, { taskId }) => {
    const fault = from_email ? senderFault(from_email) : null
    if (fault) throw new Problem(fault.code, fault.params)
    const [first] = bad
    if (good.length === 0 && first)
      throw new Problem('notify.no_good_recipient', { found: first.found }, { details: bad })
    const outboxIds = good.map((address) => {
      const mail = {
        dedupeKey: `send_email:${taskId}:${address}`,
        kind: 'message',
        to: { name: null, address },
        subject,
        text: message,
        taskId,
        ...(from_email ? { from: from_email } : {}),
      }
      return queueMail(write, mail).outboxId
    })
    return { queued: outboxIds.length, outbox_ids: outboxIds, warnings: bad }
  },
})
