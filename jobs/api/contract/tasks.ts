import { z } from 'zod'
import { defineMethod, Id } from '../method'

/** Celery's names, since the guides' clients poll for them. */
export const TaskState = z.enum(['PENDING', 'STARTED', 'PROGRESS', 'RETRY', 'SUCCESS', 'FAILURE', 'REVOKED', 'EXPIRED'])

/** What a list may be asked for besides: what waits (for a slot, its time or another try) and what runs. */
const ListedState = z.enum([...TaskState.options, 'WAITING', 'RUNNING'])

/** An instant of the outside: ISO 8601 with its offset (`2026-11-25T02:00:00Z`). */
export const IsoInstant = z.iso.datetime({ offset: true })

/** A reason in words. */
export const WordedReason = z.object({ code: z.string(), message: z.string(), fix: z.string() })

export const TaskProgress = z.object({ current: z.number(), total: z.number(), status: z.string() })

export const TaskRow = z.object({
  task_id: z.string(),
  task: z.string(),
  state: TaskState,
  ready: z.boolean(),
  /** Null until the task is ready. */
  successful: z.boolean().nullable(),
  progress: TaskProgress.nullable(),
  error: WordedReason.nullable(),
  queue: z.string(),
  priority: z.number(),
  eta: z.string().nullable(),
  expires: z.string().nullable(),
  created_at: z.string(),
  started_at: z.string().nullable(),
  finished_at: z.string().nullable(),
  retries: z.number(),
  /** On whose behalf: `user:1`, `schedule:3`, `task:7`, `system`. */
  origin: z.string(),
  unique_key: z.string().nullable(),
  /** Asked to stop while it runs. */
  revoking: z.boolean(),
})

export const TaskDetail = TaskRow.extend({
  args: z.unknown(),
  result: z.unknown(),
  /** Why arguments, result and log are not shown to whoever asks; its errors then say their code alone. */
  withheld: WordedReason.nullable(),
  /** Why it does not start, while it waits and its queue holds it back. */
  waits_for: WordedReason.nullable(),
  /** The chain, group or chord it belongs to. */
  batch_id: z.string().nullable(),
  /** Since when its result is no longer kept. */
  result_gone_at: z.string().nullable(),
  attempts: z.array(
    z.object({
      n: z.number(),
      started_at: z.string(),
      finished_at: z.string().nullable(),
      outcome: z.string(),
      slot: z.string(),
      error: WordedReason.nullable(),
    }),
  ),
  log: z.array(z.object({ at: z.string(), attempt: z.number(), level: z.string(), text: z.string() })),
})

const ById = z.strictObject({ id: Id })
const Changed = z.object({ task_id: z.string(), state: TaskState })

const Accepted = z.object({ task_id: z.string(), state: TaskState })

/** Which tasks are meant: by number, or all that fit. */
export const TaskFilter = z.strictObject({
  state: ListedState.optional(),
  task: z.string().optional(),
  queue: z.string().optional(),
  q: z.string().max(200).optional(),
})
const Later = {
  /** Until then … */
  until: IsoInstant.optional(),
  /** … or for so many seconds. */
  seconds: z.number().positive().max(31_536_000).optional(),
}

export const taskContract = {
  'tasks.snooze': defineMethod({
    summary: 'Puts a waiting task off, to an instant or for so many seconds',
    role: 'manager',
    input: z.strictObject({ id: Id, ...Later }),
    output: Changed.extend({ eta: z.string() }),
  }),
  'tasks.rerun': defineMethod({
    summary: 'Starts a task anew as a task of its own, with other arguments where they are given',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/tasks/:id/rerun', status: 202 }],
    input: z.strictObject({
      id: Id,
      /** All of them; those of the task where they are left out. */
      args: z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]).optional(),
      queue: z.string().optional(),
      priority: z.number().int().min(0).max(255).optional(),
    }),
    output: Accepted.extend({ deduplicated: z.boolean() }),
  }),
  'tasks.redrive': defineMethod({
    summary: 'Puts what failed for good back to work: one task, or all that fit, as a task with progress',
    role: 'manager',
    input: z.strictObject({
      id: Id.optional(),
      task: z.string().optional(),
      queue: z.string().optional(),
      q: z.string().max(200).optional(),
    }),
    output: Accepted,
  }),
  'tasks.bulk': defineMethod({
    summary:
      'Tries again, takes back, puts off or redrives many tasks, as a task with progress that counts each outcome',
    role: 'manager',
    input: z.strictObject({
      action: z.enum(['retry', 'revoke', 'snooze', 'redrive']),
      ids: z.array(Id).min(1).max(10_000).optional(),
      /** Without a state: what failed (retry, redrive) or waits (revoke, snooze). */
      filter: TaskFilter.optional(),
      ...Later,
      /** Of revoke: also by force what runs. */
      terminate: z.boolean().optional(),
    }),
    output: Accepted,
  }),
  'tasks.enqueue': defineMethod({
    summary: 'Gives a task to the office; it survives a power cut from the moment this answers',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/tasks', status: 202 }],
    input: z.strictObject({
      task: z.string().min(1).max(200),
      /** An object, or the positional list of the guides. */
      args: z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]).default({}),
      queue: z.string().optional(),
      /** Higher first. */
      priority: z.number().int().min(0).max(255).optional(),
      /** Seconds from now. */
      countdown: z.number().min(0).max(31_536_000).optional(),
      eta: IsoInstant.optional(),
      /** Seconds it may wait behind other work once it is due; then EXPIRED. */
      expires: z.number().positive().max(31_536_000).optional(),
      unique_key: z.string().min(1).max(200).optional(),
    }),
    output: z.object({ task_id: z.string(), state: TaskState, deduplicated: z.boolean() }),
  }),
  'tasks.get': defineMethod({
    summary: 'One task with its attempts, result, error in words and log',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/tasks/:id' }],
    input: ById,
    output: TaskDetail,
  }),
  'tasks.list': defineMethod({
    summary: 'Tasks, newest first, filtered by state, task, queue and words',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/tasks' }],
    input: TaskFilter.extend({
      /** `next` of the page before. */
      cursor: Id.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
    output: z.object({ items: z.array(TaskRow), next: z.string().nullable() }),
  }),
  'tasks.counts': defineMethod({
    summary: 'How many tasks of the whole history there are, by name, queue and stored state',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/tasks/counts' }],
    input: z.strictObject({}),
    output: z.object({
      items: z.array(
        z.object({
          task: z.string(),
          queue: z.string(),
          state: z.enum(['WAITING', 'RUNNING', 'SUCCESS', 'FAILURE', 'REVOKED', 'EXPIRED']),
          n: z.number(),
        }),
      ),
    }),
  }),
  'tasks.revoke': defineMethod({
    summary: 'Takes a waiting task back; with terminate also one that runs',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/tasks/:id/revoke' }],
    input: z.strictObject({ id: Id, terminate: z.boolean().default(false) }),
    output: Changed,
  }),
  'tasks.retry': defineMethod({
    summary: 'Puts a task that failed, expired or was revoked back to work under the same id',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/tasks/:id/retry' }],
    input: ById,
    output: Changed,
  }),
} as const
