import type { Worker } from 'node:worker_threads'
import { awakeMs, type FromSlot, type InterruptReason, type RunError, type ToSlot } from './delivery'
import type { SlotStatus } from './engine'
import { toRunError } from './execute'
import { heardReplies, isProgress } from './heard-replies'
import { LimitTimer } from './limit-timer'
import { MemoryWatch } from './memory-watch'
import { NETWORK_CONCURRENCY, NetworkLane } from './network-lane'
import { failedBefore, newPlace, type Place, statusOf } from './place'
import { releaseMemory } from './release-memory'
import type { FreePlace, Handed, Lane, LossReason, Runner, RunnerHost } from './runner'
import { packDeliveries } from './slot-message'
import { SlotScaling } from './slot-scaling'
import { HEADROOM_MB, MEMORY_MB, MOST_MB, type SlotsConfig, START_AGAIN_MS, STARTS_TRIED } from './slots-config'
import { Standby } from './standby'
import { Threads } from './threads'

/**
 * The slots and the network lane: who works where, what is taken back, ended and started again. A place whose thread is
 * ended by us is empty at once and goes on with another beside the one that goes: the one that stands by, or a new one.
 */
export class Slots implements Runner {
  readonly #config: SlotsConfig
  readonly #threads: Threads
  readonly #places = new Map<string, Place>()
  readonly #standby: Standby
  readonly #scaling: SlotScaling
  readonly #memory: MemoryWatch
  readonly #limits: LimitTimer
  readonly #lane: NetworkLane
  #host: RunnerHost | null = null
  #stopping = false

  constructor(config: SlotsConfig) {
    this.#config = config
    const mostMb = config.mostMb ?? MOST_MB
    this.#threads = new Threads(
      { file: config.file, heapMb: mostMb + HEADROOM_MB, data: (lane) => this.#dataOf(lane) },
      { heard: (thread, message) => this.#heard(thread, message), ended: (thread, why) => this.#ended(thread, why) },
    )
    this.#standby = new Standby(this.#threads, () => [...this.#places.values()].some(({ ready }) => !ready))
    this.#scaling = new SlotScaling(config, {
      places: () => this.#places,
      end: (place) => this.#replaceIdle(place),
      add: (name) => this.#add(name, 'slots'),
      freed: () => this.#host?.freed(),
      rested: releaseMemory,
    })
    this.#memory = new MemoryWatch(mostMb, {
      growing: () => this.#standby.suspect(),
      tooLarge: (name, worker) => {
        const place = this.#places.get(name)
        if (place && this.#threads.of(place.thread) === worker) this.#replace(place, 'memory', place.work.started())
      },
    })
    this.#limits = new LimitTimer(
      () => this.#places.values(),
      () => this.#inspectAll(),
    )
    this.#lane = new NetworkLane({
      places: this.#places,
      open: (name) => void this.#add(name, 'network'),
      ask: (place) => this.#threads.post(place.thread, { kind: 'do_you_hear' }),
      close: (place) => this.#forget(place),
      lost: (taskIds, why) => this.#host?.lost(taskIds, why),
      endUnder: (place) => this.#empty(place, 'beside', place.work.started()),
    })
  }

  async start(host: RunnerHost): Promise<void> {
    this.#host = host
    for (let i = 1; i <= this.#config.count; i++) await this.#add(`slot-${i}`, 'slots')
  }

  free(lane: Lane): FreePlace[] {
    if (this.#stopping) return []
    if (lane === 'network') return this.#lane.free()
    const free: (FreePlace & { load: number })[] = []
    for (const place of this.#places.values()) {
      if (place.lane !== lane || !place.ready || place.isWorn) continue
      // Two batches in flight: while one commits, the slot works on the other.
      const { tasks, batches } = place.work
      if (batches < 2 && !place.work.isLong())
        free.push({ place: place.name, idle: tasks === 0, room: Number.POSITIVE_INFINITY, load: tasks })
    }
    if (!free.some((one) => one.idle)) this.#scaling.growSoon()
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
      this.#threads.post(place.thread, { kind: 'batch', size: handed.length, batch, control: control.buffer })
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
      this.#threads.post(place.thread, { kind: 'interrupt', taskId, why })
    }
  }

  terminate(taskId: number): boolean {
    for (const place of this.#places.values()) {
      if (!place.work.has(taskId)) continue
      if (place.lane === 'network') this.#lane.terminate(place, taskId)
      // One that still waits behind another meets its interruption when its turn comes: nobody else is ended for it.
      else if (place.work.hasStarted(taskId)) this.#replace(place, 'terminated', [taskId])
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
    return [...this.#places.values()].map((place) => statusOf(place, this.#threads.of(place.thread)?.threadId ?? null))
  }

  async stop(): Promise<void> {
    this.#stopping = true
    this.#limits.stop()
    this.#lane.stop()
    this.#scaling.stop()
    this.#standby.stop()
    await this.#threads.stop()
  }

  async #add(name: string, lane: Lane): Promise<void> {
    const thread = this.#threads.reserve(lane)
    this.#places.set(name, newPlace(name, lane, thread))
    await this.#threads.start(thread)
  }

  #dataOf(lane: Lane): Record<string, unknown> {
    const { folder, testMode, faults, memoryMb = MEMORY_MB } = this.#config
    return { folder, concurrency: lane === 'network' ? NETWORK_CONCURRENCY : 1, testMode, faults, memoryMb }
  }

  #placeOf(thread: string): Place | undefined {
    for (const place of this.#places.values()) if (place.thread === thread) return place
    return undefined
  }

  #heard(thread: string, message: FromSlot): void {
    if (message?.kind === 'ready' && this.#standby.heardReady(thread)) return
    const place = this.#placeOf(thread)
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
      if (place.work.has(taskId) && isProgress(progress)) host.progressed(taskId, progress)
    } else if (message.kind === 'log') {
      if (place.work.has(message.taskId)) host.logged(message.taskId, message.level, String(message.text))
    } else if (message.kind === 'ask') {
      const { call } = message
      if (!place.work.has(message.taskId)) return // it was taken off, and perhaps runs anew elsewhere
      const asking = this.#threads.of(thread) // not the one the place goes on with
      const answer = (more: { value: unknown } | { error: RunError }) =>
        asking?.postMessage({ kind: 'answer', call, ...more } satisfies ToSlot)
      host
        .asked(message.taskId, message.what, message.rows)
        .then((value) => answer({ value }))
        .catch((error) => answer({ error: toRunError(error, null) }))
    } else if (message.kind === 'worn') {
      place.isWorn = true
      if (place.lane === 'network') this.#lane.leaves(place)
      else if (place.work.tasks === 0) this.#becameIdle(place)
    } else if (message.kind === 'hears') {
      this.#lane.heard(place)
    } else if (message.kind === 'ready') {
      this.#becameReady(place)
    }
  }

  #becameReady(place: Place): void {
    place.ready = true
    place.tasksSince = 0
    this.#becameIdle(place)
    place.failedStarts = 0
    this.#host?.freed()
    this.#standby.startSoon()
  }

  /** A thread has ended by itself. */
  #ended(thread: string, why: 'crashed' | 'memory'): void {
    this.#standby.ended(thread)
    const place = this.#placeOf(thread)
    if (!place || this.#stopping) return
    if (!place.ready) place.failedStarts++
    const isLane = place.lane === 'network' && place.ready
    this.#empty(place, why, place.work.started())
    if (isLane) this.#lane.close(place)
    else if (place.failedStarts < STARTS_TRIED) this.#goOn(place)
    else if ([...this.#places.values()].some((one) => one.ready)) this.#goOnLater(place)
    else this.#host?.cannotStart(this.#threads.lastError || 'the thread ended at once')
  }

  /** The others carry on meanwhile; what kept it from starting may pass. */
  #goOnLater(place: Place): void {
    setTimeout(() => {
      if (this.#stopping || place.ready || this.#places.get(place.name) !== place) return
      this.#goOn(Object.assign(place, { failedStarts: 0 }))
    }, this.#config.startAgainMs ?? START_AGAIN_MS).unref()
  }

  /** Ends the thread under the tasks that are to blame; who ran beside them is lost, who waited goes back. */
  #replace(place: Place, why: LossReason, toBlame: number[]): void {
    if (this.#stopping || !place.ready) return
    this.#threads.discard(place.thread)
    this.#empty(place, why, toBlame)
    if (place.lane === 'network') this.#lane.close(place)
    else this.#goOn(place)
  }

  /** With the thread that stands by, or a new one; after a loss the next one has a thread to go on with. */
  #goOn(place: Place): void {
    const next = place.lane === 'slots' && place.failedStarts === 0 ? this.#standby.take() : null
    place.thread = next?.thread ?? this.#threads.reserve(place.lane)
    if (!next) void this.#threads.start(place.thread)
    if (next?.isReady) this.#becameReady(place)
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
    if (culprits.length && place.lane === 'slots') this.#standby.suspect()
    if (blamed.length) this.#host?.lost(blamed, reason)
    if (beside.length) this.#host?.lost(beside, 'beside')
  }

  #replaceIdle(place: Place): void {
    if (place.isSurplus) this.#forget(place)
    else this.#replace(place, 'crashed', []) // nobody is lost: it is idle
  }

  #forget(place: Place): void {
    this.#places.delete(place.name)
    this.#threads.discard(place.thread)
    this.#host?.freed()
  }

  #becameIdle(place: Place): void {
    place.idleSince = awakeMs()
    if (place.lane === 'network') this.#lane.becameIdle(place)
    else if (place.isWorn) this.#replaceIdle(place)
    else this.#scaling.restSoon()
  }

  #inspectAll(): void {
    for (const place of [...this.#places.values()]) {
      const { takenBack, soft, hard } = place.work.inspect()
      if (takenBack.length) this.#host?.returned(takenBack)
      if (soft.length && place.lane === 'slots') this.#standby.suspect()
      for (const taskId of soft) this.#threads.post(place.thread, { kind: 'interrupt', taskId, why: 'soft_limit' })
      if (hard.length && place.lane === 'network') this.#lane.takeOff(place, hard, 'hard_limit')
      else if (hard.length) this.#replace(place, 'hard_limit', hard)
    }
    this.#memory.look(awakeMs(), () => this.#working())
  }

  #working(): { name: string; worker: Worker }[] {
    return [...this.#places.values()].flatMap(({ name, work, thread }) => {
      const worker = this.#threads.of(thread)
      return worker && work.started().length ? [{ name, worker }] : []
    })
  }
}
