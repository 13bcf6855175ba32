import type { Worker } from 'node:worker_threads'
import Bree from 'bree'
import type { FromSlot, ToSlot } from './delivery'
import { keepHeapsSmall } from './release-memory'
import type { Lane } from './runner'

type Hooks = {
  heard(name: string, message: FromSlot): void
  /** A thread has ended by itself. `memory`: it had more on its heap than it may. */
  ended(name: string, why: 'crashed' | 'memory'): void
}

/** Three of V8's semi-spaces. Left to itself a thread that reads a large file takes 96 MB for what it forgets at once. */
const YOUNG_MB = 24

/**
 * The threads, by names of their own: a place goes on with another thread when its own ends. Bree starts them, hears their messages and exits. Its cron and interval stay unused: its clock is an hour off at daylight-saving changes and forgets everything at a restart.
 */
export class Threads {
  readonly #bree: Bree
  readonly #outOfMemory = new Set<string>()
  readonly #leaving = new Set<Promise<unknown>>()
  /** Every name there ever was, with the lane whose threads it is for. */
  readonly #lanes = new Map<string, Lane>()
  readonly #used = new Set<string>()
  readonly #knownToBree = new Set<string>()
  #lastError = ''
  #isStopped = false

  constructor(
    private readonly options: { file: string; heapMb: number; data: (lane: Lane) => Record<string, unknown> },
    private readonly hooks: Hooks,
  ) {
    keepHeapsSmall()
    this.#bree = new Bree({
      root: false, // else Bree demands a folder called jobs in the working directory
      doRootCheck: false,
      logger: false,
      workerMessageHandler: () => {}, // heard below, without the metadata Bree makes for each message
      errorHandler: (error: unknown) => {
        this.#lastError = error instanceof Error ? error.message : String(error)
      },
      jobs: [],
    })
    this.#bree.on('worker created', (name: string) => this.#listen(name))
    this.#bree.on('worker deleted', (name: string) => {
      this.#used.delete(name)
      this.hooks.ended(name, this.#outOfMemory.delete(name) ? 'memory' : 'crashed')
    })
  }

  /** What the last thread that ended by itself said. */
  get lastError(): string {
    return this.#lastError
  }

  of(name: string): Worker | undefined {
    return this.#bree.workers.get(name) as Worker | undefined
  }

  /** A name for a thread of a lane, until that thread has ended. */
  reserve(lane: Lane): string {
    const names = [...this.#lanes].flatMap(([name, of]) => (of === lane ? [name] : []))
    const name = names.find((one) => !this.#used.has(one)) ?? `${lane}-thread-${names.length + 1}`
    this.#lanes.set(name, lane)
    this.#used.add(name)
    return name
  }

  /** Starts the thread of a name that was reserved, unless it has been discarded meanwhile. */
  async start(name: string): Promise<void> {
    const { file, heapMb, data } = this.options
    const workerData = data(this.#lanes.get(name) ?? 'slots')
    const resourceLimits = { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB }
    const worker = { workerData, resourceLimits }
    if (!this.#knownToBree.has(name)) await this.#bree.add({ name, path: file, timeout: false, worker })
    this.#knownToBree.add(name)
    if (this.#isStopped || !this.#used.has(name)) return
    await this.#bree.run(name) // `start` would consult Bree's clock
    if (this.#isStopped) await this.of(name)?.terminate()
  }

  /** Throws where the message cannot be cloned. */
  post(name: string, message: ToSlot): void {
    this.of(name)?.postMessage(message)
  }

  /**
   * Ends a thread without waiting for it, and nothing of it is heard any more: the next of its name may start at once.
   * A thread that holds a gigabyte takes a quarter of a second to go.
   */
  discard(name: string): void {
    const worker = this.of(name)
    this.#used.delete(name)
    if (!worker) return
    worker.removeAllListeners('message')
    worker.removeAllListeners('exit') // Bree's would forget the next thread of this name
    this.#bree.workers.delete(name)
    this.#outOfMemory.delete(name)
    const leaving = worker.terminate().finally(() => this.#leaving.delete(leaving))
    this.#leaving.add(leaving)
  }

  /** Not bree.stop(): it hangs when a worker posts anything before 'cancelled'. */
  async stop(): Promise<void> {
    this.#isStopped = true
    const workers = [...this.#bree.workers.values()] as Worker[]
    this.#used.clear()
    await Promise.all([...this.#leaving, ...workers.map((worker) => worker.terminate())])
  }

  #listen(name: string): void {
    const worker = this.of(name)
    worker?.on('message', (message: FromSlot) => this.hooks.heard(name, message))
    worker?.on('error', (error: Error) => {
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' && this.of(name) === worker)
        this.#outOfMemory.add(name)
    })
  }
}
