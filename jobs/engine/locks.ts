import type { Db } from '../../db/open'
import { lockRow, putLock } from '../../db/queries/locks'
import { Problem, type Reason } from '../values/problem'
import type { TaskCall } from './define-task'

/** A named lock as one attempt holds it. `number`: one more at each taking. */
export type Fence = { name: string; number: number }

/**
 * Takes a named lock for a task in the transaction of its claim, or says who holds it. It holds for this attempt: when the
 * lease ends, however it ends, the lock is free, and nobody clears it by hand.
 */
export function takeLock(db: Db, name: string, call: TaskCall): { fence: Fence } | { held: Reason } {
  const before = lockRow(db, name)
  if (before?.is_held === 1) {
    const isOwn = before.task_id === call.taskId && before.attempt === call.attempt
    if (isOwn) return { fence: { name, number: before.fence } }
    return { held: { code: 'engine.lock_held', params: { name, holder: before.task_id } } }
  }
  const number = (before?.fence ?? 0) + 1
  putLock(db, name, number, call.taskId, call.now)
  return { fence: { name, number } }
}

/** Refuses what is written under a number that somebody has overtaken. */
export function checkFence(db: Db, fence: Fence | null): void {
  if (fence === null) return
  const now = lockRow(db, fence.name)
  if (now?.fence !== fence.number)
    throw new Problem(
      'engine.lock_lost',
      { name: fence.name, fence: fence.number, now: now?.fence ?? 0 },
      { kind: 'conflict' },
    )
}
