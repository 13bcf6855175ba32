import * as outbox from '../../db/queries/outbox'
import type { Write } from '../engine/write'
import { recordAudit } from '../shared/audit'
import { canDeliver, enqueueDelivery, HELD_FOR_GOOD } from '../shared/outbox'
import { readSetting } from '../shared/settings'
import { Problem } from '../values/problem'

export type OutboxAction = 'hold' | 'release' | 'cancel' | 'resend'

/** From which states an action leads where. What the server has accepted, nothing brings back. */
const RULES: Record<OutboxAction, { from: outbox.OutboxState[]; to: outbox.OutboxState }> = {
  hold: { from: ['queued', 'held'], to: 'held' },
  release: { from: ['held'], to: 'queued' },
  cancel: { from: ['queued', 'held', 'failed', 'unknown'], to: 'cancelled' },
  resend: { from: ['failed', 'unknown', 'cancelled'], to: 'queued' },
}

/** Which mails: named ones, or what one task queued (`task:7`). */
export type Selection = { ids: number[] } | { origin: string }

/**
 * A person's click on mails of the outbox. Of a lot, those that are past it are left as they are and counted; a single mail
 * that is past it is refused with its state. Answers with how many changed.
 */
export function actOnOutbox(
  write: Write,
  action: OutboxAction,
  selection: Selection,
): { changed: number; left: number } {
  const { from, to } = RULES[action]
  const ids = 'ids' in selection ? selection.ids : outbox.lotIds(write.db, selection.origin, from)
  const deliver = to === 'queued' && canDeliver(readSetting(write.db, 'mail'))
  let changed = 0
  for (const id of ids) {
    const row = outbox.mailById(write.db, id)
    if (!row) throw new Problem('outbox.unknown_mail', { id }, { kind: 'not_found' })
    if (!from.includes(row.state)) {
      if (ids.length > 1) continue
      throw new Problem(`outbox.cannot_${action}`, { id, state: row.state }, { kind: 'conflict' })
    }
    const until = action === 'hold' ? HELD_FOR_GOOD : to === 'queued' ? write.now : row.not_before
    const change = { state: to, not_before: until, error_code: null, error_params: null }
    outbox.changeMail(write.db, id, from, change, write.now)
    if (deliver) enqueueDelivery(write, id, null, true)
    recordAudit(write, { action: `mail.${action}`, entity: `outbox:${id}`, payload: { before: row.state } })
    write.emit({ type: 'outbox_changed', id })
    changed++
  }
  return { changed, left: ids.length - changed }
}
