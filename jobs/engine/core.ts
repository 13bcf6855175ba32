import type { Db } from '../../db/open'
import type { BatchQueries } from '../../db/queries/batches'
import type { ClaimedRow, EngineQueries, TaskState } from '../../db/queries/engine'
import type { QueueQueries } from '../../db/queries/queues'
import type { Reason } from '../values/problem'
import type { Instant, Zone } from '../values/time'
import type { AfterCommit } from './after-commit'
import type { Batches } from './batches'
import type { Catalogue } from './catalogue'
import type { Clock } from './clock'
import type { Counts } from './counts'
import type { AnyTask, TaskCall } from './define-task'
import type { Events } from './events'
import type { Gates } from './gates'
import type { Fence } from './locks'
import type { Pace } from './pace'
import type { Registry } from './registry'
import type { Actor, Enqueued, EnqueueOptions, OfficeEvent, Write } from './write'

/** A task whose lease this boot holds. */
export type Running = {
  row: ClaimedRow
  task: AnyTask
  call: TaskCall
  slot: string
  startedAt: Instant
  /** Parsed and defaulted where the definition reads them; the arguments were checked when the task was enqueued. */
  args: Record<string, unknown>
  /** Of what `load` read; null where there is no `commit` to guard. */
  version: string | null
  /** The lock it asked for. */
  fence: Fence | null
  cursor: { next: unknown | null; pages: number }
  staged: boolean
  progressOnDiskAt: number
}

/** What the parts of the engine share. One per open office. */
export type Core = {
  db: Db
  queries: EngineQueries
  queues: QueueQueries
  batchRows: BatchQueries
  batches: Batches
  clock: Clock
  zone: () => Zone
  registry: Registry
  catalogue: Catalogue
  counts: Counts
  pace: Pace
  gates: Gates
  events: Events
  bootId: number
  running: Map<number, Running>
  /** Queues that may hold ready tasks: a hint that saves questions, rebuilt from the table at start. */
  ready: { add(lane: number, queueId: number): void }
  /** Ran in the transaction in which a task ended in FAILURE. */
  taskFailed: (write: Write, failure: { taskId: number; task: string; reason: Reason }) => void
  /** Ends of the group: called by the parts that made something claimable or due. */
  wake: () => void
  rescheduleTimer: () => void
  /** Asks a running task to stop, or ends the place it runs in. */
  interrupt: (taskId: number, options: { terminate: boolean }) => void
  afterCommit: AfterCommit
  /** Answers those who wait for the end of a task. */
  tellWaiters: (ended: { taskId: number; state: TaskState }[]) => void
}

/** The write transaction that is open, on somebody's behalf. */
export function openWrite(core: Core, actor: Actor, events: OfficeEvent[], enqueue: EnqueueIn): Write {
  return {
    db: core.db,
    now: core.clock.now(),
    zone: core.zone(),
    actor,
    enqueue: (task, args, options = {}) => enqueue(core, task, args, { origin: actor, ...options }),
    emit: (event) => {
      events.push(event)
    },
  }
}

/** How to forget what was counted and asked for since, where a savepoint inside a member is undone. */
export function undoFrom({ counts, afterCommit }: Core): () => void {
  const counted = counts.mark()
  const later = afterCommit.mark()
  return () => {
    counts.restore(counted)
    afterCommit.restore(later)
  }
}

export type EnqueueIn = (core: Core, task: string, args: Record<string, unknown>, options: EnqueueOptions) => Enqueued
