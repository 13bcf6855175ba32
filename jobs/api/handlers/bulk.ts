import type { BulkArgs } from '../../engine/bulk'
import { taskView } from '../../engine/monitor'
import { recordAudit } from '../../shared/audit'
import { Problem } from '../../values/problem'
import { type Instant, instant, parseInstant, toIso } from '../../values/time'
import type { taskContract } from '../contract/tasks'
import type { Caller, HandlersOf, Office } from '../office'
import { positionalArgs } from './positional-args'
import { queueOf, taskOf } from './tasks'

type Ours = 'tasks.snooze' | 'tasks.rerun' | 'tasks.redrive' | 'tasks.bulk'

export const bulkHandlers: HandlersOf<Pick<typeof taskContract, Ours>> = {
  async 'tasks.snooze'(office, { id, ...later }, caller) {
    const until = untilOf(office, later)
    const { state } = await office.engine.snooze(id, until, caller.actor)
    return { task_id: String(id), state, eta: toIso(until) }
  },

  async 'tasks.rerun'(office, { id, args, queue, priority }, caller) {
    const before = taskView(office.db, id)
    if (!before) throw new Problem('tasks.not_found', { id }, { kind: 'not_found' })
    const task = taskOf(office, before.task)
    const given = Array.isArray(args) ? positionalArgs(task, args) : args
    const { taskId, state, deduplicated } = await office.engine.write(caller.actor, (write) => {
      const made = write.enqueue(task.name, given ?? (before.args as Record<string, unknown>), {
        queue: queue === undefined ? before.queue : queueOf(queue),
        priority: priority ?? before.priority,
      })
      recordAudit(write, { action: 'task.rerun', entity: `task:${id}`, payload: { as: made.taskId } })
      return made
    })
    return { task_id: String(taskId), state: state as 'PENDING', deduplicated }
  },

  async 'tasks.redrive'(office, { id, ...filter }, caller) {
    if (id === undefined) return startBulk(office, { action: 'redrive', filter }, caller)
    const { state } = await office.engine.retry(id, caller.actor)
    return { task_id: String(id), state }
  },

  'tasks.bulk'(office, { action, ids, filter, until, seconds, terminate }, caller) {
    if (!ids && !filter) throw new Problem('tasks.bulk_of_nothing', { action }, { kind: 'invalid' })
    const later = action === 'snooze' ? { until: untilOf(office, { until, seconds }) } : {}
    return startBulk(
      office,
      { action, ...(ids && { ids }), ...(filter && { filter }), ...later, ...(terminate && { terminate }) },
      caller,
    )
  },
}

async function startBulk(office: Office, args: BulkArgs, caller: Caller) {
  const { task, queue } = args.filter ?? {}
  if (queue !== undefined) queueOf(queue)
  // A guide's name means the task that bears it here.
  const filter = args.filter && { ...args.filter, ...(task !== undefined && { task: taskOf(office, task).name }) }
  const { taskId, state } = await office.engine.write(caller.actor, (write) => {
    const made = write.enqueue('engine.bulk', { ...args, ...(filter && { filter }) })
    recordAudit(write, { action: `tasks.bulk_${args.action}`, entity: `task:${made.taskId}` })
    return made
  })
  return { task_id: String(taskId), state: state as 'PENDING' }
}

function untilOf(
  office: Office,
  { until, seconds }: { until?: string | undefined; seconds?: number | undefined },
): Instant {
  const at = until === undefined ? null : parseInstant(until)
  if (at !== null && seconds === undefined) {
    const now = office.clock.now()
    if (at <= now) throw new Problem('engine.snooze_in_past', { until: toIso(at), now: toIso(now) })
    return at
  }
  if (at === null && seconds !== undefined) return instant(office.clock.now() + seconds * 1000)
  throw new Problem('tasks.until_or_seconds')
}
