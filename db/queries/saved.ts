import type { Db } from '../open'
import { statement } from '../statement'

export type WaitingTask = {
  id: number
  task: string
  queue: string
  priority: number
  args: string
  key: string | null
  created_at: number
  due_at: number | null
  expires_at: number | null
}

/** Tasks that wait for a slot or for their time, by number; members of a batch stay with it. */
export const waitingTasks = (db: Db, after: number, limit: number): WaitingTask[] =>
  statement(
    db,
    // Each part on its index and then sorted: what has ended, which is most, is not walked over.
    `select task.id, task_name.name as task, queue.name as queue, task.priority, task.args, task.key, task.created_at,
       task.due_at, task.expires_at
     from task join task_name on task_name.id = task.name_id join queue on queue.id = task.queue_id
     where task.id in (${[
       ['ready', 'task_ready'],
       ['waiting', 'task_waiting'],
     ]
       .map(
         ([state, index]) => `select * from (select task.id from task indexed by ${index}
           where task.state = '${state}' and task.batch_id is null and task.id > ? order by +task.id limit ?)`,
       )
       .join(' union all ')})
     order by task.id limit ?`,
  ).all(after, limit, after, limit, limit) as WaitingTask[]

/** The task that a saved line is, where it was saved from this office. */
export const sameTask = (db: Db, id: number, task: string, createdAt: number) =>
  statement(
    db,
    `select task.id from task join task_name on task_name.id = task.name_id
     where task.id = ? and task_name.name = ? and task.created_at = ?`,
  )
    .pluck()
    .get(id, task, createdAt) as number | undefined

export const restoredAs = (db: Db, digest: string) =>
  statement(db, 'select task_id from restored where digest = ?').pluck().get(digest) as number | undefined

export function noteRestored(db: Db, digest: string, taskId: number, at: number): void {
  statement(db, 'insert into restored (digest, task_id, at) values (?, ?, ?)').run(digest, taskId, at)
}
