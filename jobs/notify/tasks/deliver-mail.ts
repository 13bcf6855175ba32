import { z } from 'zod'
import type { Db } from '../../../db/open'
import * as outbox from '../../../db/queries/outbox'
import { defineTask, type TaskCall } from '../../engine/define-task'
import { readSetting } from '../../shared/settings'
import type { Params } from '../../values/problem'
import * as delivery from '../delivery'
import { letterOf } from '../letter'
import { notifyRuns } from '../runs'
import { smtpServer } from '../server'
import type { Letter } from '../smtp/compose'
import type { Outcome, SmtpServer } from '../smtp/conversation'
import { unknownReason } from '../smtp/explain'

/** What the network lane needs for one mail; `send` is null where there is nothing to send (any more). */
export type Delivery = {
  send: {
    server: SmtpServer
    timeoutMs: number
    letter: Letter
    attachments: { sha256: string; name: string; mediaType: string }[]
  } | null
}
export type Delivered = Extract<Outcome, { outcome: 'accepted' | 'unknown' }> | { outcome: 'nothing_to_send' }

type DeliveryResult = { outbox_id: number; state: outbox.OutboxState | null }

/** One mail of the outbox, one conversation with the mail server. What was sent is never sent again by itself. */
export const deliverMail = defineTask({
  name: 'notify.deliver_mail',
  queue: 'notifications',
  lane: 'network',
  isPersonal: true,
  args: z.object({ outbox_id: z.number().int().positive() }),
  positional: ['outbox_id'],
  key: ({ outbox_id }) => String(outbox_id),
  retry: { max: 3, delaySeconds: 60, backoff: 'exponential' },
  begin: (write, { outbox_id }, call) => delivery.takeForSending(write, outbox_id, call),
  load: readDelivery,
  // A message that has left cannot become stale: whatever changed meanwhile, its answer is written down.
  version: (_db, { outbox_id }) => `outbox:${outbox_id}`,
  onLost: 'ask',
  lost: (write, { outbox_id }): DeliveryResult => {
    delivery.noteUnknown(write, outbox_id, { code: 'notify.office_stopped_while_sending', params: {} })
    delivery.planAgain(write, outbox_id) // of what was not being sent: this task had found nothing to send yet
    return { outbox_id, state: outbox.mailById(write.db, outbox_id)?.state ?? null }
  },
  run: notifyRuns['notify.deliver_mail'],
  commit: (write, output: Delivered, { outbox_id }): DeliveryResult => {
    if (output.outcome === 'accepted') delivery.noteAccepted(write, outbox_id, output.reply)
    if (output.outcome === 'unknown') {
      const { host, port } = readSetting(write.db, 'mail')
      delivery.noteUnknown(write, outbox_id, unknownReason(output.detail, { host: host ?? '', port }))
    }
    if (output.outcome === 'nothing_to_send') delivery.planAgain(write, outbox_id)
    return { outbox_id, state: outbox.mailById(write.db, outbox_id)?.state ?? null }
  },
  retrying: (write, { outbox_id }, reason, { dueAt }) =>
    delivery.noteRetry(write, outbox_id, { code: reason.code, params: reason.params as Params }, dueAt),
  failed: (write, { outbox_id }, reason) =>
    delivery.noteEnded(write, outbox_id, { code: reason.code, params: reason.params as Params }),
})

function readDelivery(db: Db, { outbox_id }: { outbox_id: number }, call: TaskCall): Delivery {
  const row = outbox.mailById(db, outbox_id)
  if (row?.state !== 'sending' || row.task_id !== call.taskId) return { send: null }
  const { server, timeoutMs } = smtpServer(db)
  const attachments = outbox
    .attachmentsOf(db, outbox_id)
    .map(({ sha256, name, media_type }) => ({ sha256, name, mediaType: media_type }))
  return { send: { server, timeoutMs, letter: letterOf(db, row), attachments } }
}
