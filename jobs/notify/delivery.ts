import * as outbox from '../../db/queries/outbox'
import type { TaskCall } from '../engine/define-task'
import { localToInstant } from '../engine/scheduler'
import type { Write } from '../engine/write'
import { recordAudit } from '../shared/audit'
import { canDeliver, enqueueDelivery, HELD_FOR_GOOD } from '../shared/outbox'
import { readSetting } from '../shared/settings'
import { faultPoint } from '../values/faults'
import type { Reason } from '../values/problem'
import { addDays, dateIn, type Instant, instant } from '../values/time'
import { isBeforeTheEnd } from './smtp/explain'

/**
 * What becomes of a mail in the outbox while a task delivers it:
 * queued or held (its hold over) → sending → accepted, failed, unknown, or back to queued until the next try.
 * The row, not the task, decides: whoever finds it in another state has nothing to send.
 */

/**
 * Takes a mail for sending, in the transaction of the claim, so that `sending` is on disk before the first byte leaves.
 * Returns without a change where there is nothing to send: held again, cancelled, sent by another task, over the daily cap.
 */
export function takeForSending(write: Write, outboxId: number, call: TaskCall): void {
  const row = outbox.mailById(write.db, outboxId)
  if (!row || !isForThisTask(row, call)) return
  const setting = readSetting(write.db, 'mail')
  if (!canDeliver(setting)) {
    wait(write, row, { code: 'notify.not_sent_no_server', params: {} }, row.not_before)
    return
  }
  const today = dateIn(write.now, write.zone)
  const cap = setting.daily_cap
  if (cap !== null && row.sent_on !== today && outbox.sentOn(write.db, today) >= cap) {
    const tomorrow = addDays(today, 1)
    const reason = { code: 'notify.not_sent_daily_cap', params: { cap, tomorrow } }
    wait(write, row, reason, localToInstant(tomorrow, '00:00', write.zone))
    return
  }
  outbox.changeMail(
    write.db,
    row.id,
    [row.state],
    {
      state: 'sending',
      attempts: row.attempts + 1,
      task_id: call.taskId,
      sent_on: today,
      error_code: null,
      error_params: null,
    },
    write.now,
  )
  write.emit({ type: 'outbox_changed', id: row.id })
  faultPoint('mail.sending_before_commit')
}

/**
 * A mail that waits and may go; one that failed under this very task, which a person has put back to work; one that this
 * task took before and the engine took back before it was handed over.
 */
function isForThisTask(row: outbox.OutboxRow, call: TaskCall): boolean {
  if (row.state === 'queued' || row.state === 'held') return row.not_before <= call.now
  return (row.state === 'failed' || row.state === 'sending') && row.task_id === call.taskId
}

function wait(write: Write, row: outbox.OutboxRow, reason: Reason, until: number): void {
  outbox.changeMail(write.db, row.id, [row.state], { state: 'queued', not_before: until, ...stored(reason) }, write.now)
  write.emit({ type: 'outbox_changed', id: row.id })
}

/**
 * A task that found nothing to send leaves no mail without one: what may only go later is planned for then, also where that
 * instant has come meanwhile (a clock that was set back lies before it at the claim, and behind it now).
 */
export function planAgain(write: Write, outboxId: number): Instant | null {
  const row = outbox.mailById(write.db, outboxId)
  if (!row || (row.state !== 'queued' && row.state !== 'held') || row.not_before >= HELD_FOR_GOOD) return null
  // Without a server it waits for one; the setting's change delivers what waits.
  if (row.not_before <= write.now && !canDeliver(readSetting(write.db, 'mail'))) return null
  const at = instant(Math.max(row.not_before, write.now))
  enqueueDelivery(write, outboxId, at, true)
  return at
}

/** The server has taken the message. */
export function noteAccepted(write: Write, outboxId: number, reply: string): void {
  settle(write, outboxId, ['sending', 'unknown'], { state: 'accepted', smtp_reply: reply }, null)
  faultPoint('mail.accepted_before_commit')
}

/** The message was sent and the answer never came: it may have arrived. Nobody sends it again but a person. */
export function noteUnknown(write: Write, outboxId: number, reason: Reason): void {
  settle(write, outboxId, ['sending'], { state: 'unknown' }, reason)
}

/** This attempt has failed for certain; the engine tries again at `dueAt`. */
export function noteRetry(write: Write, outboxId: number, reason: Reason, dueAt: Instant): void {
  const waits = { state: 'queued' as const, not_before: dueAt, ...replyOf(reason), ...stored(reason) }
  if (outbox.changeMail(write.db, outboxId, ['sending'], waits, write.now)) {
    write.emit({ type: 'outbox_changed', id: outboxId })
  }
}

/**
 * The delivery task has ended for good. Where the failure is known to lie before the end of the message, the mail has
 * failed. Where the task was stopped from outside while it was sending, nobody knows. Where it was still waiting, the mail
 * is kept and held: ending a task is not cancelling a mail.
 */
export function noteEnded(write: Write, outboxId: number, reason: Reason): void {
  const row = outbox.mailById(write.db, outboxId)
  if (row?.state === 'sending') {
    if (isBeforeTheEnd(reason.code))
      settle(write, outboxId, ['sending'], { state: 'failed', ...replyOf(reason) }, reason)
    else noteUnknown(write, outboxId, reason)
  } else if (row?.state === 'queued' || row?.state === 'held') {
    if (row.not_before === HELD_FOR_GOOD) return
    settle(write, outboxId, [row.state], { state: 'held', not_before: HELD_FOR_GOOD }, reason)
  }
}

const stored = (reason: Reason) => ({ error_code: reason.code, error_params: JSON.stringify(reason.params) })
const replyOf = ({ params }: Reason) => (typeof params.reply === 'string' ? { smtp_reply: params.reply } : {})

function settle(
  write: Write,
  outboxId: number,
  from: outbox.OutboxState[],
  change: outbox.MailChange & { state: outbox.OutboxState },
  reason: Reason | null,
): void {
  const error = reason === null ? { error_code: null, error_params: null } : stored(reason)
  if (!outbox.changeMail(write.db, outboxId, from, { ...change, ...error }, write.now)) return
  const row = outbox.mailById(write.db, outboxId)
  recordAudit(write, {
    action: `mail.${change.state}`,
    entity: `outbox:${outboxId}`,
    payload: { attempt: row?.attempts ?? 0, reason: reason?.code ?? null },
    personal: {
      partyId: row?.party_id ?? null,
      payload: { to: row?.to_address ?? null, reply: row?.smtp_reply ?? null },
    },
  })
  write.emit({ type: 'outbox_changed', id: outboxId })
}
