import { lockRow, putLock } from '../../db/queries/locks'
import { Problem } from '../values/problem'
import type { TaskCall } from './define-task'
import type { Write } from './write'

/**
 * Takes a named lock for a running task (in its `begin` or `commit`) and answers with its fencing number, one more at each
 * taking. It holds for this attempt: when the lease ends, however it ends, the lock is free. A task that finds it held
 * is tried again later (`engine.lock_held`, transient).
 */
export function takeLock(write: Write, name: string, call: Pick<TaskCall, 'taskId' | 'attempt'>): number {
  const before = lockRow(write.db, name)
  if (before?.is_held === 1) {
    if (before.task_id === call.taskId && before.attempt === call.attempt) return before.fence
    throw new Problem('engine.lock_held', { name, holder: before.task_id }, { kind: 'conflict', transient: true })
  }
  putLock(write.db, name, (before?.fence ?? 0) + 1, call.taskId, write.now)
  const taken = lockRow(write.db, name)
  if (taken?.is_held !== 1 || taken.task_id !== call.taskId)
    throw new Problem('engine.not_running', { id: call.taskId }, { kind: 'conflict' })
  return taken.fence
}

/** Refuses what is written under a fencing number that somebody has overtaken. */
export function checkFence(write: Write, name: string, fence: number): void {
  const now = lockRow(write.db, name)
  if (now?.fence !== fence)
    throw new Problem('engine.lock_lost', { name, fence, now: now?.fence ?? 0 }, { kind: 'conflict' })
}
