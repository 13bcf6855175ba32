/**
 * How long the tasks of a queue take, so that a batch is about five milliseconds of work: 250 no-ops or one report.
 * Where nothing is known yet, and where tasks are long, a batch is one task for an idle slot.
 */
const BATCH_MS = 5
const MAX_BATCH = 250
const WEIGHT = 0.2

export class Pace {
  #averageMs = new Map<number, number>()

  learned(queueId: number, ms: number): void {
    const before = this.#averageMs.get(queueId)
    this.#averageMs.set(queueId, before === undefined ? ms : before + (ms - before) * WEIGHT)
  }

  batchSize(queueId: number): number {
    const average = this.#averageMs.get(queueId)
    if (average === undefined) return 1
    return Math.max(1, Math.min(MAX_BATCH, Math.floor(BATCH_MS / Math.max(average, 0.001))))
  }
}
