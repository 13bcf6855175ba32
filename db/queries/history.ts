import type { Db } from '../open'
import { statement } from '../statement'

/** What of an office's past is no longer needed once it is old, besides its tasks; in the order in which it is cleared. */
export const HISTORY = ['occurrence', 'notice', 'boot', 'schedule_version', 'restored'] as const
export type HistoryTable = (typeof HISTORY)[number]

export type PastRow = { key: number | string; at: number; is_out: number | null }

const hasNoTask = (id: string) => `not exists (select 1 from task where task.id = ${id})`

/** When each row was written, and whether it may go that is older than `before`. */
const PAST: Record<HistoryTable, { key: string; at: string; isOut: string }> = {
  // The schedule's page shows the last fifty, also of one that runs once a year; one that waits or whose task is kept stays.
  occurrence: {
    key: 'id',
    at: 'decided_at',
    isOut: `state <> 'queued' and (task_id is null or ${hasNoTask('past.task_id')}) and due_at < (
      select newer.due_at from occurrence newer where newer.schedule_id = past.schedule_id
      order by newer.due_at desc limit 1 offset 49)`,
  },
  // What nobody has looked at stays, unless the task it tells of is gone: then it is shown nowhere.
  notice: {
    key: 'id',
    at: 'at',
    isOut: `(seen_at is not null or (kind = 'failure' and entity like 'task:%'
      and ${hasNoTask('cast(substr(past.entity, 6) as integer)')}))`,
  },
  boot: { key: 'id', at: 'started_at', isOut: 'id <= (select id from boot order by id desc limit 1 offset 100)' },
  // The one that was in force when what is kept begins stays, and with it the present one.
  schedule_version: {
    key: 'id',
    at: 'at',
    isOut: `exists (select 1 from schedule_version later
      where later.schedule_id = past.schedule_id and later.id > past.id and later.at < @before)`,
  },
  restored: { key: 'digest', at: 'at', isOut: hasNoTask('past.task_id') },
}

/** Rows of a table by their key, as far as it matters how long they are kept. */
export function pastAfter(
  db: Db,
  table: HistoryTable,
  { after, before, limit }: { after: number | string; before: number; limit: number },
): PastRow[] {
  const { key, at, isOut } = PAST[table]
  return statement(
    db,
    `select ${key} as key, ${at} as at, ${at} < @before and ${isOut} as is_out
     from ${table} past where ${key} > @after order by ${key} limit @limit`,
  ).all({ after, before, limit }) as PastRow[]
}

export function dropPast(db: Db, table: HistoryTable, keys: (number | string)[]): void {
  if (keys.length === 0) return
  statement(db, `delete from ${table} where ${PAST[table].key} in (select value from json_each(?))`).run(
    JSON.stringify(keys),
  )
}
