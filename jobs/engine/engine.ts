import type { Db } from '../../db/open'
import type { Reason } from '../values/problem'
import type { Instant, Zone } from '../values/time'
import type { Batches } from './batches'
import type { Clock } from './clock'
import type { AnyTask } from './define-task'
import type { QueueControl } from './queue-control'
import type { Actor, Enqueued, EnqueueOptions, OfficeEvent, Write } from './write'

/** Celery's names, since the guides' clients poll for them. */
export type ApiState = 'PENDING' | 'STARTED' | 'PROGRESS' | 'RETRY' | 'SUCCESS' | 'FAILURE' | 'REVOKED' | 'EXPIRED'

export type Finished = { taskId: number; state: ApiState; result: unknown; error: Reason | null }

export type SlotStatus = {
  name: string
  lane: 'slots' | 'network'
  state: 'starting' | 'idle' | 'busy' | 'replacing'
  threadId: number | null
  tasksDone: number
  running: number[]
}

export type EngineStatus = {
  /** degraded: no slot could be started, the inline runner carries on. */
  state: 'starting' | 'running' | 'degraded' | 'stopping' | 'stopped'
  bootId: number
  startedAt: Instant
  slots: SlotStatus[]
  degradedReason: Reason | null
}

/** Read-only questions answered on the reader thread, by the name under which an area offers them. */
export type Reader = { ask<T>(question: string, params?: unknown): Promise<T> }

export type Engine = {
  readonly db: Db
  readonly clock: Clock
  readonly reader: Reader
  zone(): Zone
  /**
   * Runs `work` in the next group commit, in a savepoint of its own, and answers after the commit. What it throws is
   * thrown to the caller and leaves nothing behind. `work` is synchronous and short (no turn over 200 ms).
   */
  write<T>(actor: Actor, work: (write: Write) => T): Promise<T>
  enqueue(task: string, args: Record<string, unknown>, options?: EnqueueOptions): Promise<Enqueued>
  /** Revokes what waits; with `terminate` also what runs (else a running task hears it at its next check). */
  revoke(taskId: number, options: { terminate: boolean }, actor: Actor): Promise<{ state: ApiState }>
  /** Puts a task that ended in FAILURE, REVOKED or EXPIRED back to work under the same id. */
  retry(taskId: number, actor: Actor): Promise<{ state: ApiState }>
  /** Puts a waiting task off to an instant. */
  snooze(taskId: number, until: Instant, actor: Actor): Promise<{ state: ApiState }>
  readonly queues: QueueControl
  readonly batches: Batches
  /** By name or alias. */
  definition(name: string): AnyTask | null
  definitions(): AnyTask[]
  onEvent(listener: (event: OfficeEvent) => void): () => void
  emit(event: OfficeEvent): void
  /** Resolves when the task has ended. */
  finished(taskId: number): Promise<Finished>
  status(): EngineStatus
  start(): Promise<void>
  /** Hands out no more work, waits for what runs until the deadline, then returns it undelivered. */
  stop(deadlineMs: number): Promise<void>
}
