import { z } from 'zod'
import { defineMethod } from '../method'
import { PayRunKind } from './payroll'
import { TaskProgress, WordedReason } from './tasks'

const At = { at: z.string() }
const Run = {
  run_id: z.number(),
  run_kind: PayRunKind,
  period_id: z.number(),
  period: z.string(),
  start_date: z.string(),
  end_date: z.string(),
}
const File = { import_id: z.number(), file_name: z.string(), rows: z.number() }
const Mail = { mail_id: z.number(), n: z.number() }

/** One thing that waits for a person. No names and no amounts: the window asks where it leads. */
const Need = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('approve_run'), ...At, ...Run, employees: z.number() }),
  z.object({ kind: z.literal('mend_slips'), ...At, ...Run, errors: z.number() }),
  z.object({ kind: z.literal('answer_import'), ...At, ...File }),
  z.object({ kind: z.literal('mend_import'), ...At, ...File, errors: z.number() }),
  z.object({ kind: z.literal('apply_import'), ...At, ...File }),
  z.object({
    kind: z.literal('task_failed'),
    ...At,
    task: z.string(),
    /** The newest of them. */
    task_id: z.string(),
    n: z.number(),
    reason: WordedReason.nullable(),
    /** What `office.see_notices` takes to set them aside. */
    notice_ids: z.array(z.number()),
  }),
  z.object({ kind: z.literal('mail_unknown'), ...At, ...Mail }),
  z.object({ kind: z.literal('mail_failed'), ...At, ...Mail }),
  z.object({ kind: z.literal('mail_held'), ...At, ...Mail }),
])
export type Need = z.infer<typeof Need>

const Notice = z.object({ id: z.number(), at: z.string(), reason: WordedReason })

export const todayContract = {
  'today.read': defineMethod({
    summary:
      'The office at a glance: what needs somebody, what runs, what comes next, what happened while it was closed',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/today' }],
    input: z.strictObject({}),
    output: z.object({
      now: z.string(),
      zone: z.string(),
      office: z.string(),
      /** Nobody has begun here: no name, no person, no file, no period. */
      is_new: z.boolean(),
      /** Of a new office: the currency to propose; null where this machine does not tell it for sure. */
      proposed_currency: z.string().nullable(),
      needs: z.array(Need),
      running: z.array(
        z.object({
          task_id: z.string(),
          task: z.string(),
          started_at: z.string().nullable(),
          progress: TaskProgress.nullable(),
          revoking: z.boolean(),
        }),
      ),
      /** Ready for a slot, and waiting for their time. */
      waiting: z.number(),
      next: z.array(z.object({ schedule_id: z.number(), name: z.string(), of: z.string().nullable(), at: z.string() })),
      done_today: z.array(z.object({ task: z.string(), n: z.number(), at: z.string(), task_id: z.string() })),
      /** Null where nothing fell due, or where somebody has read it. */
      while_closed: z
        .object({
          notices: z.array(Notice),
          items: z.array(
            z.object({ at: z.string(), name: z.string(), ran: z.boolean(), reason: WordedReason.nullable() }),
          ),
        })
        .nullable(),
      notices: z.array(Notice),
      backup: z.object({
        last_at: z.string().nullable(),
        daily: z.number(),
        by_hand: z.number(),
      }),
      outbox: z.object({ held: z.number(), going_out: z.number(), unknown: z.number(), failed: z.number() }),
    }),
  }),
} as const
