import type { Db } from '../../db/open'
import { forgetLockWait, lockRow, nextForLock, noteLockWait, putLock } from '../../db/queries/locks'
import { Problem, type Reason } from '../values/problem'
import type { Core } from './core'
import type { TaskCall } from './define-task'

/** A named lock as one attempt holds it. `number`: one more at each taking. */
export type Fence = { name: string; number: number }

/**
 * Who finds a lock held is woken by whoever gives it back. After so long it asks all the same: where the next in line was
 * taken back before its turn came, or its queue lets nobody go.
 */
const LOCK_AGAIN_MS = 10_000

/** So many in line are looked at for the next one that may go. */
const LOOKED_AT = 100

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
  forgetLockWait(db, call.taskId)
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

type Claimed = { id: number; name_id: number; queue_id: number }

/** Inside the claim's transaction: as if it had not been handed out, until the holder has ended. */
export function waitForLock(core: Core, { id, name_id, queue_id }: Claimed, held: Reason): void {
  core.queries.putOffUnstarted(id, core.clock.now() + LOCK_AGAIN_MS, JSON.stringify(held))
  noteLockWait(core.db, id, String(held.params.name))
  core.counts.move(name_id, queue_id, 'running', 'waiting')
  core.rescheduleTimer()
}

/**
 * Inside the transaction in which the holder's lease ended: the next in line becomes ready, and is claimed with the same
 * commit where a slot is free. Those of a queue that lets nobody go are passed over.
 */
export function passLockOn(core: Core, name: string): void {
  for (const { task_id, name_id, queue_id, lane, waits } of nextForLock(core.db, name, LOOKED_AT)) {
    const { paused, isServed } = core.gates.of(queue_id)
    if (waits === 1 && (paused || !isServed)) continue
    forgetLockWait(core.db, task_id)
    if (waits === 0) continue
    core.queries.letGo(task_id)
    core.counts.move(name_id, queue_id, 'waiting', 'ready')
    core.ready.add(lane, queue_id)
    core.events.taskChanged(task_id)
    return
  }
}
