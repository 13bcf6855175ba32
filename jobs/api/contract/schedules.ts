import { z } from 'zod'
import { defineMethod, Id } from '../method'
import { IsoInstant, TaskState, WordedReason } from './tasks'

/** An IANA zone; the rules know which there are. */
const ZoneName = z.string().min(1).max(64)

/** What a schedule may be given; exactly one of cron, every_minutes and once_at. */
const Fields = z.strictObject({
  /** The task's name where it is left out. */
  name: z.string().trim().min(1).max(200),
  task: z.string().min(1).max(200),
  /** An object, or the positional list of the guides. */
  args: z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]),
  /** Five fields, or a nickname such as @daily. */
  cron: z.string().max(200).nullable(),
  every_minutes: z.coerce.number().nullable(),
  once_at: IsoInstant.nullable(),
  /** The office's zone where it is left out. */
  zone: ZoneName,
  misfire: z.enum(['skip', 'latest', 'all']),
  /** With misfire `all`: so many missed occurrences run, the latest of them. */
  misfire_most: z.number().int(),
  overlap: z.enum(['skip', 'queue', 'replace', 'allow']),
  working_day: z.enum(['unchanged', 'before', 'after']),
  jitter_s: z.number().int().min(0).max(86_400),
  /** Seconds the task may wait behind other work before it is given up; null: as the task says. */
  expires_s: z.number().int().max(31_536_000).nullable(),
  enabled: z.boolean(),
})

const Given = Fields.partial().required({ task: true })
const Patch = Fields.partial().extend({ id: Id })

export const ScheduleOutput = z.object({
  id: z.number(),
  name: z.string(),
  /** What a rule’s own schedule is for, such as the description of its pay period; null: the name says it. */
  of: z.string().nullable(),
  task: z.string(),
  args: z.record(z.string(), z.unknown()),
  /** Why the arguments are not shown to whoever asks. */
  withheld: WordedReason.nullable(),
  cron: z.string().nullable(),
  every_minutes: z.number().nullable(),
  once_at: z.string().nullable(),
  zone: z.string(),
  misfire: z.string(),
  misfire_most: z.number(),
  overlap: z.string(),
  working_day: z.string(),
  jitter_s: z.number(),
  expires_s: z.number().nullable(),
  /** Whether it runs: switched on, and its module too. */
  enabled: z.boolean(),
  /** Why it does not run at present. */
  resting: WordedReason.nullable(),
  /** 'built_in', 'period:7', 'user:1' */
  origin: z.string(),
  module: z.string().nullable(),
  next_due_at: z.string().nullable(),
})

const Occurrence = z.object({
  due_at: z.string(),
  /** queued: it waits until the task of an earlier occurrence has ended. */
  state: z.enum(['enqueued', 'queued', 'skipped', 'coalesced', 'by_hand']),
  reason: WordedReason.nullable(),
  task_id: z.string().nullable(),
  /** What became of its task; null where there was none, or it is no longer kept. */
  task_state: TaskState.nullable(),
  /** Seconds between the due instant and the decision. */
  late_s: z.number(),
})

export const ScheduleDetail = ScheduleOutput.extend({
  /** The rule in plain words. */
  sentence: z.string(),
  warnings: z.array(WordedReason),
  /** The next five due instants; none while it rests. */
  next: z.array(z.string()),
  /** The same on the wall clock of the schedule's zone. */
  next_local: z.array(z.string()),
  /** Newest first. */
  occurrences: z.array(Occurrence),
})

const ById = z.strictObject({ id: Id })

const VERDICTS = ['ran', 'waits', 'left_out', 'not_due', 'moved', 'rested', 'not_made', 'to_come', 'no_row'] as const

export const scheduleContract = {
  'schedules.preview': defineMethod({
    summary: 'What a cron expression means: a sentence, the next due instants, and what to look out for',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/schedules/preview' }],
    input: z.strictObject({
      cron: z.string().max(200),
      zone: ZoneName.optional(),
      /** Now, where it is left out. */
      from: IsoInstant.optional(),
      n: z.coerce.number().int().min(1).max(100).default(5),
      working_day: z.enum(['unchanged', 'before', 'after']).default('unchanged'),
      /** The task it is meant for: what was measured of it says whether it would run too often. */
      task: z.string().max(200).optional(),
    }),
    output: z.object({
      sentence: z.string(),
      zone: z.string(),
      next: z.array(z.string()),
      next_local: z.array(z.string()),
      warnings: z.array(WordedReason),
    }),
  }),
  'schedules.while_closed': defineMethod({
    summary: 'What fell due while the office was last closed or asleep, and what became of it',
    role: 'viewer',
    input: z.strictObject({}),
    output: z.object({
      items: z.array(
        Occurrence.extend({ schedule_id: z.number(), name: z.string(), task: z.string(), decided_at: z.string() }),
      ),
    }),
  }),
  'schedules.list': defineMethod({
    summary: 'Every schedule with its rule in words, its next due instants and how the last thirty went',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/schedules' }],
    input: z.strictObject({
      /** `next` of the page before. */
      cursor: Id.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(200),
    }),
    output: z.object({ items: z.array(ScheduleDetail), next: z.string().nullable() }),
  }),
  'schedules.create': defineMethod({
    summary: 'Adds a schedule: a cron expression, every so many minutes, or once',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/schedules', status: 201 }],
    input: Given,
    output: ScheduleDetail,
  }),
  'schedules.get': defineMethod({
    summary: 'One schedule with its next five due instants and its last occurrences, each with its reason',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/schedules/:id' }],
    input: ById,
    output: ScheduleDetail,
  }),
  'schedules.change': defineMethod({
    summary: 'Changes, pauses (enabled: false) or resumes a schedule',
    role: 'manager',
    rest: [{ verb: 'PATCH', path: '/api/schedules/:id' }],
    input: Patch,
    output: ScheduleDetail,
  }),
  'schedules.delete': defineMethod({
    summary: 'Deletes a schedule of the office’s own; built-in ones and those of a rule are paused instead',
    role: 'manager',
    rest: [{ verb: 'DELETE', path: '/api/schedules/:id' }],
    input: ById,
    output: z.object({ id: z.number(), deleted: z.literal(true) }),
  }),
  'schedules.explain': defineMethod({
    summary: 'Why a schedule did or did not run in the minute of an instant, answered from what was written down',
    role: 'viewer',
    input: z.strictObject({ id: Id, at: IsoInstant }),
    output: z.object({
      id: z.number(),
      name: z.string(),
      at: z.string(),
      /** The same on the wall clock of the schedule's zone. */
      at_local: z.string(),
      verdict: z.enum(VERDICTS),
      because: WordedReason,
      occurrence: Occurrence.nullable(),
      /** The due instants around it, by the rule as it was then. */
      before: z.string().nullable(),
      after: z.string().nullable(),
      office: z.object({
        state: z.enum(['open', 'closed', 'unknown']),
        from: z.string().nullable(),
        to: z.string().nullable(),
      }),
    }),
  }),
  'schedules.dry_run': defineMethod({
    summary: 'What would run in the next days, of all schedules: with what working days move and what falls together',
    role: 'viewer',
    input: z.strictObject({ days: z.coerce.number().int().min(1).max(366).default(7) }),
    output: z.object({
      from: z.string(),
      to: z.string(),
      items: z.array(
        z.object({
          due_at: z.string(),
          due_local: z.string(),
          /** Later than due by the schedule's jitter. */
          starts_at: z.string(),
          schedule_id: z.number(),
          name: z.string(),
          task: z.string(),
          /** The days off from which the working-day rule moves it here. */
          moved_from: z.array(z.string()),
        }),
      ),
      collisions: z.array(z.object({ due_at: z.string(), names: z.array(z.string()) })),
      /** Schedules of which more falls due than is listed: the first ones only. */
      cut: z.array(z.object({ schedule_id: z.number(), name: z.string(), listed: z.number() })),
      resting: z.array(z.object({ schedule_id: z.number(), name: z.string(), because: WordedReason })),
    }),
  }),
  'schedules.run': defineMethod({
    summary: 'Runs a schedule’s task now, whatever its rule',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/schedules/:id/run', status: 202 }],
    input: ById,
    output: z.object({ task_id: z.string(), due_at: z.string() }),
  }),
} as const
