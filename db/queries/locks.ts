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

/** A task that was put off because the lock is held stands in line for it. */
export function noteLockWait(db: Db, taskId: number, name: string): void {
  statement(
    db,
    `insert into lock_wait (task_id, name, priority, queue_id, due_at)
     select id, ?, priority, queue_id, due_at from task where id = ? and state = 'waiting'
     on conflict do update set name = excluded.name, due_at = excluded.due_at`,
  ).run(name, taskId)
}

export function forgetLockWait(db: Db, taskId: number): void {
  statement(db, 'delete from lock_wait where task_id = ?').run(taskId)
}

export type NextForLock = {
  task_id: number
  name_id: number
  queue_id: number
  lane: number
  /** It waits for the lock still; not where it was taken back, put off by somebody or asks already. */
  waits: number
}

/** Who waits for a lock, in the order in which they get it. */
export const nextForLock = (db: Db, name: string, limit: number): NextForLock[] =>
  statement(
    db,
    `select wait.task_id, coalesce(task.name_id, 0) as name_id, wait.queue_id, coalesce(task.lane, 0) as lane,
       coalesce(task.state = 'waiting' and task.due_at = wait.due_at, 0) as waits
     from lock_wait wait left join task on task.id = wait.task_id
     where wait.name = ? order by wait.priority desc, wait.task_id limit ?`,
  ).all(name, limit) as NextForLock[]

export const awaitedLocks = (db: Db): string[] =>
  statement(db, 'select distinct name from lock_wait').pluck().all() as string[]
