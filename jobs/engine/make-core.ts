import { batchQueries } from '../../db/queries/batches'
import { engineQueries } from '../../db/queries/engine'
import { queueQueries } from '../../db/queries/queues'
import { AfterCommit } from './after-commit'
import { Batches } from './batches'
import { bulkTask } from './bulk'
import { Catalogue } from './catalogue'
import type { Core, Running } from './core'
import { Counts } from './counts'
import type { Endings } from './endings'
import type { EngineConfig } from './engine-config'
import { Events } from './events'
import { Gates } from './gates'
import { Pace } from './pace'
import { Registry } from './registry'

type Hooks = Pick<Core, 'wake' | 'rescheduleTimer' | 'interrupt' | 'tellWaiters'> & {
  ready: Core['ready']['add']
  endings: () => Endings
}

/** What the parts of one engine share: its statements, names, counters and a row that says that it has started. */
export function makeCore(config: EngineConfig, hooks: Hooks): Core {
  const { db, clock, zone, version } = config
  const queries = engineQueries(db)
  const queues = queueQueries(db)
  const registry = new Registry([...config.tasks, bulkTask(() => core, hooks.endings)])
  const names = registry.all.map((task) => task.name)
  const prepare = db.transaction(() => ({
    bootId: queries.addBoot(clock.now(), process.pid, version),
    catalogue: new Catalogue(queries, queues, names),
  }))
  const { bootId, catalogue } = prepare.immediate()
  const running = new Map<number, Running>()
  const core: Core = {
    db,
    queries,
    queues,
    batchRows: batchQueries(db),
    batches: new Batches(() => core, hooks.endings),
    clock,
    zone,
    registry,
    catalogue,
    counts: new Counts(),
    pace: new Pace(),
    events: new Events(),
    gates: new Gates(queues, (queueId) => runningIn(running, queueId), config.queues ? new Set(config.queues) : null),
    bootId,
    running,
    ready: { add: hooks.ready },
    taskFailed: config.taskFailed ?? (() => {}),
    wake: hooks.wake,
    rescheduleTimer: hooks.rescheduleTimer,
    interrupt: hooks.interrupt,
    afterCommit: new AfterCommit(),
    tellWaiters: hooks.tellWaiters,
  }
  return core
}

/** How many tasks of a queue hold a lease of this boot. */
export function runningIn(running: ReadonlyMap<number, Running>, queueId: number): number {
  let count = 0
  for (const { row } of running.values()) if (row.queue_id === queueId) count++
  return count
}
