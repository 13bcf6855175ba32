import { databaseFile } from '../../../db/folder'
import { type Db, openReadOnly } from '../../../db/open'

/** Reads an office's database beside it, all in one snapshot. The connection is gone before the office is. */
export function readFacts<T>(folder: string, read: (db: Db) => T): T {
  const db = openReadOnly(databaseFile(folder))
  try {
    return db.transaction(() => read(db))()
  } finally {
    db.close()
  }
}

export type TaskFact = {
  id: number
  name: string
  state: string
  key: string | null
  created_at: number
  finished_at: number | null
  due_at: number | null
  boot_id: number | null
}

export const tasks = (db: Db): TaskFact[] =>
  db
    .prepare(
      `select task.id, task_name.name, state, key, created_at, finished_at, due_at, boot_id
       from task join task_name on task_name.id = name_id order by task.id`,
    )
    .all() as TaskFact[]

/** The boot that works on the folder, or worked last. */
export const currentBoot = (db: Db): number => db.prepare('select max(id) from boot').pluck().get() as number

export const effects = (db: Db): { task_id: number; n: number }[] =>
  db.prepare('select task_id, count(*) as n from test_effect group by task_id').all() as {
    task_id: number
    n: number
  }[]

/** Tasks of a queue whose attempt began after an instant. */
export const begunSince = (db: Db, queue: string, since: number): number[] =>
  db
    .prepare(
      `select task.id from task join queue on queue.id = queue_id
       where queue.name = ? and (started_at > ? or exists (select 1 from attempt where task_id = task.id and attempt.started_at > ?))`,
    )
    .pluck()
    .all(queue, since, since) as number[]

/** Chains, groups and chords that are not what their members say. */
export const wrongBatches = (db: Db): unknown[] =>
  db
    .prepare(
      `select batch.id, batch.state, size, batch.succeeded, batch.ended, sum(task.finished_at is not null) as members_ended
       from batch join batch_member on batch_member.batch_id = batch.id join task on task.id = task_id
       where completion is null or task_id <> completion
       group by batch.id
       having batch.ended <> members_ended
           or batch.succeeded <> sum(task.state = 'success')
           or (batch.state = 'success') <> (
             batch.succeeded = size
             and (completion is null or exists (select 1 from task where id = completion and state = 'success')))`,
    )
    .all()

/** Where the counters differ from the rows they count. */
export const wrongCounters = (db: Db): unknown[] =>
  db
    .prepare(
      `with counted as (select name_id, queue_id, state, count(*) as n from task group by name_id, queue_id, state),
            kept as (select name_id, queue_id, state, n from task_count where n <> 0)
       select 'counted' as side, * from (select * from counted except select * from kept)
       union all
       select 'kept' as side, * from (select * from kept except select * from counted)`,
    )
    .all()

export type MailFact = { id: number; state: string; message_id: string; task_id: number | null }
export const mails = (db: Db): MailFact[] =>
  db.prepare('select id, state, message_id, task_id from outbox order by id').all() as MailFact[]

export type OccurrenceFact = { due_at: number; state: string; task_id: number | null }
export const occurrences = (db: Db, scheduleId: number): OccurrenceFact[] =>
  db
    .prepare('select due_at, state, task_id from occurrence where schedule_id = ? order by due_at')
    .all(scheduleId) as OccurrenceFact[]

export const tasksOfSchedule = (db: Db, scheduleId: number): number[] =>
  db.prepare('select id from task where origin = ? order by id').pluck().all(`schedule:${scheduleId}`) as number[]

export const officeName = (db: Db): string | null => {
  const value = db.prepare(`select value from setting where name = 'office'`).pluck().get() as string | undefined
  return value === undefined ? null : ((JSON.parse(value) as { name: string | null }).name ?? null)
}
