import type { LogLevel } from './define-task'
import type { Delivery, InterruptReason, ProgressReport, Reply } from './delivery'
import type { SlotStatus } from './engine'

export type Lane = 'slots' | 'network'

/** A delivery with the awake seconds its task may take. */
export type Handed = { delivery: Delivery; softSeconds: number; hardSeconds: number }

/** A place that can take `room` deliveries now; `idle`: what it takes starts at once. */
export type FreePlace = { place: string; idle: boolean; room: number }

/**
 * What the engine hands `run` to. The embedded runners are the slots and the inline runner; one that carries it to other
 * machines can stand here later, with the same database staying the only truth.
 */
export type Runner = {
  start(host: RunnerHost): Promise<void>
  /** Places of a lane that can take deliveries now, the emptiest first. */
  free(lane: Lane): FreePlace[]
  deliver(place: string, handed: Handed[]): void
  /** Reaches the task at its next check (and its signal at once). */
  interrupt(taskId: number, why: InterruptReason): void
  /** Ends the place a task runs in; the host hears of it as `lost`. False where it does not run here. */
  terminate(taskId: number): boolean
  /** Takes back what has not started; the host hears of it as `returned`. */
  takeBackAll(): void
  status(): SlotStatus[]
  stop(): Promise<void>
}

/** `memory`: the delivery took more than one task may. `beside`: its place ended for another's sake. */
export type LossReason = 'crashed' | 'memory' | 'hard_limit' | 'terminated' | 'beside'

export type RunnerHost = {
  replied(replies: Reply[]): void
  progressed(taskId: number, progress: ProgressReport): void
  logged(taskId: number, level: LogLevel, text: string): void
  asked(taskId: number, what: 'page' | 'stage', rows: unknown[]): Promise<unknown>
  /** Deliveries that were never started. */
  returned(taskIds: number[]): void
  /** Deliveries whose place ended under them. */
  lost(taskIds: number[], why: LossReason): void
  /** A place came free or was started. */
  freed(): void
  /** No slot started in three tries. */
  cannotStart(found: string): void
}
