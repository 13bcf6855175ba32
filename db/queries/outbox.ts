import type { Db } from '../open'
import { statement } from '../statement'

export type OutboxState = 'held' | 'queued' | 'sending' | 'accepted' | 'failed' | 'unknown' | 'cancelled'

export type OutboxRow = {
  id: number
  dedupe_key: string
  kind: string
  to_name: string | null
  to_address: string
  from_address: string | null
  subject: string
  body_text: string
  body_html: string | null
  state: OutboxState
  attempts: number
  not_before: number
  message_id: string
  smtp_reply: string | null
  error_code: string | null
  error_params: string | null
  /** The task that delivers it: the last one that was given it. */
  task_id: number | null
  entity: string | null
  party_id: number | null
  /** Who queued it: 'task:7', 'user:1'. What one task queued is a lot. */
  origin: string
  created_at: number
  changed_at: number
  sent_on: string | null
}

export type AttachmentRow = { position: number; sha256: string; name: string; media_type: string; size: number }

export type NewMail = Pick<
  OutboxRow,
  | 'dedupe_key'
  | 'kind'
  | 'to_name'
  | 'to_address'
  | 'from_address'
  | 'subject'
  | 'body_text'
  | 'body_html'
  | 'not_before'
  | 'message_id'
  | 'entity'
  | 'party_id'
  | 'origin'
  | 'error_code'
  | 'error_params'
> & { state: 'held' | 'queued'; now: number }

/** Null where a mail of that key is already there. */
export function insertMail(db: Db, mail: NewMail): number | null {
  const { changes, lastInsertRowid } = statement(
    db,
    `insert into outbox (dedupe_key, kind, to_name, to_address, from_address, subject, body_text, body_html, state,
       not_before, message_id, error_code, error_params, entity, party_id, origin, created_at, changed_at)
     values (@dedupe_key, @kind, @to_name, @to_address, @from_address, @subject, @body_text, @body_html, @state,
       @not_before, @message_id, @error_code, @error_params, @entity, @party_id, @origin, @now, @now)
     on conflict (dedupe_key) do nothing`,
  ).run(mail)
  return changes === 1 ? Number(lastInsertRowid) : null
}

export function insertAttachment(db: Db, outboxId: number, position: number, sha256: string, name: string): void {
  statement(db, 'insert into outbox_attachment (outbox_id, position, sha256, name) values (?, ?, ?, ?)').run(
    outboxId,
    position,
    sha256,
    name,
  )
}

export function mailByKey(db: Db, dedupeKey: string): { id: number; state: OutboxState } | null {
  const row = statement(db, 'select id, state from outbox where dedupe_key = ?').get(dedupeKey)
  return (row as { id: number; state: OutboxState } | undefined) ?? null
}

export function mailById(db: Db, id: number): OutboxRow | null {
  return (statement(db, 'select * from outbox where id = ?').get(id) as OutboxRow | undefined) ?? null
}

export function attachmentsOf(db: Db, outboxId: number): AttachmentRow[] {
  return statement(
    db,
    `select a.position, a.sha256, a.name, f.media_type, f.size
     from outbox_attachment a join file f on f.sha256 = a.sha256
     where a.outbox_id = ? order by a.position`,
  ).all(outboxId) as AttachmentRow[]
}

/** Newest first; `before` is the last id of the page before. */
export function listMail(
  db: Db,
  filter: {
    state: OutboxState | null
    kind: string | null
    origin: string | null
    text?: string | null
    before: number | null
    limit: number
  },
): OutboxRow[] {
  const wheres = [
    filter.state === null ? '' : 'and state = @state',
    filter.kind === null ? '' : 'and kind = @kind',
    filter.origin === null ? '' : 'and origin = @origin',
    filter.text
      ? "and instr(lower(to_address || ' ' || coalesce(to_name, '') || ' ' || subject), lower(@text)) > 0"
      : '',
    filter.before === null ? '' : 'and id < @before',
  ].join(' ')
  return statement(db, `select * from outbox where 1 ${wheres} order by id desc limit @limit`).all({
    text: null,
    ...filter,
  }) as OutboxRow[]
}

/** How many mails are in each state. */
export const mailCounts = (db: Db): { state: OutboxState; n: number }[] =>
  statement(db, 'select state, count(*) as n from outbox group by state').all() as { state: OutboxState; n: number }[]

/** The mails of a lot in one of these states. */
export function lotIds(db: Db, origin: string, states: OutboxState[]): number[] {
  return statement(
    db,
    'select id from outbox where origin = ? and state in (select value from json_each(?)) order by id',
  )
    .pluck()
    .all(origin, JSON.stringify(states)) as number[]
}

/** Mails that wait for a delivery, oldest first, after `afterId`; held ones too, while their hold ends by itself. */
export function waitingMail(
  db: Db,
  afterId: number,
  heldForGood: number,
  limit: number,
): { id: number; not_before: number }[] {
  return statement(
    db,
    `select id, not_before from outbox
     where state in ('queued', 'held') and id > ? and not_before < ? order by id limit ?`,
  ).all(afterId, heldForGood, limit) as { id: number; not_before: number }[]
}

/** How many mails were handed to the network on an office date. */
export function sentOn(db: Db, date: string): number {
  return statement(db, 'select count(*) from outbox where sent_on = ?').pluck().get(date) as number
}

export type MailChange = Partial<
  Pick<
    OutboxRow,
    'state' | 'attempts' | 'not_before' | 'smtp_reply' | 'error_code' | 'error_params' | 'task_id' | 'sent_on'
  >
>

/** Changes a mail that is in one of the states `from`; false where it is in none of them. */
export function changeMail(db: Db, id: number, from: OutboxState[], change: MailChange, now: number): boolean {
  const columns = Object.keys(change)
  const sets = columns.map((column) => `${column} = @${column}, `).join('')
  const { changes } = statement(
    db,
    `update outbox set ${sets}changed_at = @now where id = @id and state in (select value from json_each(@from))`,
  ).run({ ...change, id, now, from: JSON.stringify(from) })
  return changes === 1
}

/** The newest mail of a kind: the failure digest asks when it last went out, and up to where it told. */
export function newestOfKind(db: Db, kind: string): { created_at: number; entity: string | null } | null {
  const row = statement(db, 'select created_at, entity from outbox where kind = ? order by id desc limit 1').get(kind)
  return (row as { created_at: number; entity: string | null } | undefined) ?? null
}

export type FailureNotice = { id: number; at: number; task_id: number; task: string; error: string | null }

/** Tasks that failed, by their notices: after a notice and not before an instant, oldest first. */
export function failuresAfter(db: Db, noticeId: number, since: number, limit: number): FailureNotice[] {
  return statement(
    db,
    `select n.id, n.at, t.id as task_id, tn.name as task, t.error
     from notice n
     join task t on n.entity = 'task:' || t.id and t.id = cast(substr(n.entity, 6) as integer)
     join task_name tn on tn.id = t.name_id
     where n.kind = 'failure' and n.id > ? and n.at >= ? order by n.id limit ?`,
  ).all(noticeId, since, limit) as FailureNotice[]
}

/** The kind of the mail that a delivery task was for. */
export function kindOfDelivery(db: Db, taskId: number): string | null {
  const kind = statement(
    db,
    "select o.kind from task t join outbox o on o.id = json_extract(t.args, '$.outbox_id') where t.id = ?",
  )
    .pluck()
    .get(taskId)
  return (kind as string | undefined) ?? null
}
