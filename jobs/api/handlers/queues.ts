import type { QueueLimits } from '../../engine/define-task'
import { limitsOfQueue } from '../../engine/gates'
import { type QueueCount, queueCounts } from '../../engine/monitor'
import type { QueueControl } from '../../engine/queue-control'
import { restoreTasks, type savedTasks } from '../../engine/saved-queue'
import type { Write } from '../../engine/write'
import { recordAudit } from '../../shared/audit'
import { didYouMean } from '../../values/nearest'
import { Problem } from '../../values/problem'
import { wordReason } from '../../words'
import type { queueContract } from '../contract/queues'
import type { Caller, HandlersOf, Office } from '../office'

const SAVED_PAGE = 500

export const queueHandlers: HandlersOf<typeof queueContract> = {
  'queues.save': (office, { after }) =>
    office.engine.reader.ask<ReturnType<typeof savedTasks>>('engine.saved_tasks', { after, limit: SAVED_PAGE }),

  async 'queues.restore'(office, { items }, caller) {
    const done = await office.engine.write(caller.actor, (write) => {
      const restored = restoreTasks(write, items)
      recordAudit(write, { action: 'queue.restored', entity: 'queues', payload: { restored: restored.restored } })
      return restored
    })
    return {
      ...done,
      refused: done.refused.map(({ line, reason }) => ({ line, reason: { code: reason.code, ...wordReason(reason) } })),
    }
  },

  'queues.list': async (office) => ({
    items: (await office.engine.reader.ask<QueueCount[]>('engine.queues')).map(
      ({ rate_tasks, rate_seconds, max_running, ...queue }) => {
        const { maxRunning, rate } = limitsOfQueue({ name: queue.name, max_running, rate_tasks, rate_seconds })
        return { ...queue, max_running: maxRunning, rate }
      },
    ),
  }),

  async 'queues.pause'(office, { name }, caller) {
    await change(office, name, caller, 'paused', (write, queues) => queues.pause(write, name))
    return { name, paused: true }
  },

  async 'queues.resume'(office, { name }, caller) {
    await change(office, name, caller, 'resumed', (write, queues) => queues.resume(write, name))
    return { name, paused: false }
  },

  async 'queues.purge'(office, { name }, caller) {
    known(office, name)
    const revoked = await office.engine.queues.purge(name, caller.actor)
    await office.engine.write(caller.actor, (write) => {
      recordAudit(write, { action: 'queue.purged', entity: `queue:${name}`, payload: { revoked } })
    })
    return { name, revoked }
  },

  async 'queues.limit'(office, { name, max_running, rate }, caller) {
    const limits: QueueLimits = {
      ...(max_running !== undefined && { maxRunning: max_running }),
      ...(rate !== undefined && { rate }),
    }
    await change(office, name, caller, 'limited', (write, queues) => {
      queues.limit(write, name, limits)
      return true
    })
    const set = queueCounts(office.db).find((one) => one.name === name)
    const now = limitsOfQueue(set ?? { name, max_running: null, rate_tasks: null, rate_seconds: null })
    return { name, max_running: now.maxRunning, rate: now.rate }
  },
}

/** The change and its audit entry; what stood so already is not noted again. */
async function change(
  office: Office,
  name: string,
  caller: Caller,
  what: string,
  work: (write: Write, queues: QueueControl) => boolean,
): Promise<void> {
  known(office, name)
  await office.engine.write(caller.actor, (write) => {
    if (work(write, office.engine.queues)) recordAudit(write, { action: `queue.${what}`, entity: `queue:${name}` })
  })
}

/** Refuses a queue that there is not, with the one that was probably meant. */
export function known(office: Office, name: string): string {
  const names = queueCounts(office.db).map((one) => one.name)
  if (names.includes(name)) return name
  throw new Problem(
    'tasks.unknown_queue',
    { queue: name, near: didYouMean(name, names), queues: names.join(', ') },
    { kind: 'not_found' },
  )
}
