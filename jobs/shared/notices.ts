import type { Db } from '../../db/open'
import { insertNotice, markNoticeSeen, unseenNoticeRows } from '../../db/queries/shared/records'
import type { Write } from '../engine/write'
import type { Params, Reason } from '../values/problem'
import { type Instant, instant } from '../values/time'

export type NewNotice = {
  /** 'while_closed', 'failure', 'freed', 'backup', … */
  kind: string
  code: string
  params: Params
  /** What it is about: 'period:7'. */
  entity?: string
}

export type Notice = { id: number; at: Instant; kind: string; reason: Reason; entity: string | null }

/** Leaves a line for the administrator's Today, worded by its code, and answers with its id. No personal data, no amounts. */
export function addNotice(write: Write, notice: NewNotice): number {
  const id = insertNotice(write.db, {
    at: write.now,
    kind: notice.kind,
    code: notice.code,
    params: JSON.stringify(notice.params),
    entity: notice.entity ?? null,
  })
  write.emit({ type: 'notice', id })
  return id
}

/** What nobody has looked at yet, newest first. */
export function unseenNotices(db: Db, limit = 200): Notice[] {
  return unseenNoticeRows(db, limit).map((row) => ({
    id: row.id,
    at: instant(row.at),
    kind: row.kind,
    reason: { code: row.code, params: JSON.parse(row.params) as Params },
    entity: row.entity,
  }))
}

/** Takes notices off the list; answers with how many were still on it. */
export function seeNotices(write: Write, ids: number[]): number {
  let seen = 0
  for (const id of ids) if (markNoticeSeen(write.db, id, write.now)) seen++
  if (seen > 0) write.emit({ type: 'notice' })
  return seen
}
