import type { Worker } from 'node:worker_threads'
import Bree from 'bree'
import type { FromSlot, ToSlot } from './delivery'

type Hooks = {
  heard(name: string, message: FromSlot): void
  /** A thread has ended by itself. `memory`: it had more on its heap than it may. */
  ended(name: string, why: 'crashed' | 'memory'): void
}

/**
 * The threads of the places, by name. Bree starts them, hears their messages and exits, and starts them again. Its cron
 * and interval stay unused: its clock is an hour off at daylight-saving changes and forgets everything at a restart.
 */
/** Three of V8's semi-spaces. Left to itself a thread that reads a large file takes 96 MB for what it forgets at once. */
const YOUNG_MB = 24

export class Threads {
  readonly #bree: Bree
  readonly #outOfMemory = new Set<string>()
  readonly #leaving = new Set<Promise<unknown>>()
  #lastError = ''

  constructor(
    private readonly options: { file: string; heapMb: number },
    private readonly hooks: Hooks,
  ) {
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
    this.#bree.on('worker deleted', (name: string) =>
      this.hooks.ended(name, this.#outOfMemory.delete(name) ? 'memory' : 'crashed'),
    )
  }

  /** What the last thread that ended by itself said. */
  get lastError(): string {
    return this.#lastError
  }

  of(name: string): Worker | undefined {
    return this.#bree.workers.get(name) as Worker | undefined
  }

  async add(name: string, workerData: Record<string, unknown>): Promise<void> {
    const { file, heapMb } = this.options
    await this.#bree.add({
      name,
      path: file,
      timeout: false,
      worker: {
        workerData,
        resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
      },
    })
    await this.start(name)
  }

  start(name: string): Promise<void> {
    return this.#bree.run(name) // `start` would consult Bree's clock
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
    if (!worker) return
    worker.removeAllListeners('message')
    worker.removeAllListeners('exit') // Bree's would forget the next thread of this name
    this.#bree.workers.delete(name)
    this.#outOfMemory.delete(name)
    const leaving = worker.terminate().finally(() => this.#leaving.delete(leaving))
    this.#leaving.add(leaving)
  }

  remove(name: string): void {
    void this.#bree.remove(name)
  }

  /** Not bree.stop(): it hangs when a worker posts anything before 'cancelled'. */
  async stop(): Promise<void> {
    const workers = [...this.#bree.workers.values()] as Worker[]
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
