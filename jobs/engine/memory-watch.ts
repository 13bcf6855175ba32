import type { Worker } from 'node:worker_threads'

const MB = 2 ** 20
/** A buffer is filled at a gigabyte a second or two: between two looks a quarter of that can be taken. */
const LOOK_MS = 250
/** A thread inside a native call answers after it, one that has ended perhaps never. */
const ANSWER_MS = 5_000

/**
 * `resourceLimits` hold a thread's heap but not its buffers, which lie outside it, and a heap that bursts takes the process
 * along. So while tasks run the process's memory is looked at, and where it is more than one slot may hold, each slot that
 * works is asked what it holds.
 */
export class MemoryWatch {
  #askedAt: number | null = null
  #lookedAt = 0

  constructor(
    private readonly mostMb: number,
    private readonly hooks: {
      /** The process has come half as far as one slot may. */
      growing(): void
      /** It holds more than it may. */
      tooLarge(name: string, worker: Worker): void
    },
  ) {}

  /** `busy`: the threads that work. Costs a few microseconds where the process as a whole is small enough. */
  look(now: number, busy: () => { name: string; worker: Worker }[]): void {
    if (now - this.#lookedAt < LOOK_MS) return
    if (this.#askedAt !== null && now - this.#askedAt < ANSWER_MS) return
    this.#lookedAt = now
    const rss = process.memoryUsage.rss()
    if (rss > (this.mostMb / 2) * MB) this.hooks.growing()
    if (rss <= this.mostMb * MB) return
    this.#askedAt = now
    const asked = busy().map(async ({ name, worker }) => {
      const held = await heldBy(worker, rss)
      if (held > this.mostMb * MB) this.hooks.tooLarge(name, worker)
    })
    void Promise.allSettled(asked).then(() => {
      this.#askedAt = null
    })
  }
}

/** Bytes a thread holds, also one in a loop. Before Node 24 nothing tells: all there is counts as its. */
async function heldBy(worker: Worker, rss: number): Promise<number> {
  if (typeof worker.getHeapStatistics !== 'function') return rss
  const { used_heap_size, external_memory } = await worker.getHeapStatistics()
  return used_heap_size + external_memory
}
