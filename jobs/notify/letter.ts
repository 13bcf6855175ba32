import type { Db } from '../../db/open'
import type { OutboxRow } from '../../db/queries/outbox'
import { readSetting } from '../shared/settings'
import { Problem } from '../values/problem'
import type { Letter } from './smtp/compose'

/** A mail of the outbox as a letter. Without a sender of its own it comes from the office. */
export function letterOf(db: Db, row: OutboxRow): Letter {
  const from = row.from_address ?? readSetting(db, 'mail').from
  if (!from) throw new Problem('notify.not_sent_no_sender', {}, { kind: 'conflict' })
  return {
    from,
    to: { name: row.to_name, address: row.to_address },
    subject: row.subject,
    text: row.body_text,
    html: row.body_html,
    messageId: row.message_id,
    writtenAt: row.created_at,
  }
}
