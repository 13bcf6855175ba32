import { z } from 'zod'
import { defineMethod } from '../method'
import { TaskRow } from './tasks'

const Nothing = z.strictObject({})
const Tasks = z.object({ items: z.array(TaskRow) })

const Slot = z.object({
  name: z.string(),
  lane: z.enum(['slots', 'network']),
  state: z.string(),
  tasks_done: z.number(),
  running: z.array(z.string()),
})

export const Stats = z.object({
  state: z.string(),
  boot: z.number(),
  started_at: z.string(),
  pid: z.number(),
  version: z.string(),
  slots: z.array(Slot),
  /** Tasks of the whole history by state. */
  tasks: z.record(z.string(), z.number()),
})

export const HealthCheck = z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })

export const systemContract = {
  'system.health': defineMethod({
    summary: 'Whether the office can do its work, check by check; 503 where it cannot',
    role: 'viewer',
    rest: [
      { verb: 'GET', path: '/api/health' },
      { verb: 'GET', path: '/api/celery/health' },
    ],
    input: Nothing,
    output: z.object({
      status: z.enum(['healthy', 'degraded']),
      message: z.string(),
      workers: z.array(z.string()),
      stats: Stats,
      registered_tasks: z.array(z.string()),
      checks: z.array(HealthCheck),
    }),
    statusOf: (health) => (health.status === 'healthy' ? 200 : 503),
  }),
  'system.about': defineMethod({
    summary: 'What runs here: version, runtime, database, office time',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/about' }],
    input: Nothing,
    output: z.object({
      version: z.string(),
      runtime: z.string(),
      sqlite: z.string(),
      journal: z.string(),
      synchronous: z.string(),
      folder: z.string(),
      zone: z.string(),
      now: z.string(),
      test_mode: z.boolean(),
      /** Everything in this office is invented, and no mail leaves it. */
      sample: z.boolean(),
    }),
  }),
  'inspect.ping': defineMethod({
    summary: 'Answers for every slot that is alive',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/inspect/ping' }],
    input: Nothing,
    output: z.object({ items: z.array(z.object({ worker: z.string(), answer: z.literal('pong') })) }),
  }),
  'inspect.active': defineMethod({
    summary: 'What runs now',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/inspect/active' }],
    input: Nothing,
    output: Tasks,
  }),
  'inspect.reserved': defineMethod({
    summary: 'What is ready and waits for a slot, in the order in which it will start (the first 100)',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/inspect/reserved' }],
    input: Nothing,
    output: Tasks,
  }),
  'inspect.scheduled': defineMethod({
    summary: 'What waits for its time: countdown, eta, the next retry (the first 100)',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/inspect/scheduled' }],
    input: Nothing,
    output: Tasks,
  }),
  'inspect.registered': defineMethod({
    summary: 'Every task the office knows, with the names the guides give it',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/inspect/registered' }],
    input: Nothing,
    output: z.object({
      items: z.array(
        z.object({
          task: z.string(),
          aliases: z.array(z.string()),
          queue: z.string(),
          priority: z.number(),
          /** What it is given, as far as its schema can be told; a task of free arguments has none here. */
          arguments: z.array(
            z.object({
              name: z.string(),
              isRequired: z.boolean(),
              kind: z.enum(['text', 'number', 'yes_no', 'choice', 'json']),
              choices: z.array(z.string()),
            }),
          ),
        }),
      ),
    }),
  }),
  'inspect.stats': defineMethod({
    summary: 'The engine: since when it runs, its slots, how many tasks in which state',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/inspect/stats' }],
    input: Nothing,
    output: Stats,
  }),
  'inspect.memory': defineMethod({
    summary: "The office process's memory in bytes",
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/inspect/memory' }],
    input: Nothing,
    output: z.object({
      rss: z.number(),
      heap_used: z.number(),
      heap_total: z.number(),
      external: z.number(),
      array_buffers: z.number(),
      pss: z.number().nullable(),
    }),
  }),
} as const
