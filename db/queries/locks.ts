import type { Db } from '../open'
import { statement } from '../statement'

export type LockRow = { fence: number; task_id: number; attempt: number; is_held: number }

/** A lock holds as long as the lease under which it was taken: nobody has to clear it. */
export const lockRow = (db: Db, name: string) =>
  statement(
    db,
    `select lock.fence, lock.task_id, lock.attempt,
       coalesce(task.state = 'running' and task.boot_id = lock.boot_id and task.attempt = lock.attempt, 0) as is_held
     from lock left join task on task.id = lock.task_id where lock.name = ?`,
  ).get(name) as LockRow | undefined

/** Only a running task takes a lock: its lease is copied. */
export function putLock(db: Db, name: string, fence: number, taskId: number, at: number): void {
  statement(
    db,
    `insert into lock (name, fence, task_id, boot_id, attempt, taken_at)
     select ?, ?, id, boot_id, attempt, ? from task where id = ? and state = 'running'
     on conflict do update set fence = excluded.fence, task_id = excluded.task_id, boot_id = excluded.boot_id,
       attempt = excluded.attempt, taken_at = excluded.taken_at`,
  ).run(name, fence, at, taskId)
}
