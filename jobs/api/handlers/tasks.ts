import { type AnyTask, QUEUES } from '../../engine/define-task'
import type { facetCounts, listTasks, TaskLine, TaskView } from '../../engine/monitor'
import type { EnqueueOptions } from '../../engine/write'
import { didYouMean } from '../../values/nearest'
import { Problem, type Reason } from '../../values/problem'
import { type Instant, parseInstant, toIso } from '../../values/time'
import { wordReason } from '../../words'
import type { taskContract } from '../contract/tasks'
import type { Caller, HandlersOf, Office } from '../office'
import { positionalArgs } from './positional-args'
import { lineFor, reasonFor, withheldFrom } from './withheld'

/** A client that says “now” is a moment late when its request arrives. */
const ETA_TOLERANCE_MS = 1000

type Elsewhere = 'tasks.snooze' | 'tasks.rerun' | 'tasks.redrive' | 'tasks.bulk'

export const taskHandlers: HandlersOf<Omit<typeof taskContract, Elsewhere>> = {
  async 'tasks.enqueue'(office, input, caller) {
    const task = taskOf(office, input.task)
    const args = Array.isArray(input.args) ? positionalArgs(task, input.args) : input.args
    const options: EnqueueOptions = { origin: caller.actor }
    if (input.queue !== undefined) options.queue = queueOf(input.queue)
    if (input.priority !== undefined) options.priority = input.priority
    if (input.countdown !== undefined) options.countdownSeconds = input.countdown
    if (input.eta !== undefined) options.eta = etaOf(input.eta, office.clock.now())
    if (input.expires !== undefined) options.expiresSeconds = input.expires
    if (input.unique_key !== undefined) options.uniqueKey = input.unique_key
    if (input.eta !== undefined && input.countdown !== undefined) throw new Problem('tasks.eta_and_countdown')
    const { taskId, state, deduplicated } = await office.engine.enqueue(task.name, args, options)
    return { task_id: String(taskId), state: state as TaskLine['state'], deduplicated }
  },

  async 'tasks.get'(office, { id }, caller) {
    const task = await office.engine.reader.ask<TaskView | null>('engine.task', { id })
    if (!task) throw new Problem('tasks.not_found', { id }, { kind: 'not_found' })
    return { ...detailFor(caller, office, task), waits_for: inWords(whyWaiting(office, task)) }
  },

  async 'tasks.list'(office, { task, cursor, ...filter }, caller) {
    const params: Parameters<typeof listTasks>[1] = {
      ...filter,
      // A guide's name finds what runs under ours.
      task: task === undefined ? undefined : (office.engine.definition(task)?.name ?? task),
      before: cursor,
    }
    const page = await office.engine.reader.ask<ReturnType<typeof listTasks>>('engine.list_tasks', params)
    return {
      items: page.items.map((line) => lineFor(caller, office, line)),
      next: page.next === null ? null : String(page.next),
    }
  },

  'tasks.counts': async (office) => ({
    items: await office.engine.reader.ask<ReturnType<typeof facetCounts>>('engine.task_facets'),
  }),

  async 'tasks.revoke'(office, { id, terminate }, caller) {
    const { state } = await office.engine.revoke(id, { terminate }, caller.actor)
    return { task_id: String(id), state }
  },

  async 'tasks.retry'(office, { id }, caller) {
    const { state } = await office.engine.retry(id, caller.actor)
    return { task_id: String(id), state }
  },
}

function detailFor(caller: Caller, office: Office, task: TaskView) {
  const withheld = withheldFrom(caller, office, task.task)
  return {
    ...lineFor(caller, office, task),
    batch_id: task.batch_id,
    result_gone_at: task.result_gone_at,
    args: withheld ? null : task.args,
    result: withheld ? null : task.result,
    withheld: inWords(withheld),
    attempts: task.attempts.map((attempt) => ({
      ...attempt,
      error: reasonFor(caller, office, task.task, attempt.error),
    })),
    log: withheld ? [] : task.log,
  }
}

/** A task that could start now and does not: the lock that it found held, or what its queue is held back by. */
function whyWaiting({ engine }: Office, { state, eta, error, task_id, queue }: TaskView): Reason | null {
  if (state !== 'PENDING' && state !== 'RETRY') return null
  if (eta !== null) return error?.code === 'engine.lock_held' ? error : null
  return state === 'RETRY' ? null : (engine.batches.holds(Number(task_id)) ?? engine.queues.holds(queue))
}

export const inWords = (reason: Reason | null) =>
  reason === null ? null : { code: reason.code, ...wordReason(reason) }

export function taskOf(office: Office, name: string): AnyTask {
  const task = office.engine.definition(name)
  if (task) return task
  const known = office.engine.definitions().flatMap((one) => [one.name, ...(one.aliases ?? [])])
  throw new Problem('tasks.unknown_task', { task: name, near: didYouMean(name, known) }, { kind: 'not_found' })
}

export function queueOf(name: string): string {
  const queues = Object.keys(QUEUES)
  if (queues.includes(name)) return name
  throw new Problem('tasks.unknown_queue', { queue: name, near: didYouMean(name, queues), queues: queues.join(', ') })
}

function etaOf(text: string, now: Instant): Instant {
  const eta = parseInstant(text)
  if (eta === null || eta < now - ETA_TOLERANCE_MS)
    throw new Problem('tasks.eta_in_past', { eta: text, now: toIso(now) })
  return eta
}
