import { z } from 'zod'
import { defineMethod, FileAnswer, Id } from '../method'
import { WordedReason } from './tasks'

export const OutboxState = z.enum(['held', 'queued', 'sending', 'accepted', 'failed', 'unknown', 'cancelled'])

export const OutboxItem = z.object({
  id: z.number(),
  to: z.string(),
  to_name: z.string().nullable(),
  subject: z.string(),
  kind: z.string(),
  state: OutboxState,
  attempts: z.number(),
  smtp_reply: z.string().nullable(),
  /** Why it waits, failed or is unknown. */
  reason: WordedReason.nullable(),
  /** When it goes at the earliest; null: at once, or held until somebody releases it. */
  not_before: z.string().nullable(),
  /** What it is about: `slip:17`. */
  entity: z.string().nullable(),
  /** What one task queued is a lot, held and cancelled together: `task:7`. */
  lot: z.string(),
  /** The task that delivers it. */
  task_id: z.string().nullable(),
  created_at: z.string(),
  changed_at: z.string(),
})

export const OutboxDetail = OutboxItem.extend({
  from: z.string().nullable(),
  text: z.string(),
  html: z.string().nullable(),
  message_id: z.string(),
  attachments: z.array(z.object({ name: z.string(), media_type: z.string(), size: z.number() })),
})

const ById = z.strictObject({ id: Id })
const ONE_OF = 'exactly one of id, ids and lot'

/** One mail, some, or a lot. */
const Selected = z
  .strictObject({
    id: Id.optional(),
    ids: z.array(Id).min(1).max(1_000).optional(),
    lot: z
      .string()
      .regex(/^(task|user|schedule):\d+$|^system$/)
      .optional(),
  })
  .refine(({ id, ids, lot }) => [id, ids, lot].filter((one) => one !== undefined).length === 1, ONE_OF)

/** `left`: mails that were past it and stay as they are. */
const Acted = z.object({ changed: z.number(), left: z.number() })

const action = (name: string, summary: string) =>
  defineMethod({
    summary,
    input: Selected,
    output: Acted,
    role: 'clerk',
    rest: [{ verb: 'POST', path: `/api/outbox/:id/${name}` }],
  })

/** Which mail is meant. */
export const MailFilter = z.strictObject({
  state: OutboxState.optional(),
  kind: z.string().optional(),
  lot: z.string().optional(),
  /** In the address, the name or the subject. */
  q: z.string().max(200).optional(),
})

export const outboxContract = {
  'outbox.list': defineMethod({
    summary: 'Mail in the outbox, newest first',
    input: MailFilter.extend({
      cursor: z.coerce.number().int().positive().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
    output: z.object({ items: z.array(OutboxItem), next: z.string().nullable() }),
    role: 'clerk',
    rest: [{ verb: 'GET', path: '/api/outbox' }],
  }),
  'outbox.counts': defineMethod({
    summary: 'How many mails there are in each state, and how many went out today of how many that may',
    input: z.strictObject({}),
    output: z.object({
      items: z.array(z.object({ state: OutboxState, n: z.number() })),
      sent_today: z.number(),
      /** Null: no cap. */
      daily_cap: z.number().nullable(),
      hold_minutes: z.number(),
      /** Whether there is a server and a sender; without them mail stays here. */
      can_deliver: z.boolean(),
    }),
    role: 'clerk',
    rest: [{ verb: 'GET', path: '/api/outbox/counts' }],
  }),
  'outbox.get': defineMethod({
    summary: 'One mail with its text and attachments',
    input: ById,
    output: OutboxDetail,
    role: 'clerk',
    rest: [{ verb: 'GET', path: '/api/outbox/:id' }],
  }),
  'outbox.eml': defineMethod({
    summary: 'One mail as a file that any mail program opens',
    input: ById,
    output: FileAnswer,
    role: 'manager',
    rest: [{ verb: 'GET', path: '/api/outbox/:id/message.eml' }],
  }),
  'outbox.hold': action('hold', 'Keeps mail back until it is released'),
  'outbox.release': action('release', 'Lets held mail go now'),
  'outbox.cancel': action('cancel', 'Mail that is not to be sent (any more)'),
  'outbox.resend': action('resend', 'Sends mail again that failed or whose arrival is unknown'),
  'mail.test': defineMethod({
    summary: 'Sends a test mail and says how far the conversation with the server came',
    input: z.strictObject({ to: z.string() }),
    output: z.object({
      ok: z.boolean(),
      /** The step that failed; null where the server took the mail. */
      phase: z.string().nullable(),
      smtp_reply: z.string().nullable(),
      reason: WordedReason.nullable(),
    }),
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/mail/test' }],
  }),
}
