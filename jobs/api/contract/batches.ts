import { z } from 'zod'
import { defineMethod, Id } from '../method'
import { TaskState, WordedReason } from './tasks'

const Member = z.strictObject({
  task: z.string().min(1).max(200),
  args: z.record(z.string(), z.unknown()).default({}),
  queue: z.string().optional(),
  /** Higher first. */
  priority: z.number().int().min(0).max(255).optional(),
  /**
   * The argument that is given the result of the step before (`previous` unless said otherwise) or, in a completion, the
   * list of all results in order (`results`); null: nothing is handed on.
   */
  result_as: z.string().min(1).max(100).nullable().optional(),
})

const Step = Member.extend({
  /** A name for `after` of another step. */
  step: z.string().min(1).max(100).optional(),
  /** The step it follows; the one before it in the list where it is left out. */
  after: z.string().min(1).max(100).optional(),
})

const Started = z.object({
  batch_id: z.string(),
  /** In the order in which they run. */
  task_ids: z.array(z.string()),
  completion_id: z.string().nullable(),
})

export const batchContract = {
  'tasks.chain': defineMethod({
    summary: 'Starts tasks one after the other; each is handed the result of the one before',
    role: 'manager',
    input: z.strictObject({ tasks: z.array(Step) }),
    output: Started,
  }),
  'tasks.group': defineMethod({
    summary: 'Starts tasks that belong together',
    role: 'manager',
    input: z.strictObject({ tasks: z.array(Member) }),
    output: Started,
  }),
  'tasks.chord': defineMethod({
    summary: 'Starts tasks, and when all of them have succeeded one more with all their results',
    role: 'manager',
    input: z.strictObject({ tasks: z.array(Member), completion: Member }),
    output: Started,
  }),
  'tasks.batch': defineMethod({
    summary: 'How far a chain, group or chord is, member by member',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/batches/:id' }],
    input: z.strictObject({ id: Id }),
    output: z.object({
      batch_id: z.string(),
      kind: z.enum(['chain', 'group', 'chord']),
      state: z.enum(['running', 'success', 'failure', 'revoked']),
      size: z.number(),
      ended: z.number(),
      succeeded: z.number(),
      created_at: z.string(),
      finished_at: z.string().nullable(),
      error: WordedReason.nullable(),
      /** In order; the completion of a chord stands last. */
      members: z.array(z.object({ task_id: z.string(), task: z.string(), state: TaskState })),
    }),
  }),
  'tasks.revoke_batch': defineMethod({
    summary: 'Takes back every task of a chain, group or chord that has not ended',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/batches/:id/revoke' }],
    input: z.strictObject({ id: Id, terminate: z.boolean().default(false) }),
    output: z.object({ batch_id: z.string(), revoked: z.number(), running: z.number() }),
  }),
} as const
