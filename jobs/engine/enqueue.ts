import { pack } from '../values/deflated'
import { faultPoint } from '../values/faults'
import { Problem } from '../values/problem'
import { instant } from '../values/time'
import { apiState } from './api-state'
import type { Core } from './core'
import type { AnyTask } from './define-task'
import { checkArgs, priorityOf } from './registry'
import type { Enqueued, EnqueueOptions } from './write'

const MAX_ARGS_BYTES = 1_000_000

/** Writes a task inside the open transaction. A key that is still unfinished answers with the task that holds it. */
export function enqueueIn(core: Core, name: string, args: Record<string, unknown>, options: EnqueueOptions): Enqueued {
  const task = core.registry.get(name)
  return writeTask(core, task, checkArgs(task, args), options, 'now')
}

/** Arguments as their row holds them. */
export function argsText(task: AnyTask, args: Record<string, unknown>): string {
  const text = JSON.stringify(args)
  if (text.length > MAX_ARGS_BYTES)
    throw new Problem(
      'engine.arguments_too_large',
      { task: task.name, found: text.length, limit: MAX_ARGS_BYTES },
      { kind: 'too_large' },
    )
  return pack(text)
}

/** `held`: it waits, without an instant of its own, until the batch it belongs to lets it go. */
export function writeTask(
  core: Core,
  task: AnyTask,
  args: Record<string, unknown>,
  options: EnqueueOptions,
  start: 'now' | 'held',
): Enqueued {
  const text = argsText(task, args)
  const isHeld = start === 'held'
  const nameId = core.catalogue.nameId(task.name)
  const queue = options.queue ?? task.queue
  const queueId = core.catalogue.queueId(queue)
  const key = isHeld ? null : (options.uniqueKey ?? task.key?.(args) ?? null)
  if (key !== null) {
    const holder = core.queries.openByKey(nameId, key)
    if (holder) return { taskId: holder.id, deduplicated: true, state: apiState(holder) }
  }
  const now = core.clock.now()
  const due = dueAt(options, now)
  const expiresSeconds = options.expiresSeconds ?? (isHeld ? undefined : task.expiresSeconds)
  const isLater = due !== null && due > now
  const state = isHeld || isLater ? 'waiting' : 'ready'
  const lane = task.lane === 'network' ? 1 : 0
  const taskId = core.queries.insert({
    nameId,
    queueId,
    lane,
    priority: options.priority ?? priorityOf(task, queue),
    state,
    args: text,
    key,
    origin: options.origin ?? 'system',
    createdAt: now,
    dueAt: isLater ? due : null,
    expiresAt: expiresSeconds === undefined ? null : instant((due ?? now) + expiresSeconds * 1000),
  })
  core.counts.add(nameId, queueId, state, 1)
  if (state === 'ready') core.ready.add(lane, queueId)
  if (isLater || expiresSeconds !== undefined) core.rescheduleTimer()
  core.events.taskChanged(taskId)
  faultPoint('engine.enqueued_before_commit')
  return { taskId, deduplicated: false, state: 'PENDING' }
}

function dueAt({ eta, countdownSeconds }: EnqueueOptions, now: number) {
  if (eta !== undefined && countdownSeconds !== undefined) throw new Problem('engine.eta_and_countdown')
  if (eta !== undefined) return eta
  if (countdownSeconds === undefined) return null
  if (!Number.isFinite(countdownSeconds) || countdownSeconds < 0)
    throw new Problem('engine.bad_countdown', { found: String(countdownSeconds) })
  return instant(now + countdownSeconds * 1000)
}
