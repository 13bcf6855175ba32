import type { Db } from '../open'
import { statement } from '../statement'
import type { TaskState } from './engine'

export type KeptRow = {
  id: number
  task: string
  name_id: number
  queue_id: number
  state: TaskState
  created_at: number
  finished_at: number | null
  has_result: number
  in_running_batch: number
}

/** Tasks from the oldest on, as far as it matters how long they are kept. */
export const keptAfter = (db: Db, id: number, count: number): KeptRow[] =>
  statement(
    db,
    `select task.id, task_name.name as task, task.name_id, task.queue_id, task.state, task.created_at, task.finished_at,
       task.result is not null as has_result,
       coalesce(batch.state = 'running', 0) as in_running_batch
     from task join task_name on task_name.id = task.name_id left join batch on batch.id = task.batch_id
     where task.id > ? order by task.id limit ?`,
  ).all(id, count) as KeptRow[]

export const keptOnes = (db: Db, ids: number[]): KeptRow[] =>
  statement(
    db,
    `select task.id, task_name.name as task, task.name_id, task.queue_id, task.state, task.created_at, task.finished_at,
       task.result is not null as has_result, 0 as in_running_batch
     from task join task_name on task_name.id = task.name_id
     where task.id in (select value from json_each(?)) and task.finished_at is not null`,
  ).all(JSON.stringify(ids)) as KeptRow[]

/** Gives results up; the tasks stay. */
export function dropResults(db: Db, ids: number[], at: number): void {
  statement(
    db,
    `update task set result = null, result_gone_at = ?
     where id in (select value from json_each(?)) and finished_at is not null`,
  ).run(at, JSON.stringify(ids))
}

/** Deletes log lines of tasks. */
export function dropLogs(db: Db, ids: number[]): void {
  statement(db, 'delete from task_log where task_id in (select value from json_each(?))').run(JSON.stringify(ids))
}

/** Deletes tasks with all that hangs on them; the counters are the caller's. */
export function dropTasks(db: Db, ids: number[]): void {
  if (ids.length === 0) return
  const list = JSON.stringify(ids)
  const batches = statement(
    db,
    'select distinct batch_id from batch_member where task_id in (select value from json_each(?))',
  )
    .pluck()
    .all(list)
  dropLogs(db, ids)
  for (const sql of [
    'delete from attempt where task_id in (select value from json_each(?))',
    'delete from lock_wait where task_id in (select value from json_each(?))',
    'delete from bulk where task_id in (select value from json_each(?))',
    'delete from bulk_outcome where task_id in (select value from json_each(?))',
    'delete from batch_member where task_id in (select value from json_each(?))',
    'update batch set completion = null where completion in (select value from json_each(?))',
    'delete from task_text where rowid in (select value from json_each(?))',
    'delete from task where id in (select value from json_each(?))',
  ])
    statement(db, sql).run(list)
  statement(
    db,
    `delete from batch where id in (select value from json_each(?))
       and not exists (select 1 from batch_member where batch_id = batch.id)`,
  ).run(JSON.stringify(batches))
}

export function subtractCount(db: Db, nameId: number, queueId: number, state: TaskState, n: number): void {
  statement(db, 'update task_count set n = n - ? where name_id = ? and queue_id = ? and state = ?').run(
    n,
    nameId,
    queueId,
    state,
  )
}
