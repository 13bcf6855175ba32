import { randomUUID } from 'node:crypto'
import * as outbox from '../../db/queries/outbox'
import type { Write } from '../engine/write'
import { addressFault, wireAddress } from '../values/email'
import { faultPoint } from '../values/faults'
import { Problem, type Reason } from '../values/problem'
import { type Instant, instant } from '../values/time'
import { recordAudit } from './audit'
import { readSetting } from './settings'

/** The `not_before` of a mail that only a person's click releases. */
export const HELD_FOR_GOOD = Date.UTC(9999, 11, 31) as Instant

export type Mail = {
  /** Two mails with one key are one mail: the second is not written. */
  dedupeKey: string
  /** 'payslip', 'notification', … */
  kind: string
  /** One recipient each, so that nobody reads another's address and each delivery has an answer of its own. */
  to: { name: string | null; address: string }
  subject: string
  text: string
  html?: string
  attachments?: { sha256: string; name: string }[]
  /** The office's own address unless it is given. */
  from?: string
  entity?: string
  partyId?: number
  /** Later than now: not before it. Without it the hold of the mail setting applies. */
  notBefore?: Instant
  /** Kept back until a person releases it, for this reason. */
  hold?: Reason
  /** The task that queues it; what one task queued can be recalled together. */
  taskId?: number
}

/** Without server and sender address mail stays in the outbox and can be saved as .eml. */
export const canDeliver = (mail: { host: string; from: string }): boolean => mail.host !== '' && mail.from !== ''

/**
 * Puts a mail to one recipient into the outbox, in the transaction of what causes it, with the task that delivers it. A
 * key that is already there answers with its mail, whatever has become of it. Throws `outbox.*` and `email.*` problems
 * for what would break the message apart (line breaks in a header, a list in place of an address).
 */
export function queueMail(write: Write, mail: Mail): { outboxId: number; duplicate: boolean } {
  const known = outbox.mailByKey(write.db, mail.dedupeKey)
  if (known) return { outboxId: known.id, duplicate: true }
  checkMail(mail)

  const setting = readSetting(write.db, 'mail')
  const hold = mail.hold ? HELD_FOR_GOOD : (mail.notBefore ?? instant(write.now + setting.hold_minutes * 60_000))
  const held = hold > write.now
  const origin = mail.taskId === undefined ? write.actor : `task:${mail.taskId}`
  const outboxId = outbox.insertMail(write.db, {
    dedupe_key: mail.dedupeKey,
    kind: mail.kind,
    to_name: mail.to.name,
    to_address: mail.to.address,
    from_address: mail.from ?? null,
    subject: mail.subject,
    body_text: mail.text,
    body_html: mail.html ?? null,
    state: held ? 'held' : 'queued',
    not_before: Math.max(hold, write.now),
    message_id: newMessageId(mail.from ?? setting.from),
    error_code: mail.hold?.code ?? null,
    error_params: mail.hold ? JSON.stringify(mail.hold.params) : null,
    entity: mail.entity ?? null,
    party_id: mail.partyId ?? null,
    origin,
    now: write.now,
  })
  if (outboxId === null) throw new Error(`the key ${mail.dedupeKey} appeared within one transaction`)
  for (const [position, { sha256, name }] of (mail.attachments ?? []).entries()) {
    outbox.insertAttachment(write.db, outboxId, position, sha256, name)
  }
  if (canDeliver(setting) && !mail.hold) enqueueDelivery(write, outboxId, held ? hold : null)
  recordAudit(write, {
    action: 'mail.queued',
    entity: `outbox:${outboxId}`,
    payload: {
      kind: mail.kind,
      about: mail.entity ?? null,
      attachments: (mail.attachments ?? []).map((one) => one.sha256),
    },
    personal: { partyId: mail.partyId ?? null, payload: { to: mail.to, subject: mail.subject } },
  })
  write.emit({ type: 'outbox_changed', id: outboxId })
  faultPoint('mail.queued_before_commit')
  return { outboxId, duplicate: false }
}

/**
 * The task that delivers a mail. One waits per mail; a release or a resend (`again`) does not wait for the one that was
 * planned for later, which will find nothing left to do: the state of the mail, not the task, decides who sends.
 */
export function enqueueDelivery(write: Write, outboxId: number, eta: Instant | null, again = false): number {
  const { taskId } = write.enqueue(
    'notify.deliver_mail',
    { outbox_id: outboxId },
    { ...(eta === null ? {} : { eta }), ...(again ? { uniqueKey: `${outboxId}/${randomUUID()}` } : {}) },
  )
  outbox.changeMail(write.db, outboxId, ['held', 'queued'], { task_id: taskId }, write.now)
  return taskId
}

/** Stays the same over all attempts (RFC 5322, 3.6.4), so that a receiver can tell a mail that came twice. */
function newMessageId(from: string): string {
  const address = /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from
  const domain = addressFault(address.trim()) === null ? wireAddress(address.trim()).split('@')[1] : 'daybook.invalid'
  return `<${randomUUID()}@${domain}>`
}

/**
 * Line breaks in a header start a header of their own (CWE-93); half a surrogate pair cannot be written as UTF-8; what
 * looks like an encoded word (RFC 2047) would be read as what it stands for.
 */
const UNSAFE = /[\p{Cc}\u2028\u2029]+|\p{Surrogate}|=\?/gu
const isHeaderSafe = (text: string) => text.search(UNSAFE) < 0

/** A text of any origin as a header can hold it: for names from files, which must not keep a mail from going. */
export const headerText = (text: string): string =>
  text
    .replace(UNSAFE, (found) => (found === '=?' ? '= ?' : ' '))
    .replace(/\s+/g, ' ')
    .trim()

function checkMail(mail: Mail): void {
  const fault = addressFault(mail.to.address) ?? (mail.from === undefined ? null : senderFault(mail.from))
  if (fault) throw new Problem(fault.code, fault.params)
  if (mail.subject.trim() === '') throw new Problem('outbox.no_subject', { to: mail.to.address })
  const headers = { subject: mail.subject, name: mail.to.name ?? '', sender: mail.from ?? '', ...attachmentNames(mail) }
  for (const [field, text] of Object.entries(headers)) {
    if (!isHeaderSafe(text)) throw new Problem('outbox.unsafe_header', { field, found: visible(text) })
  }
  for (const body of [mail.text, mail.html ?? '']) {
    if (/\p{Surrogate}|\0/u.test(body)) throw new Problem('outbox.broken_text', { to: mail.to.address })
  }
}

const attachmentNames = (mail: Mail) =>
  Object.fromEntries((mail.attachments ?? []).map(({ name }, position) => [`attachment ${position + 1}`, name]))

/** `ana@office.example` or `Office <ana@office.example>`. */
export function senderFault(from: string) {
  return addressFault((/<([^<>]*)>\s*$/.exec(from)?.[1] ?? from).trim())
}

const visible = (text: string) => JSON.stringify(text).slice(1, 81)
