import type { Db } from '../../db/open'
import { faultPoint } from '../values/faults'
import { Problem, type Reason } from '../values/problem'
import type { Instant, Zone } from '../values/time'
import type { Batches } from './batches'
import type { Clock } from './clock'
import { retryTask, revokeTask, snoozeTask } from './commands'
import type { Core } from './core'
import { openWrite } from './core'
import type { AnyTask } from './define-task'
import { DueTimer } from './due-timer'
import { Endings } from './endings'
import type { ApiState, Engine, EngineStatus, Finished, Reader } from './engine'
import type { EngineConfig } from './engine-config'
import { enqueueIn } from './enqueue'
import { GroupCommit } from './group-commit'
import { Intake } from './intake'
import { type Claimed, Leases } from './leases'
import { makeCore } from './make-core'
import { QueueControl } from './queue-control'
import { recoverLost } from './recovery'
import type { Runner } from './runner'
import { TextIndex } from './text-index'
import { Waiters } from './waiters'
import type { Actor, Enqueued, EnqueueOptions, OfficeEvent, Write } from './write'
import { asProblem, isOfTheDisk } from './write-problem'

const READ_AGAIN_MS = 1_000

export function createEngine(config: EngineConfig): EmbeddedEngine {
  return new EmbeddedEngine(config)
}

export class EmbeddedEngine implements Engine {
  readonly db: Db
  readonly clock: Clock
  readonly reader: Reader
  readonly queues: QueueControl
  readonly batches: Batches
  readonly #config: EngineConfig
  readonly #core: Core
  readonly #commit: GroupCommit
  readonly #endings: Endings
  readonly #leases: Leases
  readonly #intake: Intake
  readonly #due: DueTimer
  readonly #text: TextIndex
  readonly #startedAt: Instant
  #runner: Runner
  /** The runner that could not go on, until its last thread has gone. */
  #left: Promise<void> = Promise.resolve()
  #state: EngineStatus['state'] = 'starting'
  #degraded: Reason | null = null
  #claimed: Claimed[] = []
  readonly #waiters: Waiters
  #idle: (() => void)[] = []

  constructor(config: EngineConfig) {
    this.#config = config
    this.db = config.db
    this.clock = config.clock
    this.reader = config.reader
    this.#runner = config.runner
    this.#startedAt = config.clock.now()
    this.#core = makeCore(config, {
      ready: (lane, queueId) => this.#leases.add(lane, queueId),
      wake: () => this.#commit.wake(),
      rescheduleTimer: () => this.#due.changed(),
      interrupt: (taskId, { terminate }) => {
        this.#runner.interrupt(taskId, 'revoked')
        if (terminate) this.#runner.terminate(taskId)
      },
      endings: () => this.#endings,
      tellWaiters: (ended) => this.#waiters.tell(ended),
    })
    const { queries } = this.#core
    this.batches = this.#core.batches
    this.#waiters = new Waiters(this.#core)
    this.#endings = new Endings(this.#core, enqueueIn)
    this.queues = new QueueControl(this.#core, this.#endings, (actor, work) => this.write(actor, work))
    this.#leases = new Leases(this.#core, () => this.#runner, enqueueIn, config.network ?? true)
    this.#intake = new Intake(this.#core, this.#endings, this.#waiters, enqueueIn, {
      add: (member) => this.#commit.add(member),
      isStopped: () => this.#state === 'stopped',
      cannotStart: (found) => this.#degrade(found),
    })
    this.#due = new DueTimer(this.#core, this.#endings, (work, committed) => this.#intake.ends(work, { committed }))
    this.#text = new TextIndex(
      config.db,
      () => this.#core.running.size === 0 && this.#commit.idle,
      (work) => this.#intake.quietly(work),
    )
    this.#commit = new GroupCommit(config.db, {
      beforeCommit: () => {
        if (this.#state === 'running' || this.#state === 'degraded') this.#claimed = this.#leases.claim()
        this.#core.counts.write(queries)
      },
      afterCommit: () => this.#afterCommit(),
      discarded: () => {
        this.#core.counts.discarded()
        this.#core.afterCommit.discarded()
        this.#claimed = []
        this.#readAgain()
      },
      undone: () => {
        this.#core.counts.undone()
        this.#core.afterCommit.undone()
        this.#core.gates.reload()
      },
      kept: () => {
        this.#core.counts.kept()
        this.#core.afterCommit.kept()
      },
    })
  }

  zone(): Zone {
    return this.#core.zone()
  }

  write<T>(actor: Actor, work: (write: Write) => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const events: OfficeEvent[] = []
      let result: T
      this.#commit.add({
        weight: 1,
        savepoint: 'own',
        work: () => {
          events.length = 0
          result = work(openWrite(this.#core, actor, events, enqueueIn))
        },
        committed: () => {
          faultPoint('engine.written')
          resolve(result)
          for (const event of events) this.#core.events.emit(event)
        },
        failed: reject,
      })
    })
  }

  enqueue(task: string, args: Record<string, unknown>, options: EnqueueOptions = {}): Promise<Enqueued> {
    const origin = options.origin ?? 'system'
    return this.write(origin, () => enqueueIn(this.#core, task, args, { ...options, origin }))
  }

  enqueueMany(task: string, list: Record<string, unknown>[], options: EnqueueOptions = {}): Promise<number[]> {
    return this.write(options.origin ?? 'system', () =>
      list.map((args) => enqueueIn(this.#core, task, args, options).taskId),
    )
  }

  revoke(taskId: number, options: { terminate: boolean }, actor: Actor): Promise<{ state: ApiState }> {
    return this.write(actor, (write) => revokeTask(this.#core, this.#endings, write, taskId, options))
  }

  retry(taskId: number, actor: Actor): Promise<{ state: ApiState }> {
    return this.write(actor, () => retryTask(this.#core, taskId))
  }

  snooze(taskId: number, until: Instant, actor: Actor): Promise<{ state: ApiState }> {
    return this.write(actor, (write) => snoozeTask(this.#core, write, taskId, until))
  }

  /** Resolves when nothing is ready and nothing runs. */
  async drained(): Promise<void> {
    while (this.#core.running.size > 0 || this.#core.queries.readyQueues().length > 0) {
      await new Promise<void>((resolve) => this.#idle.push(resolve))
    }
  }

  definition(name: string): AnyTask | null {
    return this.#core.registry.find(name)
  }

  definitions(): AnyTask[] {
    return this.#core.registry.all
  }

  onEvent(listener: (event: OfficeEvent) => void): () => void {
    return this.#core.events.listen(listener)
  }

  emit(event: OfficeEvent): void {
    this.#core.events.emit(event)
  }

  finished(taskId: number): Promise<Finished> {
    return this.#waiters.finished(taskId)
  }

  status(): EngineStatus {
    return {
      state: this.#state,
      bootId: this.#core.bootId,
      startedAt: this.#startedAt,
      slots: this.#runner.status(),
      degradedReason: this.#degraded,
    }
  }

  async start(): Promise<void> {
    await recoverLost(this.#core, this.#endings, this.#commit)
    for (const { lane, queue_id } of this.#core.queries.readyQueues()) this.#leases.add(lane, queue_id)
    this.#state = 'running'
    await this.#runner.start(this.#intake.host)
    this.#due.start()
    this.#text.wake()
    this.#commit.wake()
  }

  async stop(deadlineMs: number): Promise<void> {
    if (this.#state === 'stopped') return
    this.#state = 'stopping'
    this.#due.stop()
    this.#text.stop()
    this.#runner.takeBackAll()
    if (this.#core.running.size) await this.#drained(deadlineMs)
    if (this.#core.running.size) {
      for (const taskId of this.#core.running.keys()) this.#runner.interrupt(taskId, 'stopping')
      await this.#drained(Math.min(500, deadlineMs))
    }
    await Promise.all([this.#runner.stop(), this.#left])
    // What began an outside effect keeps its lease: the next start finds it lost and asks.
    const left = [...this.#core.running.values()].filter((running) => !running.task.begin)
    if (left.length) this.#intake.ends(() => left.map((running) => this.#endings.returned(running)))
    await new Promise((resolve) => setImmediate(resolve))
    this.#commit.close(new Problem('engine.stopped', {}, { kind: 'unavailable' }))
    try {
      this.#core.queries.endBoot(this.#core.bootId, this.clock.now())
    } catch (error) {
      // A full disk: the next start takes it for an office that ended by itself, and finds nothing running.
      if (!isOfTheDisk(asProblem(error, this.db))) throw error
    }
    this.#state = 'stopped'
    this.#core.events.close()
  }

  /** What is kept beside the tables, from the tables; where they cannot be read, once they can. */
  #readAgain(): void {
    if (this.#state === 'stopped') return
    try {
      this.#core.gates.reload()
      for (const { lane, queue_id } of this.#core.queries.readyQueues()) this.#leases.add(lane, queue_id)
    } catch (error) {
      if (!isOfTheDisk(asProblem(error, this.db))) throw error
      setTimeout(() => this.#readAgain(), READ_AGAIN_MS).unref()
    }
  }

  #drained(deadlineMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, deadlineMs)
      this.#idle.push(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  }

  #afterCommit(): void {
    const claimed = this.#claimed
    this.#claimed = []
    this.#core.afterCommit.run()
    for (const { running } of claimed) this.#core.running.set(running.row.id, running)
    if (claimed.length) faultPoint('engine.claimed')
    for (const { events } of claimed) for (const event of events) this.#core.events.emit(event)
    const broken = this.#leases.deliver(claimed)
    if (broken.length)
      this.#intake.replied(
        broken.map(({ running, error }) => ({
          taskId: running.row.id,
          ms: 0,
          progress: null,
          outcome: { ok: false, error },
        })),
      )
    this.#text.wake()
    this.#config.committed?.()
    if (this.#core.running.size === 0) for (const resolve of this.#idle.splice(0)) resolve()
  }

  #degrade(found: string): void {
    if (this.#degraded || this.#state !== 'running') return
    this.#degraded = { code: 'engine.degraded', params: { found } }
    this.#state = 'degraded'
    // It would go on trying, and hold threads and timers that nobody uses; it holds no task, since none of its places is ready.
    this.#left = this.#runner.stop()
    this.#runner = this.#config.fallback()
    void this.#runner.start(this.#intake.host).then(() => this.#commit.wake())
    this.#core.events.emit({ type: 'engine_degraded' })
  }
}
