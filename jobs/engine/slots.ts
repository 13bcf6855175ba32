import type { Worker } from 'node:worker_threads'
import { awakeMs, type FromSlot, type InterruptReason, type RunError, type ToSlot } from './delivery'
import type { SlotStatus } from './engine'
import { toRunError } from './execute'
import { heardReplies } from './heard-replies'
import { LimitTimer } from './limit-timer'
import { MemoryWatch } from './memory-watch'
import { failedBefore, newPlace, type Place } from './place'
import type { FreePlace, Handed, Lane, LossReason, Runner, RunnerHost } from './runner'
import { packDeliveries } from './slot-message'
import type { Scale } from './slot-rest'
import { SlotScaling } from './slot-scaling'
import { Threads } from './threads'

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
  /** What holds more, on its heap and in buffers outside it, is ended under its task. */
  mostMb?: number
  testMode: boolean
  /** Memory of the armed fault points, in test mode. */
  faults: SharedArrayBuffer | null
}

const NETWORK_CONCURRENCY = 8
const STARTS_TRIED = 3
const LANE_IDLE_MS = 30_000
const MEMORY_MB = 256
const MOST_MB = 1536
/**
 * V8 ends the whole process, not the thread, where one allocation alone goes well past the heap's limit (measured: a text of
 * 200 MB). So that limit lies far above what the watch allows; no text is longer than 1 GB.
 */
const HEADROOM_MB = 2048

/**
 * The slots and the network lane: who works where, what is taken back, ended and started again. A place whose thread is
 * ended by us is empty at once and its next thread starts beside the one that goes.
 */
export class Slots implements Runner {
  readonly #config: SlotsConfig
  readonly #threads: Threads
  readonly #places = new Map<string, Place>()
  readonly #scaling: SlotScaling
  readonly #memory: MemoryWatch
  readonly #limits: LimitTimer
  #host: RunnerHost | null = null
  #stopping = false
  #laneIdle: NodeJS.Timeout | null = null

  constructor(config: SlotsConfig) {
    this.#config = config
    const mostMb = config.mostMb ?? MOST_MB
    this.#threads = new Threads(
      { file: config.file, heapMb: mostMb + HEADROOM_MB },
      { heard: (name, message) => this.#heard(name, message), ended: (name, why) => this.#ended(name, why) },
    )
    this.#scaling = new SlotScaling(config, {
      places: () => this.#places,
      end: (place) => this.#replaceIdle(place),
      add: (name) => this.#add(name, 'slots', 1),
      freed: () => this.#host?.freed(),
    })
    this.#memory = new MemoryWatch(mostMb, (name, worker) => {
      const place = this.#places.get(name)
      if (place && this.#threads.of(name) === worker) this.#replace(place, 'memory', place.work.started())
    })
    this.#limits = new LimitTimer(
      () => this.#places.values(),
      () => this.#inspectAll(),
    )
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
      if (place.lane !== lane || !place.ready || place.isWorn) continue
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
    if (!place?.ready) {
      this.#host?.returned(handed.map(({ delivery }) => delivery.taskId))
      return
    }
    const control = place.work.add(handed)
    const batch = packDeliveries(handed.map(({ delivery }) => delivery))
    try {
      this.#threads.post(name, { kind: 'batch', size: handed.length, batch, control: control.buffer })
    } catch (error) {
      // An input that cannot be cloned is the task's failure, not the office's.
      place.work.forget(handed)
      this.#host?.replied(failedBefore(handed, error))
      return
    }
    this.#limits.changed()
  }

  interrupt(taskId: number, why: InterruptReason): void {
    for (const place of this.#places.values()) {
      if (!place.work.interrupt(taskId, why)) continue
      this.#threads.post(place.name, { kind: 'interrupt', taskId, why })
    }
  }

  terminate(taskId: number): boolean {
    for (const place of this.#places.values()) {
      if (!place.work.has(taskId)) continue
      // One that still waits behind another meets its interruption when its turn comes: nobody else is ended for it.
      if (place.work.hasStarted(taskId)) this.#replace(place, 'terminated', [taskId])
      return true
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
    return [...this.#places.values()].map((place) => ({
      name: place.name,
      lane: place.lane,
      state: !place.ready ? (place.ended > 0 ? 'replacing' : 'starting') : place.work.tasks ? 'busy' : 'idle',
      threadId: this.#threads.of(place.name)?.threadId ?? null,
      tasksDone: place.done,
      running: place.work.started(),
    }))
  }

  async stop(): Promise<void> {
    this.#stopping = true
    this.#limits.stop()
    if (this.#laneIdle) clearTimeout(this.#laneIdle)
    this.#scaling.stop()
    await this.#threads.stop()
  }

  async #add(name: string, lane: Lane, concurrency: number): Promise<void> {
    this.#places.set(name, newPlace(name, lane))
    const { folder, testMode, faults, memoryMb = MEMORY_MB } = this.#config
    await this.#threads.add(name, { folder, concurrency, testMode, faults, memoryMb })
  }

  #heard(name: string, message: FromSlot): void {
    const place = this.#places.get(name)
    const host = this.#host
    if (!place || !host || typeof message !== 'object' || message === null) return
    if (message.kind === 'done') {
      const replies = heardReplies(message.replies, place.work)
      place.done += replies.length
      if (replies.length) host.replied(replies)
      place.tasksSince += replies.length
      if (place.work.tasks === 0) this.#becameIdle(place)
    } else if (message.kind === 'progress') {
      const { taskId, progress } = message
      if (place.work.has(taskId) && typeof progress?.current === 'number') host.progressed(taskId, progress)
    } else if (message.kind === 'log') {
      if (place.work.has(message.taskId)) host.logged(message.taskId, message.level, String(message.text))
    } else if (message.kind === 'ask') {
      const { call } = message
      const thread = this.#threads.of(name) // not the next one of this name
      const answer = (more: { value: unknown } | { error: RunError }) =>
        thread?.postMessage({ kind: 'answer', call, ...more } satisfies ToSlot)
      host
        .asked(message.taskId, message.what, message.rows)
        .then((value) => answer({ value }))
        .catch((error) => answer({ error: toRunError(error, null) }))
    } else if (message.kind === 'worn') {
      place.isWorn = true
      if (place.work.tasks === 0) this.#becameIdle(place)
    } else if (message.kind === 'ready') {
      place.ready = true
      place.tasksSince = 0
      this.#becameIdle(place)
      place.failedStarts = 0
      host.freed()
    }
  }

  /** A thread has ended by itself. */
  #ended(name: string, why: 'crashed' | 'memory'): void {
    const place = this.#places.get(name)
    if (!place || this.#stopping) return
    if (!place.ready) place.failedStarts++
    this.#empty(place, why, place.work.started())
    if (place.failedStarts < STARTS_TRIED) void this.#threads.start(name)
    else this.#host?.cannotStart(this.#threads.lastError || 'the thread ended at once')
  }

  /** Ends the thread under the tasks that are to blame; who ran beside them is lost, who waited goes back. */
  #replace(place: Place, why: LossReason, toBlame: number[]): void {
    if (this.#stopping || !place.ready) return
    this.#threads.discard(place.name)
    void this.#threads.start(place.name)
    this.#empty(place, why, toBlame)
  }

  #empty(place: Place, why: LossReason, toBlame: number[]): void {
    place.ready = false
    place.isWorn = false
    place.ended++
    const { culprits, innocent } = place.work.takeAll()
    // Whose memory it was is not known where several run at once.
    const reason = why === 'memory' && place.lane === 'network' ? 'crashed' : why
    const blamed = culprits.filter((taskId) => toBlame.includes(taskId))
    const beside = culprits.filter((taskId) => !toBlame.includes(taskId))
    if (innocent.length) this.#host?.returned(innocent)
    if (blamed.length) this.#host?.lost(blamed, reason)
    if (beside.length) this.#host?.lost(beside, 'crashed')
  }

  #replaceIdle(place: Place): void {
    if (place.isSurplus) this.#forget(place)
    else this.#replace(place, 'crashed', []) // nobody is lost: it is idle
  }

  #forget(place: Place): void {
    this.#places.delete(place.name)
    this.#threads.discard(place.name)
    this.#threads.remove(place.name)
    this.#host?.freed()
  }

  #becameIdle(place: Place): void {
    place.idleSince = awakeMs()
    if (place.lane === 'network') this.#endLaneLater(place)
    else if (place.isWorn) this.#replaceIdle(place)
    else this.#scaling.restSoon()
  }

  #endLaneLater(place: Place): void {
    if (this.#laneIdle) clearTimeout(this.#laneIdle)
    this.#laneIdle = setTimeout(() => {
      if (place.work.tasks === 0 && place.ready) this.#forget(place)
    }, LANE_IDLE_MS)
    this.#laneIdle.unref()
  }

  #inspectAll(): void {
    for (const place of [...this.#places.values()]) {
      const { takenBack, soft, hard } = place.work.inspect()
      if (takenBack.length) this.#host?.returned(takenBack)
      for (const taskId of soft) this.#threads.post(place.name, { kind: 'interrupt', taskId, why: 'soft_limit' })
      if (hard.length) this.#replace(place, 'hard_limit', hard)
    }
    this.#memory.look(awakeMs(), () => this.#working())
  }

  #working(): { name: string; worker: Worker }[] {
    return [...this.#places.values()].flatMap(({ name, work }) => {
      const worker = this.#threads.of(name)
      return worker && work.started().length ? [{ name, worker }] : []
    })
  }
}
