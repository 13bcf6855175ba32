import type { Db } from '../../db/open'
import type { Instant, Zone } from '../values/time'

/** On whose behalf something is written: 'user:1', 'task:7', 'schedule:3', 'system'. */
export type Actor = `user:${number}` | `task:${number}` | `schedule:${number}` | 'system'

export type EnqueueOptions = {
  queue?: string
  priority?: number
  countdownSeconds?: number
  eta?: Instant
  /** Given up (EXPIRED) when it has not started so many seconds after it became due. */
  expiresSeconds?: number
  uniqueKey?: string
  origin?: Actor
}

export type Enqueued = { taskId: number; deduplicated: boolean; state: string }

/**
 * An open write transaction of the office. Everything a task or a click changes is written through one of these, so that
 * the change, its audit entry and the tasks that follow from it stand or fall together.
 */
export type Write = {
  readonly db: Db
  readonly now: Instant
  readonly zone: Zone
  readonly actor: Actor
  /** Enqueues by name or alias in this same transaction; arguments are checked against the task's schema. */
  enqueue(task: string, args: Record<string, unknown>, options?: EnqueueOptions): Enqueued
  /** Published to window and event streams after the commit; dropped with the transaction. */
  emit(event: OfficeEvent): void
}

/** What windows and event streams hear: something changed, ask for it. It carries no personal data and no amounts. */
export type OfficeEvent = { type: string; id?: number; [key: string]: string | number | boolean | null | undefined }
