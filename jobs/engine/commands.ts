import { unpack } from '../values/deflated'
import { Problem, type Reason } from '../values/problem'
import { type Instant, toIso } from '../values/time'
import { apiState, isFinished } from './api-state'
import type { Core } from './core'
import type { Endings } from './endings'
import type { ApiState } from './engine'
import type { Write } from './write'

function taskOf(core: Core, taskId: number) {
  const row = core.queries.one(taskId)
  if (!row) throw new Problem('engine.no_such_task', { id: taskId }, { kind: 'not_found' })
  return row
}

/** Inside a write: what waits ends here, what runs is marked. `running` says that it ends later, at its next check. */
export function revokeTask(
  core: Core,
  endings: Endings,
  write: Write,
  taskId: number,
  options: { reason?: Reason; terminate?: boolean } = {},
): { state: ApiState; running: boolean } {
  const row = taskOf(core, taskId)
  const reason = options.reason ?? { code: 'engine.revoked', params: { by: write.actor } }
  if (isFinished(row.state)) return { state: apiState(row), running: false }
  if (row.state === 'running') {
    core.queries.callOff(taskId, JSON.stringify(reason))
    core.afterCommit.add(() => core.interrupt(taskId, { terminate: options.terminate ?? false }))
    return { state: apiState(row), running: true }
  }
  core.queries.finish(taskId, 'revoked', write.now, null, JSON.stringify(reason), null)
  core.counts.move(row.name_id, row.queue_id, row.state, 'revoked')
  const name = core.catalogue.nameOf(row.name_id)
  for (const event of endings.tellFailed(row, name, JSON.parse(unpack(row.args)), 'revoked', reason)) write.emit(event)
  core.events.taskChanged(taskId)
  core.afterCommit.add(() => core.tellWaiters([{ taskId, state: 'revoked' }]))
  return { state: 'REVOKED', running: false }
}

/** Inside a write: puts a task that ended without success (or waits for its next try) back to work under the same id. */
export function retryTask(core: Core, taskId: number): { state: ApiState } {
  const row = taskOf(core, taskId)
  const early = row.state === 'waiting' && row.retries > 0
  if (!early && row.state !== 'failure' && row.state !== 'revoked' && row.state !== 'expired')
    throw new Problem('engine.cannot_retry', { id: taskId, state: apiState(row) }, { kind: 'conflict' })
  if (row.key !== null) {
    const holder = core.queries.openByKey(row.name_id, row.key)
    if (holder && holder.id !== taskId)
      throw new Problem('engine.key_taken', { id: taskId, holder: holder.id }, { kind: 'conflict' })
  }
  if (row.batch_id !== null && !early) {
    core.batches.reopened(taskId)
    if (core.batches.waitsAgain(taskId)) return { state: 'PENDING' }
  }
  core.queries.reopen(taskId, row.key)
  core.counts.move(row.name_id, row.queue_id, row.state, 'ready')
  core.ready.add(row.lane, row.queue_id)
  core.events.taskChanged(taskId)
  return { state: 'PENDING' }
}

/** Inside a write: puts a waiting task off. What was to be given up after waiting so long waits so much longer. */
export function snoozeTask(core: Core, write: Write, taskId: number, until: Instant): { state: ApiState } {
  const row = taskOf(core, taskId)
  if (until <= write.now) throw new Problem('engine.snooze_in_past', { until: toIso(until), now: toIso(write.now) })
  const isHeld = row.state === 'waiting' && row.due_at === null
  if ((row.state !== 'ready' && row.state !== 'waiting') || isHeld)
    throw new Problem('engine.cannot_snooze', { id: taskId, state: apiState(row) }, { kind: 'conflict' })
  core.queries.snooze(taskId, until, until - (row.due_at ?? write.now))
  if (row.state === 'ready') core.counts.move(row.name_id, row.queue_id, 'ready', 'waiting')
  core.rescheduleTimer()
  core.events.taskChanged(taskId)
  return { state: apiState({ ...row, state: 'waiting' }) }
}
