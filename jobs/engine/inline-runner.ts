import { Problem } from '../values/problem'
import type { RunTable } from './define-task'
import type { InterruptReason, Reply } from './delivery'
import type { SlotStatus } from './engine'
import { execute, type Host, interrupt, toRunError } from './execute'
import type { FileStore } from './file-store'
import { InFlight } from './in-flight'
import { failedBefore } from './place'
import type { FreePlace, Handed, Lane, Runner, RunnerHost } from './runner'

export type InlineConfig = { runs: RunTable; files: FileStore }

/**
 * Runs tasks in the office process, one at a time: the fallback where no thread can be started (the guides' thread
 * without a broker). A synchronous run blocks the office while it lasts, and the hard limit cannot end it.
 */
export class InlineRunner implements Runner {
  readonly #config: InlineConfig
  readonly #work = new InFlight(true)
  #host: RunnerHost | null = null
  #busy = false
  #done = 0
  #stopped = false

  constructor(config: InlineConfig) {
    this.#config = config
  }

  async start(host: RunnerHost): Promise<void> {
    this.#host = host
    host.freed()
  }

  free(_lane: Lane): FreePlace[] {
    return this.#busy || this.#stopped ? [] : [{ place: 'inline', idle: true, room: 8 }]
  }

  deliver(_place: string, handed: Handed[]): void {
    const control = this.#work.add(handed)
    this.#busy = true
    void this.#runAll(handed, control)
  }

  async #runAll(handed: Handed[], control: ReturnType<InFlight['add']>): Promise<void> {
    for (const [index, one] of handed.entries()) {
      await new Promise((resolve) => setImmediate(resolve)) // the office gets a turn between two tasks
      const reply = await this.#runOne(one, index, control)
      if (!reply || !this.#work.settle(reply.taskId)) continue
      this.#done++
      this.#host?.replied([reply])
    }
    this.#busy = false
    this.#host?.freed()
  }

  /** Input and output are copied, as they are on their way to a thread: a task fails here in the same words. */
  async #runOne(one: Handed, index: number, control: ReturnType<InFlight['add']>): Promise<Reply | null> {
    const { taskId, resultAsJson } = one.delivery
    const soft = setTimeout(() => this.interrupt(taskId, 'soft_limit'), Math.min(one.softSeconds * 1000, 2 ** 31 - 1))
    try {
      const reply = await execute(structuredClone(one.delivery), index, control, this.#hostOfRuns())
      if (!reply?.outcome.ok || resultAsJson) return reply
      return { ...reply, outcome: copied(reply.outcome.value) }
    } catch (error) {
      return failedBefore([one], error)[0] ?? null
    } finally {
      clearTimeout(soft)
    }
  }

  #hostOfRuns(): Host {
    const { runs, files } = this.#config
    return {
      runs,
      putFile: (bytes, mediaType, name) => files.put(bytes, mediaType, name),
      putFiles: (given) => files.putFiles(given),
      readFile: (sha256) => files.read(sha256),
      filePath: (sha256) => files.path(sha256),
      progress: (taskId, progress) => this.#host?.progressed(taskId, progress),
      log: (taskId, level, text) => this.#host?.logged(taskId, level, text),
      ask: (taskId, what, rows) => this.#host?.asked(taskId, what, rows) ?? Promise.reject(new Error('not started')),
    }
  }

  interrupt(taskId: number, why: InterruptReason): void {
    if (this.#work.interrupt(taskId, why)) interrupt(taskId, why)
  }

  terminate(taskId: number): boolean {
    this.interrupt(taskId, 'revoked')
    return this.#work.has(taskId)
  }

  takeBackAll(): void {
    const back = this.#work.takeBackWaiting()
    if (back.length) this.#host?.returned(back)
  }

  status(): SlotStatus[] {
    return [
      {
        name: 'inline',
        lane: 'slots',
        state: this.#busy ? 'busy' : 'idle',
        threadId: null,
        tasksDone: this.#done,
        running: this.#work.started(),
      },
    ]
  }

  async stop(): Promise<void> {
    this.#stopped = true
  }
}

function copied(value: unknown): Reply['outcome'] {
  try {
    return { ok: true, value: structuredClone(value) }
  } catch (error) {
    const problem = new Problem('engine.result_not_cloneable', { found: String(error) })
    return { ok: false, error: toRunError(problem, null) }
  }
}
