import type { Worker } from 'node:worker_threads'
import Bree from 'bree'
import { awakeMs, type FromSlot, type InterruptReason, type ToSlot } from './delivery'
import type { SlotStatus } from './engine'
import { toRunError } from './execute'
import { failedBefore, newPlace, type Place } from './place'
import type { FreePlace, Handed, Lane, LossReason, Runner, RunnerHost } from './runner'
import { packDeliveries, unpackReplies } from './slot-message'
import type { Scale } from './slot-rest'
import { SlotScaling } from './slot-scaling'

export type SlotsConfig = {
  /** The bundled slot. */
  file: string
  /** The data folder, for the file store. */
  folder: string
  count: number
  /** Where it changes with the work; as many as `count` always where it is not given. */
  scale?: Pick<Scale, 'least' | 'most'>
  /** What holds more is replaced once idle. */
  memoryMb?: number
  testMode: boolean
  /** Memory of the armed fault points, in test mode. */
  faults: SharedArrayBuffer | null
}

const NETWORK_CONCURRENCY = 8
const STARTS_TRIED = 3
const LANE_IDLE_MS = 30_000
const HEAP_LIMIT_MB = 1024
const MEMORY_MB = 256

/**
 * Bree starts the threads, hears their messages and exits, and starts them again. Its cron and interval stay unused: its
 * clock is an hour off at daylight-saving changes and forgets everything at a restart.
 */
export class Slots implements Runner {
  readonly #config: SlotsConfig
  readonly #bree: Bree
  readonly #places = new Map<string, Place>()
  #host: RunnerHost | null = null
  #stopping = false
  #watch: NodeJS.Timeout | null = null
  #watchAt = 0
  #laneIdle: NodeJS.Timeout | null = null
  readonly #scaling: SlotScaling
  #lastError = ''

  constructor(config: SlotsConfig) {
    this.#config = config
    this.#scaling = new SlotScaling(config, {
      places: () => this.#places,
      end: (place) => this.#end(place, 'crashed'), // nobody is lost: it is idle
      add: (name) => this.#add(name, 'slots', 1),
      freed: () => this.#host?.freed(),
    })
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
    this.#bree.on('worker deleted', (name: string) => this.#ended(name))
  }

  async start(host: RunnerHost): Promise<void> {
    this.#host = host
    for (let i = 1; i <= this.#config.count; i++) await this.#add(`slot-${i}`, 'slots', 1)
  }

  free(lane: Lane): FreePlace[] {
    if (this.#stopping) return []
    if (lane === 'network' && !this.#places.has('lane-1')) {
      void this.#add('lane-1', 'network', NETWORK_CONCURRENCY)
      return []
    }
    const free: (FreePlace & { load: number })[] = []
    for (const place of this.#places.values()) {
      if (place.lane !== lane || !place.ready || place.ending || place.isGrown) continue
      // Two batches in flight: while one commits, the slot works on the other.
      const { tasks, batches } = place.work
      if (lane === 'network') {
        const room = NETWORK_CONCURRENCY - tasks
        if (room > 0) free.push({ place: place.name, idle: true, room, load: tasks })
      } else if (batches < 2 && !place.work.isLong()) {
        free.push({ place: place.name, idle: tasks === 0, room: Number.POSITIVE_INFINITY, load: tasks })
      }
    }
    if (lane === 'slots' && !free.some((one) => one.idle)) this.#scaling.growSoon()
    return free.sort((a, b) => a.load - b.load)
  }

  deliver(name: string, handed: Handed[]): void {
    const place = this.#places.get(name)
    const worker = this.#bree.workers.get(name) as Worker | undefined
    if (!place || !worker || place.ending) {
      this.#host?.returned(handed.map(({ delivery }) => delivery.taskId))
      return
    }
    const control = place.work.add(handed)
    const message: ToSlot = {
      kind: 'batch',
      size: handed.length,
      batch: packDeliveries(handed.map(({ delivery }) => delivery)),
      control: control.buffer,
    }
    try {
      worker.postMessage(message)
    } catch (error) {
      // An input that cannot be cloned is the task's failure, not the office's.
      place.work.forget(handed)
      this.#host?.replied(failedBefore(handed, error))
      return
    }
    this.#watchSoon()
  }

  interrupt(taskId: number, why: InterruptReason): void {
    for (const place of this.#places.values()) {
      if (!place.work.interrupt(taskId, why)) continue
      this.#post(place.name, { kind: 'interrupt', taskId, why })
    }
  }

  terminate(taskId: number): boolean {
    for (const place of this.#places.values()) {
      if (place.work.has(taskId)) return this.#end(place, 'terminated')
    }
    return false
  }

  takeBackAll(): void {
    for (const place of this.#places.values()) {
      const back = place.work.takeBackWaiting()
      if (back.length) this.#host?.returned(back)
    }
  }

  status(): SlotStatus[] {
    return [...this.#places.values()].map((place) => {
      const worker = this.#bree.workers.get(place.name) as Worker | undefined
      return {
        name: place.name,
        lane: place.lane,
        state: place.ending ? 'replacing' : !place.ready ? 'starting' : place.work.tasks ? 'busy' : 'idle',
        threadId: worker?.threadId ?? null,
        tasksDone: place.done,
        running: place.work.started(),
      }
    })
  }

  async stop(): Promise<void> {
    this.#stopping = true
    if (this.#watch) clearTimeout(this.#watch)
    if (this.#laneIdle) clearTimeout(this.#laneIdle)
    this.#scaling.stop()
    // Not bree.stop(): it hangs when a worker posts anything before 'cancelled'.
    await Promise.all([...this.#bree.workers.values()].map((worker) => (worker as Worker).terminate()))
  }

  async #add(name: string, lane: Lane, concurrency: number): Promise<void> {
    this.#places.set(name, newPlace(name, lane))
    const { file, folder, testMode, faults } = this.#config
    await this.#bree.add({
      name,
      path: file,
      timeout: false,
      worker: {
        workerData: { folder, concurrency, testMode, faults, memoryMb: this.#config.memoryMb ?? MEMORY_MB },
        resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB },
      },
    })
    await this.#bree.run(name) // `start` would consult Bree's clock
  }

  #listen(name: string): void {
    const worker = this.#bree.workers.get(name) as Worker | undefined
    worker?.on('message', (message: FromSlot) => this.#heard(name, message))
  }

  #post(name: string, message: ToSlot): void {
    const worker = this.#bree.workers.get(name) as Worker | undefined
    worker?.postMessage(message)
  }

  #heard(name: string, message: FromSlot): void {
    const place = this.#places.get(name)
    const host = this.#host
    if (!place || !host) return
    if (message.kind === 'done') {
      // Only what this place really holds counts: a task that posts after its end, or twice, is not heard.
      const replies = unpackReplies(message.replies).filter((reply) => place.work.settle(reply.taskId))
      place.done += replies.length
      if (replies.length) host.replied(replies)
      place.tasksSince += replies.length
      if (place.work.tasks === 0) this.#becameIdle(place)
    } else if (message.kind === 'progress') {
      if (place.work.has(message.taskId)) host.progressed(message.taskId, message.progress)
    } else if (message.kind === 'log') {
      if (place.work.has(message.taskId)) host.logged(message.taskId, message.level, message.text)
    } else if (message.kind === 'ask') {
      host.asked(message.taskId, message.what, message.rows).then(
        (value) => this.#post(name, { kind: 'answer', call: message.call, value }),
        (error) => this.#post(name, { kind: 'answer', call: message.call, error: toRunError(error, null) }),
      )
    } else if (message.kind === 'grown') {
      place.isGrown = true
      if (place.work.tasks === 0) this.#becameIdle(place)
    } else if (message.kind === 'ready') {
      place.ready = true
      place.tasksSince = 0
      this.#becameIdle(place)
      place.failedStarts = 0
      host.freed()
    }
  }

  #ended(name: string): void {
    const place = this.#places.get(name)
    if (!place || this.#stopping) return
    const { culprits, innocent } = place.work.takeAll()
    const why = place.ending ?? 'crashed'
    if (!place.ready) place.failedStarts++
    const startedOnce = place.ready
    place.ready = false
    place.ending = null
    place.isGrown = false
    if (innocent.length) this.#host?.returned(innocent)
    if (culprits.length) this.#host?.lost(culprits, why)
    const isUnused = place.lane === 'network' || place.isSurplus
    if (isUnused && culprits.length + innocent.length === 0 && startedOnce) {
      this.#places.delete(name)
      void this.#bree.remove(name)
      this.#host?.freed()
      return
    }
    if (place.failedStarts >= STARTS_TRIED) {
      this.#host?.cannotStart(this.#lastError || 'the thread ended at once')
      return
    }
    void this.#bree.run(name)
  }

  #end(place: Place, why: LossReason): boolean {
    if (place.ending) return true
    place.ending = why
    const worker = this.#bree.workers.get(place.name) as Worker | undefined
    void worker?.terminate()
    return true
  }

  #becameIdle(place: Place): void {
    place.idleSince = awakeMs()
    if (place.lane === 'network') this.#endLaneLater(place)
    else if (place.isGrown) this.#end(place, 'crashed')
    else this.#scaling.restSoon()
  }

  #endLaneLater(place: Place): void {
    if (this.#laneIdle) clearTimeout(this.#laneIdle)
    this.#laneIdle = setTimeout(() => {
      if (place.work.tasks === 0 && !place.ending) void (this.#bree.workers.get(place.name) as Worker)?.terminate()
    }, LANE_IDLE_MS)
    this.#laneIdle.unref()
  }

  /** One timer while anything runs: limits, and neighbours that wait behind a task that turned out to be long. */
  #watchSoon(): void {
    if (this.#stopping) return
    let wait = Number.POSITIVE_INFINITY
    for (const place of this.#places.values()) wait = Math.min(wait, place.work.nextCheckMs())
    const at = awakeMs() + wait
    if (!Number.isFinite(wait) || (this.#watch && this.#watchAt <= at)) return
    if (this.#watch) clearTimeout(this.#watch)
    this.#watchAt = at
    this.#watch = setTimeout(() => {
      this.#watch = null
      for (const place of this.#places.values()) this.#inspect(place)
      this.#watchSoon()
    }, wait)
    this.#watch.unref()
  }

  #inspect(place: Place): void {
    const { takenBack, soft, hard } = place.work.inspect()
    if (takenBack.length) this.#host?.returned(takenBack)
    for (const taskId of soft) this.#post(place.name, { kind: 'interrupt', taskId, why: 'soft_limit' })
    if (hard.length) this.#end(place, 'hard_limit')
  }
}
