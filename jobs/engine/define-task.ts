import type { z } from 'zod'
import type { Db } from '../../db/open'
import type { Instant, Zone } from '../values/time'
import type { Rate } from './rate'
import type { Write } from './write'

/** What `load`, `begin` and `commit` know about the call besides its arguments. */
export type TaskCall = {
  taskId: number
  /** 1 for the first attempt. */
  attempt: number
  /** The office's clock when the attempt began. */
  now: Instant
  zone: Zone
}

/** A page of a large input. `next` is handed back for the following page; null ends it. */
export type Page<Row> = { rows: Row[]; next: unknown | null }

export type NewFile = { bytes: Uint8Array; mediaType: string; originalName: string }
export type StoredFile = { sha256: string; size: number; mediaType: string; originalName: string }

export type LogLevel = 'debug' | 'info' | 'warning' | 'error'

/** What `run` may use. It has no database, no clock of its own and no globals. */
export type RunContext<PageRow = unknown, Chunk = unknown> = {
  readonly taskId: number
  readonly attempt: number
  /** The instant the attempt began, on the office's clock. */
  readonly now: Instant
  readonly zone: Zone
  /** Aborted on revoke, soft limit and stop; only asynchronous code hears it. */
  readonly signal: AbortSignal
  /** Reports progress and throws where the soft limit has passed or the task was revoked. Ten a second reach the screen. */
  progress(current: number, total: number, status: string): void
  /** Throws where the soft limit has passed or the task was revoked. Cheap: call it in every loop. */
  check(): void
  log(level: LogLevel, text: string): void
  /** Ends this attempt and puts the task off for so many seconds. It is no failure and counts as no retry. */
  snooze(seconds: number): never
  /** Stores a file by its content (written and fsynced before it answers). `commit` links it. */
  putFile(bytes: Uint8Array, mediaType: string, originalName: string): Promise<StoredFile>
  /** The same for many small files, which share one round of syncs; answers in their order. */
  putFiles(files: readonly NewFile[]): Promise<StoredFile[]>
  /** Reads a stored file whole. */
  readFile(sha256: string): Promise<Uint8Array>
  /** The path of a stored file, for readers that stream. */
  filePath(sha256: string): string
  /** The next page of the definition's `page`; null after the last. */
  page(): Promise<PageRow[] | null>
  /** Hands a chunk to the definition's `stage`, its own transaction, and waits for it. */
  stage(rows: Chunk[]): Promise<void>
}

export type RunFunction<Input, Output, PageRow = unknown, Chunk = unknown> = (
  input: Input,
  ctx: RunContext<PageRow, Chunk>,
) => Output | Promise<Output>

export type RunModule<Input, Output> = () => Promise<{ default: RunFunction<Input, Output, never, never> }>

// biome-ignore lint/suspicious/noExplicitAny: the table of all runs; each definition holds the precise type
export type RunTable = Record<string, () => Promise<{ default: RunFunction<any, any, any, any> }>>

export type TaskDefinition<Args = unknown, Input = unknown, Output = unknown, Result = unknown> = {
  /** `area.what_it_does` */
  name: string
  /** The names of the guides. */
  aliases?: string[]
  queue: QueueName
  /** Higher first; the queue's own where it is not given. */
  priority?: number
  /** `network`: waits on servers, runs in the network lane with up to eight at once. */
  lane?: 'slots' | 'network'
  args: z.ZodType<Args>
  /** Names of the arguments of a guide's positional list, in order. */
  positional?: string[]
  /** Its arguments, result, errors or log hold addresses or the texts of mails: who may not see the outbox does not see them. */
  isPersonal?: boolean
  /** At most one unfinished task per key. */
  key?: (args: Args) => string | null
  /**
   * A named lock: of all tasks that ask for the same name one runs at a time, whatever its name and key; for what several
   * transactions make that nobody else may come between. Who finds it held waits without having been started. It holds as
   * long as the attempt, and what is staged or committed under an older number is refused.
   */
  lock?: (args: Args) => string | null
  /** Awake seconds from this task's own start. */
  limits?: { softSeconds: number; hardSeconds: number }
  /** For transient errors (`Problem.transient`, network errors) only. */
  retry?: { max: number; delaySeconds: number; backoff: 'exponential' | 'fixed' }
  /** Waits at most so long behind other work, then EXPIRED. */
  expiresSeconds?: number
  /** Office process, one read snapshot. Without it `run` gets the arguments. */
  load?: (db: Db, args: Args, call: TaskCall) => Input
  /**
   * The version of what `load` read, read again in the transaction of `commit`; where it differs the task runs again on
   * fresh input. Without it the digest of `load`'s own answer is the version, which is never wrong but loads twice.
   */
  version?: (db: Db, args: Args, call: TaskCall) => string
  /** Office process: one page of a large input. */
  page?: (db: Db, args: Args, cursor: unknown, call: TaskCall) => Page<unknown>
  /** Outside effects: written in the claim's own transaction, before the network is touched. */
  begin?: (write: Write, args: Args, call: TaskCall) => void
  /** What a delivery without an answer means, where `begin` was written. `ask`: `lost` says so and the task ends. */
  onLost?: 'rerun' | 'ask'
  /** With `ask`: the acknowledgement of a lost delivery, one transaction with the task's end. */
  lost?: (write: Write, args: Args, call: TaskCall) => Result
  /** Slot or network lane: a module of its own without zod or db, named in the area's `runs.ts`. */
  run: RunModule<Input, Output>
  /** Office process: one chunk into a staging table, its own transaction. */
  stage?: (write: Write, args: Args, rows: never[], call: TaskCall) => void
  /** Forgets what an earlier attempt staged; before the first chunk of each attempt. */
  unstage?: (write: Write, args: Args, call: TaskCall) => void
  /** Office process, one transaction with the acknowledgement. Its answer is the task's result (JSON). */
  commit?: (write: Write, output: Output, args: Args, call: TaskCall) => Result
  /** An attempt has failed and is tried again at `dueAt`, in the same transaction: let the rows it worked on say so. */
  retrying?: (
    write: Write,
    args: Args,
    reason: { code: string; params: Record<string, unknown> },
    call: TaskCall & { dueAt: Instant },
  ) => void
  /** The task has ended in FAILURE, REVOKED or EXPIRED, in the same transaction: let the rows it worked on say so. */
  failed?: (write: Write, args: Args, reason: { code: string; params: Record<string, unknown> }) => void
}

// biome-ignore lint/suspicious/noExplicitAny: definitions of all shapes stand in one list; each was checked where it was made
export type AnyTask = TaskDefinition<any, any, any, any>

/** Queues and the priority their tasks get (domains/shared.md). */
export const QUEUES = {
  invoices: 70,
  payroll: 70,
  time_capture: 60,
  processing: 60,
  examination: 60,
  academic: 50,
  users: 50,
  finance: 50,
  chart_sync: 50,
  default: 50,
  integrations: 50,
  notifications: 40,
  maintenance: 30,
} as const
export type QueueName = keyof typeof QUEUES

/** At most so many at once, and so many a span; null: no limit. */
export type QueueLimits = { maxRunning?: number | null; rate?: Rate | null }

/** What a queue is held to where nobody set anything else: housekeeping never takes more than one slot. */
export const DECLARED_LIMITS: Readonly<Record<string, QueueLimits>> = { maintenance: { maxRunning: 1 } }

export const DEFAULT_LIMITS = { softSeconds: 1500, hardSeconds: 1800 }
export const DEFAULT_RETRY = { max: 3, delaySeconds: 60, backoff: 'exponential' } as const

/** Declares a task. It only fixes the types: what a definition says is read by the engine. */
export function defineTask<Args, Input, Output, Result>(
  definition: TaskDefinition<Args, Input, Output, Result>,
): TaskDefinition<Args, Input, Output, Result> {
  return definition
}
