import type { QueueQueries, QueueRow } from '../../db/queries/queues'
import { DECLARED_LIMITS, type QueueLimits } from './define-task'
import { allowance, type Rate, spent } from './rate'

export type Gate = {
  paused: { by: string; at: number } | null
  isServed: boolean
  maxRunning: number | null
  rate: Rate | null
  nextAt: number | null
}

const OPEN: Gate = { paused: null, isServed: true, maxRunning: null, rate: null, nextAt: null }

/** How many of a queue run: those whose lease this boot holds. */
type RunningOf = (queueId: number) => number

/**
 * What holds tasks of a queue back: a pause, a limit of tasks at once, a rate, or that this office does not serve it.
 * Only queues of which one is true stand here, so that any other costs claiming nothing.
 */
export class Gates {
  #gates = new Map<number, Gate>()
  #claimed = new Map<number, number>()
  #full = false
  #opensAt = Number.POSITIVE_INFINITY

  constructor(
    private readonly queries: QueueQueries,
    private readonly runningOf: RunningOf,
    /** The only queues that are worked on; null: all. */
    private served: ReadonlySet<string> | null,
  ) {
    this.reload()
  }

  /** Reads the rows again: after a change, and where a change was undone with its transaction. */
  reload(): void {
    this.#gates = new Map(
      this.queries.all().flatMap((row) => {
        const gate = gateOf(row, this.served)
        return gate ? [[row.id, gate] as const] : []
      }),
    )
  }

  /** From now on these queues alone are worked on. */
  serve(only: readonly string[]): void {
    this.served = new Set(only)
    this.reload()
  }

  of(queueId: number): Gate {
    return this.#gates.get(queueId) ?? OPEN
  }

  /** A claim begins. */
  begin(): void {
    if (this.#claimed.size) this.#claimed.clear()
  }

  /** How many tasks of the queue may be handed out now. What is held is remembered, so that it is woken. */
  room(queueId: number, now: number): number {
    const gate = this.#gates.get(queueId)
    if (!gate) return Number.POSITIVE_INFINITY
    if (gate.paused || !gate.isServed) return 0
    let room = Number.POSITIVE_INFINITY
    if (gate.maxRunning !== null) {
      room = gate.maxRunning - this.runningOf(queueId) - (this.#claimed.get(queueId) ?? 0)
      if (room <= 0) this.#full = true
    }
    if (gate.rate) {
      const allowed = allowance(gate.rate, gate.nextAt, now)
      // The clock was set back: from here on it counts from where it is, or every look would find it as far away.
      if (gate.nextAt !== null && allowed.nextAt < gate.nextAt) gate.nextAt = allowed.nextAt
      if (allowed.now === 0) this.#opensAt = Math.min(this.#opensAt, allowed.nextAt)
      room = Math.min(room, allowed.now)
    }
    return Math.max(0, room)
  }

  /** So many were leased: one statement for all of them, and only where a rate counts them. */
  took(queueId: number, count: number, now: number): void {
    const gate = this.#gates.get(queueId)
    if (!gate || count === 0) return
    this.#claimed.set(queueId, (this.#claimed.get(queueId) ?? 0) + count)
    if (!gate.rate) return
    gate.nextAt = spent(gate.rate, gate.nextAt, now, count)
    this.queries.nextStart(queueId, Math.ceil(gate.nextAt))
  }

  /** True once where something waits for running tasks of its queue to end. */
  wasFull(): boolean {
    const full = this.#full
    this.#full = false
    return full
  }

  /** When a queue that was held to its rate may go on; infinite where none is. */
  get opensAt(): number {
    return this.#opensAt
  }

  forgetOpening(): void {
    this.#opensAt = Number.POSITIVE_INFINITY
  }
}

function gateOf(row: QueueRow, served: ReadonlySet<string> | null): Gate | null {
  const { maxRunning, rate } = limitsOfQueue(row)
  const isServed = served === null || served.has(row.name)
  if (row.paused === 0 && isServed && maxRunning === null && rate === null) return null
  const paused = row.paused === 1 ? { by: row.paused_by ?? 'system', at: row.paused_at ?? 0 } : null
  return { paused, isServed, maxRunning, rate, nextAt: row.rate_next_at }
}

/** What holds for a queue: as somebody set it, else as it is declared. */
export function limitsOfQueue(
  row: Pick<QueueRow, 'name' | 'max_running' | 'rate_tasks' | 'rate_seconds'>,
): Required<QueueLimits> {
  const declared: QueueLimits = DECLARED_LIMITS[row.name] ?? {}
  const maxRunning = row.max_running ?? declared.maxRunning ?? 0
  const declaredRate = declared.rate ?? null
  const rate = row.rate_tasks === null ? declaredRate : { tasks: row.rate_tasks, seconds: row.rate_seconds ?? 1 }
  return { maxRunning: maxRunning === 0 ? null : maxRunning, rate: rate && rate.tasks > 0 ? rate : null }
}
