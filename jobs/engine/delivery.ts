import type { Params } from '../values/problem'
import type { Instant, Zone } from '../values/time'
import type { LogLevel } from './define-task'
import type { PackedDeliveries, PackedReplies } from './slot-message'

/** One task on its way to a runner. */
export type Delivery = {
  taskId: number
  name: string
  attempt: number
  now: Instant
  zone: Zone
  /** What `load` answered, or the arguments as JSON text where there is no `load`: then the slot parses, not the office. */
  input: unknown
  inputIsJson: boolean
  /** No `commit` needs the output: the slot turns it into JSON text. */
  resultAsJson: boolean
}

export type RunError = { code: string; params: Params; transient: boolean; stack: string | null; interrupted: boolean }
export type ProgressReport = { current: number; total: number; status: string }

export type Reply = {
  taskId: number
  /** Awake milliseconds from the task's first line to its last. */
  ms: number
  progress: ProgressReport | null
  outcome: { ok: true; value: unknown } | { ok: false; error: RunError }
}

export type InterruptReason = 'soft_limit' | 'revoked' | 'stopping'

export type ToSlot =
  | { kind: 'batch'; size: number; batch: PackedDeliveries; control: SharedArrayBuffer }
  | { kind: 'interrupt'; taskId: number; why: InterruptReason }
  | { kind: 'do_you_hear' }
  | { kind: 'answer'; call: number; value?: unknown; error?: RunError }

export type FromSlot =
  | { kind: 'ready' }
  /** This thread should go once it is idle: it holds much memory, or an error came after a task's end. */
  | { kind: 'worn' }
  | { kind: 'hears' }
  | { kind: 'done'; replies: PackedReplies }
  | { kind: 'progress'; taskId: number; progress: ProgressReport }
  | { kind: 'log'; taskId: number; level: LogLevel; text: string }
  | { kind: 'ask'; call: number; taskId: number; what: 'page' | 'stage'; rows: unknown[] }

/** Where a delivery of a batch stands. The slot takes it by compare-and-swap, and so can the office take it back. */
export const STATUS = { waiting: 0, started: 1, takenBack: 2 } as const
export const FLAG = { none: 0, soft_limit: 1, revoked: 2, stopping: 3 } as const

/**
 * The memory a batch shares between office and slot. A signal never reaches a synchronous loop, a flag does; and who
 * holds a delivery is decided without a message.
 */
export class Control {
  readonly buffer: SharedArrayBuffer
  readonly #startedAt: Float64Array
  readonly #status: Int32Array
  readonly #flags: Int32Array

  constructor(size: number, buffer = new SharedArrayBuffer(size * 16)) {
    this.buffer = buffer
    this.#startedAt = new Float64Array(buffer, 0, size)
    this.#status = new Int32Array(buffer, size * 8, size)
    this.#flags = new Int32Array(buffer, size * 12, size)
  }

  /** The slot's side: false where the office has taken the delivery back. */
  start(index: number, awakeMs: number): boolean {
    this.#startedAt[index] = awakeMs
    return Atomics.compareExchange(this.#status, index, STATUS.waiting, STATUS.started) === STATUS.waiting
  }

  /** The office's side: false where the slot has started it. */
  takeBack(index: number): boolean {
    return Atomics.compareExchange(this.#status, index, STATUS.waiting, STATUS.takenBack) === STATUS.waiting
  }

  hasStarted(index: number): boolean {
    return Atomics.load(this.#status, index) === STATUS.started
  }

  /** Awake milliseconds at the task's own start; only after `hasStarted`. */
  startedAt(index: number): number {
    return this.#startedAt[index] ?? 0
  }

  interrupt(index: number, why: InterruptReason): void {
    Atomics.store(this.#flags, index, FLAG[why])
  }

  interruption(index: number): InterruptReason | null {
    const flag = Atomics.load(this.#flags, index)
    if (flag === FLAG.none) return null
    return flag === FLAG.soft_limit ? 'soft_limit' : flag === FLAG.revoked ? 'revoked' : 'stopping'
  }
}

export const awakeMs = (): number => Number(process.hrtime.bigint()) / 1e6
