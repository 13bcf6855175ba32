import fs from 'node:fs'
import os from 'node:os'
import { databaseFacts } from '../../../db/queries/health'
import { type TaskLine, taskCounts } from '../../engine/monitor'
import { priorityOf } from '../../engine/registry'
import { isSample } from '../../shared/sample-mark'
import { toIso } from '../../values/time'
import type { systemContract } from '../contract/system'
import type { Caller, HandlersOf, Office } from '../office'
import { readHealth } from './health'
import { isAlive, startedSlots } from './slots'
import { argumentsOf } from './task-arguments'
import { lineFor } from './withheld'

/** So many of a list that is looked at, not worked through. */
const SHOWN = 100

async function tasksOf(office: Office, caller: Caller, state: 'running' | 'ready' | 'waiting') {
  const found = await office.engine.reader.ask<TaskLine[]>('engine.unfinished', { state, limit: SHOWN })
  return { items: found.map((line) => lineFor(caller, office, line)) }
}

export const systemHandlers: HandlersOf<typeof systemContract> = {
  async 'system.health'(office) {
    const checks = await readHealth(office)
    const failed = checks.filter((check) => !check.ok)
    const workers = await workersOf(office)
    return {
      status: failed.length === 0 ? ('healthy' as const) : ('degraded' as const),
      message:
        failed.length === 0
          ? `${workers.length} worker(s) active`
          : failed.map((check) => `${check.name}: ${check.detail}`).join('; '),
      workers,
      stats: statsOf(office),
      registered_tasks: office.engine.definitions().map((task) => task.name),
      checks,
    }
  },

  'system.about': (office) => ({
    version: office.version,
    runtime: process.versions.electron ? `Electron ${process.versions.electron}` : `Node ${process.versions.node}`,
    ...databaseFacts(office.db),
    folder: office.folder,
    zone: office.engine.zone(),
    now: toIso(office.clock.now()),
    test_mode: office.testMode,
    sample: isSample(office.db),
  }),

  async 'inspect.ping'(office) {
    const workers = await workersOf(office)
    return { items: workers.map((worker) => ({ worker, answer: 'pong' as const })) }
  },
  'inspect.active': (office, _input, caller) => tasksOf(office, caller, 'running'),
  'inspect.reserved': (office, _input, caller) => tasksOf(office, caller, 'ready'),
  'inspect.scheduled': (office, _input, caller) => tasksOf(office, caller, 'waiting'),
  'inspect.registered': (office) => ({
    items: office.engine.definitions().map((task) => ({
      task: task.name,
      aliases: task.aliases ?? [],
      queue: task.queue,
      priority: priorityOf(task, task.queue),
      arguments: argumentsOf(task.args),
    })),
  }),
  'inspect.stats': statsOf,
  'inspect.memory': () => {
    const { rss, heapUsed, heapTotal, external, arrayBuffers } = process.memoryUsage()
    return { rss, heap_used: heapUsed, heap_total: heapTotal, external, array_buffers: arrayBuffers, pss: readPss() }
  },
}

/** The slots that answer, named as Celery names its workers: `slot-1@host`. */
async function workersOf(office: Office): Promise<string[]> {
  const slots = await startedSlots(office)
  return slots.filter(isAlive).map((slot) => `${slot.name}@${os.hostname()}`)
}

function statsOf(office: Office) {
  const { state, bootId, startedAt, slots } = office.engine.status()
  const tasks: Record<string, number> = {}
  // A few dozen counters, and on the write connection: health answers by them also where the reader cannot.
  for (const { state: stored, n } of taskCounts(office.db)) tasks[stored] = (tasks[stored] ?? 0) + n
  return {
    state,
    boot: bootId,
    started_at: toIso(startedAt),
    pid: process.pid,
    version: office.version,
    slots: slots.map((slot) => ({
      name: slot.name,
      lane: slot.lane,
      state: slot.state,
      tasks_done: slot.tasksDone,
      running: slot.running.map(String),
    })),
    tasks,
  }
}

/** The process's proportional share of memory; only Linux tells. */
function readPss(): number | null {
  try {
    const kib = /^Pss:\s+(\d+) kB$/m.exec(fs.readFileSync('/proc/self/smaps_rollup', 'utf8'))?.[1]
    return kib === undefined ? null : Number(kib) * 1024
  } catch {
    return null
  }
}
