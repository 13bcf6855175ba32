import { awakeMs, Control, type InterruptReason, type Reply } from './delivery'
import type { Handed } from './runner'

type Held = Handed & { index: number; control: Control; batch: number; softSent: boolean }

/** A task running so long is not short: its neighbours are better off elsewhere. */
const NEIGHBOURS_WAIT_MS = 20
/** What a long task has taken of the memory is looked at so often. */
const LOOK_MS = 250

/** What one slot holds: the deliveries of its batches, in order, and what is known of each. */
export class InFlight {
  #held = new Map<number, Held>()
  #open = new Map<number, number>()
  #nextBatch = 1

  /** `inOrder`: the place runs one delivery after the other, so that only the last started can have ended it. */
  constructor(private readonly inOrder: boolean) {}

  get tasks(): number {
    return this.#held.size
  }

  get batches(): number {
    return this.#open.size
  }

  add(handed: Handed[]): Control {
    const control = new Control(handed.length)
    const batch = this.#nextBatch++
    this.#open.set(batch, handed.length)
    for (const [index, one] of handed.entries())
      this.#held.set(one.delivery.taskId, { ...one, index, control, batch, softSent: false })
    return control
  }

  has(taskId: number): boolean {
    return this.#held.has(taskId)
  }

  forget(handed: Handed[]): void {
    for (const { delivery } of handed) this.settle(delivery.taskId)
  }

  /** True where the task was held here and is not any more. */
  settle(taskId: number): boolean {
    const held = this.#held.get(taskId)
    if (!held) return false
    this.#held.delete(taskId)
    const left = (this.#open.get(held.batch) ?? 1) - 1
    if (left > 0) this.#open.set(held.batch, left)
    else this.#open.delete(held.batch)
    return true
  }

  hasStarted(taskId: number): boolean {
    const held = this.#held.get(taskId)
    return held?.control.hasStarted(held.index) ?? false
  }

  /** As `settle`, where the delivery had started and its outcome is of the kind that was asked for. */
  settleReply(taskId: number, outcome: Reply['outcome']): boolean {
    const held = this.#held.get(taskId)
    if (!held?.control.hasStarted(held.index)) return false
    const isText = !outcome.ok || outcome.value === null || typeof outcome.value === 'string'
    return (isText || !held.delivery.resultAsJson) && this.settle(taskId)
  }

  interrupt(taskId: number, why: InterruptReason): boolean {
    const held = this.#held.get(taskId)
    held?.control.interrupt(held.index, why)
    return held !== undefined
  }

  started(): number[] {
    return [...this.#held.values()].filter((one) => one.control.hasStarted(one.index)).map((one) => one.delivery.taskId)
  }

  /** Runs a task that is not short: whoever were handed over now would only wait behind it. */
  isLong(ms = NEIGHBOURS_WAIT_MS): boolean {
    const now = awakeMs()
    for (const one of this.#held.values())
      if (one.control.hasStarted(one.index) && now - one.control.startedAt(one.index) >= ms) return true
    return false
  }

  takeBackWaiting(): number[] {
    const back: number[] = []
    for (const [taskId, one] of this.#held) {
      if (one.control.takeBack(one.index)) back.push(taskId)
    }
    for (const taskId of back) this.settle(taskId)
    return back
  }

  /** The place is ended: who was running, and who was not (or had just finished unheard, and is run again). */
  takeAll(): { culprits: number[]; innocent: number[] } {
    const innocent = this.takeBackWaiting() // first, so that a thread that is still there begins nothing more
    const started = this.started()
    const culprits = this.inOrder ? started.slice(-1) : started
    for (const taskId of this.#held.keys()) if (!culprits.includes(taskId)) innocent.push(taskId)
    this.#held.clear()
    this.#open.clear()
    return { culprits, innocent }
  }

  inspect(): { takenBack: number[]; soft: number[]; hard: number[] } {
    const now = awakeMs()
    const soft: number[] = []
    const hard: number[] = []
    let long = false
    for (const [taskId, one] of this.#held) {
      if (!one.control.hasStarted(one.index)) continue
      const ms = now - one.control.startedAt(one.index)
      if (ms >= NEIGHBOURS_WAIT_MS) long = true
      if (ms >= one.hardSeconds * 1000) hard.push(taskId)
      else if (ms >= one.softSeconds * 1000 && !one.softSent) {
        one.softSent = true
        one.control.interrupt(one.index, 'soft_limit')
        soft.push(taskId)
      }
    }
    return { takenBack: long && this.inOrder ? this.takeBackWaiting() : [], soft, hard }
  }

  /** Milliseconds until something here wants a look; infinite where nothing runs. */
  nextCheckMs(): number {
    if (this.#held.size === 0) return Number.POSITIVE_INFINITY
    if (this.#held.size > 1 && this.inOrder) return NEIGHBOURS_WAIT_MS
    const now = awakeMs()
    let wait = Number.POSITIVE_INFINITY
    for (const one of this.#held.values()) {
      const ms = one.control.hasStarted(one.index) ? now - one.control.startedAt(one.index) : 0
      const limit = one.softSent ? one.hardSeconds : one.softSeconds
      wait = Math.min(wait, Math.max(NEIGHBOURS_WAIT_MS, limit * 1000 - ms + 1))
    }
    return Math.min(wait, LOOK_MS)
  }
}
