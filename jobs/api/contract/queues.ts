import { z } from 'zod'
import { defineMethod } from '../method'
import { IsoInstant, WordedReason } from './tasks'

const Rate = z.object({ tasks: z.int().min(1).max(10_000), seconds: z.int().min(1).max(86_400) })

const Named = z.strictObject({ name: z.string().min(1).max(100) })
const Changed = z.object({ name: z.string(), paused: z.boolean() })

/** A waiting task as a line of a saved queue. */
const SavedTask = z.strictObject({
  task_id: z.string().regex(/^\d+$/),
  task: z.string().min(1).max(200),
  args: z.record(z.string(), z.unknown()),
  queue: z.string(),
  priority: z.number().int(),
  unique_key: z.string().nullable(),
  created_at: IsoInstant,
  eta: IsoInstant.nullable(),
  expires: IsoInstant.nullable(),
})

export const queueContract = {
  'queues.save': defineMethod({
    summary: 'A page of the waiting tasks, to be written down line by line and put back by queues.restore',
    role: 'manager',
    input: z.strictObject({ after: z.coerce.number().int().min(0).default(0) }),
    output: z.object({ items: z.array(SavedTask), next: z.number().nullable() }),
  }),
  'queues.restore': defineMethod({
    summary: 'Puts saved tasks back; those that are here already or were put back before are left out',
    role: 'manager',
    input: z.strictObject({ items: z.array(SavedTask).max(500) }),
    output: z.object({
      restored: z.number(),
      duplicates: z.number(),
      /** `line` counts from 1 within what was given. */
      refused: z.array(z.object({ line: z.number(), reason: WordedReason })),
    }),
  }),
  'queues.list': defineMethod({
    summary: 'Every queue with its priority, what it holds and what it is held to',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/queues' }],
    input: z.strictObject({}),
    output: z.object({
      items: z.array(
        z.object({
          name: z.string(),
          priority: z.number(),
          paused: z.boolean(),
          /** `user:1`, while it is paused. */
          paused_by: z.string().nullable(),
          paused_at: z.string().nullable(),
          ready: z.number(),
          waiting: z.number(),
          running: z.number(),
          /** Since when the oldest task has waited that could start now. */
          oldest_at: z.string().nullable(),
          /** At most so many at once; null: as many as there are slots. */
          max_running: z.number().nullable(),
          rate: Rate.nullable(),
        }),
      ),
    }),
  }),
  'queues.pause': defineMethod({
    summary: 'Hands out nothing more of a queue until it is resumed; what runs goes on',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/queues/:name/pause' }],
    input: Named,
    output: Changed,
  }),
  'queues.resume': defineMethod({
    summary: 'Lets a paused queue go on',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/queues/:name/resume' }],
    input: Named,
    output: Changed,
  }),
  'queues.purge': defineMethod({
    summary: 'Takes back everything that waits in a queue; each task says why',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/queues/:name/purge' }],
    input: Named,
    output: z.object({ name: z.string(), revoked: z.number() }),
  }),
  'queues.limit': defineMethod({
    summary:
      'Sets how many tasks of a queue run at once and how fast they start; null is no limit, what is left out stands as declared',
    role: 'manager',
    input: z.strictObject({
      name: z.string().min(1).max(100),
      max_running: z.int().min(1).max(1000).nullable().optional(),
      rate: z.strictObject(Rate.shape).nullable().optional(),
    }),
    output: z.object({ name: z.string(), max_running: z.number().nullable(), rate: Rate.nullable() }),
  }),
} as const
