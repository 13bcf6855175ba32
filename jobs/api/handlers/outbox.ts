import type { z } from 'zod'
import * as outbox from '../../../db/queries/outbox'
import {
  actOnOutbox,
  composeMail,
  letterOf,
  type OutboxAction,
  type Selection,
  type TestMailResult,
  wordReason,
} from '../../notify'
import { canDeliver, HELD_FOR_GOOD } from '../../shared/outbox'
import { readSetting } from '../../shared/settings'
import { addressFault } from '../../values/email'
import { type Params, Problem, type Reason } from '../../values/problem'
import { dateIn, instant, toIso } from '../../values/time'
import type { OutboxItem, outboxContract } from '../contract/outbox'
import type { Handler, HandlersOf, Office } from '../office'

type Selected = { id?: number | undefined; ids?: number[] | undefined; lot?: string | undefined }

export const outboxHandlers: HandlersOf<typeof outboxContract> = {
  'outbox.list': ({ db }, { state, kind, lot, q, cursor, limit }) => {
    const filter = {
      state: state ?? null,
      kind: kind ?? null,
      origin: lot ?? null,
      text: q ?? null,
      before: cursor ?? null,
    }
    const rows = outbox.listMail(db, { ...filter, limit: limit + 1 })
    const last = rows.length > limit ? rows[limit - 1] : undefined
    return { items: rows.slice(0, limit).map((row) => itemOf(db, row)), next: last ? String(last.id) : null }
  },
  'outbox.counts': ({ db, clock, engine }) => {
    const mail = readSetting(db, 'mail')
    return {
      items: outbox.mailCounts(db),
      sent_today: outbox.sentOn(db, dateIn(clock.now(), engine.zone())),
      daily_cap: mail.daily_cap,
      hold_minutes: mail.hold_minutes,
      can_deliver: canDeliver(mail),
    }
  },
  'outbox.get': ({ db }, { id }) => {
    const row = existing(db, id)
    const attachments = outbox.attachmentsOf(db, id)
    return {
      ...itemOf(db, row),
      from: row.from_address,
      text: row.body_text,
      html: row.body_html,
      message_id: row.message_id,
      attachments: attachments.map(({ name, media_type, size }) => ({ name, media_type, size })),
    }
  },
  'outbox.eml': async ({ db, files }, { id }) => {
    const row = existing(db, id)
    const attachments = []
    for (const { name, media_type, sha256 } of outbox.attachmentsOf(db, id)) {
      attachments.push({ name, mediaType: media_type, bytes: await files.read(sha256) })
    }
    const bytes = await composeMail(letterOf(db, row), attachments)
    return { fileName: `mail-${id}.eml`, mediaType: 'message/rfc822', bytes: new Uint8Array(bytes) }
  },
  'outbox.hold': acting('hold'),
  'outbox.release': acting('release'),
  'outbox.cancel': acting('cancel'),
  'outbox.resend': acting('resend'),
  'mail.test': async ({ db, engine }, { to }, { actor }) => {
    const fault = addressFault(to.trim())
    if (fault) throw new Problem(fault.code, fault.params)
    const { taskId } = await engine.enqueue('notify.test_mail', { to: to.trim() }, { origin: actor })
    const ended = await within(testEndsWithinMs(db), engine.finished(taskId))
    if (ended === null) {
      await engine.revoke(taskId, { terminate: false }, actor) // it is not to go out later, when nobody waits for it
      const reason = engine.queues.holds('notifications') ?? { code: 'notify.test_not_ended', params: { id: taskId } }
      return { ok: false, phase: null, smtp_reply: null, reason: worded(db, reason) }
    }
    const { result, error } = ended
    if (error) return { ok: false, phase: null, smtp_reply: null, reason: worded(db, error) }
    // The task's own result, written by its run.
    const told = result as TestMailResult
    return { ok: told.ok, phase: told.phase, smtp_reply: told.reply, reason: told.reason && worded(db, told.reason) }
  },
}

/** A conversation connects, is greeted, and then waits for an answer as long as the office lets it, once and a little. */
const testEndsWithinMs = (db: Office['db']): number => 30_000 + readSetting(db, 'mail').timeout_seconds * 1_000

async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

function acting(action: OutboxAction): Handler<Selected, { changed: number; left: number }> {
  return ({ engine }, selected, { actor }) =>
    engine.write(actor, (write) => actOnOutbox(write, action, selectionOf(selected)))
}

function selectionOf({ id, ids, lot }: Selected): Selection {
  if (lot !== undefined) return { origin: lot }
  return { ids: ids ?? (id === undefined ? [] : [id]) }
}

function existing(db: Office['db'], id: number): outbox.OutboxRow {
  const row = outbox.mailById(db, id)
  if (!row) throw new Problem('outbox.unknown_mail', { id }, { kind: 'not_found' })
  return row
}

function itemOf(db: Office['db'], row: outbox.OutboxRow): z.infer<typeof OutboxItem> {
  const waits = row.state === 'queued' || row.state === 'held'
  return {
    id: row.id,
    to: row.to_address,
    to_name: row.to_name,
    subject: row.subject,
    kind: row.kind,
    state: row.state,
    attempts: row.attempts,
    smtp_reply: row.smtp_reply,
    reason: row.error_code === null ? null : worded(db, reasonOf(row.error_code, row.error_params)),
    not_before: waits && row.not_before < HELD_FOR_GOOD ? toIso(instant(row.not_before)) : null,
    entity: row.entity,
    lot: row.origin,
    task_id: row.task_id === null ? null : String(row.task_id),
    created_at: toIso(instant(row.created_at)),
    changed_at: toIso(instant(row.changed_at)),
  }
}

const reasonOf = (code: string, params: string | null): Reason => ({
  code,
  params: JSON.parse(params ?? '{}') as Params,
})
const worded = (db: Office['db'], reason: Reason) => ({ code: reason.code, ...wordReason(db, reason) })
