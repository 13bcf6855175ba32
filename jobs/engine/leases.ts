import { z } from 'zod'
import type { ClaimedRow } from '../../db/queries/engine'
import { unpack } from '../values/deflated'
import { faultPoint } from '../values/faults'
import { Problem } from '../values/problem'
import type { Instant } from '../values/time'
import { type Core, type EnqueueIn, openWrite, type Running, undoFrom } from './core'
import type { AnyTask } from './define-task'
import type { RunError } from './delivery'
import { digestOf } from './digest'
import { toRunError } from './execute'
import { inputVersion } from './input-version'
import { takeLock, waitForLock } from './locks'
import { limitsOf } from './registry'
import type { FreePlace, Handed, Lane, Runner } from './runner'
import type { OfficeEvent } from './write'

/** Stands in for a definition that an older version had and this one has not; its tasks end in words. */
const GONE: AnyTask = {
  name: 'engine.gone',
  queue: 'default',
  args: z.object({}),
  run: () => Promise.reject(new Error('gone')),
}

/** So many are put off in one transaction for locks they find held; the others come in the next. */
const MOST_PUT_OFF = 200

const LANES: Lane[] = ['slots', 'network']

export type Claimed = { place: string; running: Running; broken: RunError | null; events: OfficeEvent[] }

/**
 * Claims: what is ready goes to the places that are free, the highest priority of all queues first. A lease is boot, slot
 * and attempt; it is committed before the slot hears of the task.
 */
export class Leases {
  /** lane × 1024 + queue */
  readonly #mayBeReady = new Set<number>()
  readonly #savepoint
  readonly #release
  readonly #undo
  /** Of this claim, for a lock. */
  #putOff = 0

  constructor(
    private readonly core: Core,
    private readonly runner: () => Runner,
    private readonly enqueue: EnqueueIn,
    private readonly network: boolean,
  ) {
    this.#savepoint = core.db.prepare('savepoint begin_effects')
    this.#release = core.db.prepare('release begin_effects')
    this.#undo = core.db.prepare('rollback to begin_effects')
  }

  add(lane: number, queueId: number): void {
    this.#mayBeReady.add(lane * 1024 + queueId)
  }

  /** Inside the group's transaction. */
  claim(): Claimed[] {
    const claimed: Claimed[] = []
    this.core.gates.begin()
    this.#putOff = 0
    for (const [lane, name] of LANES.entries()) {
      if (!this.#hasWork(lane)) continue
      // Asked for a place, the network lane starts: not for tasks that a paused queue holds back.
      if (name === 'network' && (!this.network || this.#bestQueue(lane) === null)) continue
      for (const free of this.runner().free(name)) if (!this.#fill(lane, name, free, claimed)) break
    }
    if (this.core.gates.opensAt < Number.POSITIVE_INFINITY) this.core.rescheduleTimer()
    if (claimed.length) faultPoint('engine.claimed_before_commit')
    return claimed
  }

  /**
   * A slot gets a batch of one queue, the network lane whatever it has room for, of all queues: neither a lock that is held
   * nor a server that hangs keeps back who comes after. False where nothing is left to hand out.
   */
  #fill(lane: number, name: Lane, { place, idle, room }: FreePlace, claimed: Claimed[]): boolean {
    for (let left = room; left > 0; ) {
      const best = this.#bestQueue(lane)
      if (best === null) return false
      const most = name === 'network' ? left : Math.min(left, this.core.pace.batchSize(best.queueId))
      if (most === 1 && !idle) return true
      const begun = this.#lease(lane, best.queueId, place, Math.min(most, best.room))
      claimed.push(...begun)
      if (begun.length > 0 && name === 'slots') return true
      left -= begun.length
      if (this.#putOff < MOST_PUT_OFF) continue
      this.core.wake()
      return false
    }
    return true
  }

  #hasWork(lane: number): boolean {
    for (const key of this.#mayBeReady) if (Math.floor(key / 1024) === lane) return true
    return false
  }

  #bestQueue(lane: number): { queueId: number; room: number } | null {
    const now = this.core.clock.now()
    const only = this.#onlyQueue(lane)
    if (only !== null) {
      const room = this.core.gates.room(only, now)
      return room > 0 ? { queueId: only, room } : null
    }
    let best: { queueId: number; room: number; priority: number; id: number } | null = null
    for (const key of [...this.#mayBeReady]) {
      if (Math.floor(key / 1024) !== lane) continue
      const queueId = key % 1024
      const room = this.core.gates.room(queueId, now)
      if (room === 0) continue
      const head = this.core.queries.head(lane, queueId, now)
      if (!head) this.#mayBeReady.delete(key)
      else if (!best || head.priority > best.priority || (head.priority === best.priority && head.id < best.id))
        best = { queueId, room, ...head }
    }
    return best
  }

  /** Where one queue alone may have work nothing is to be compared: claiming from it says whether it has. */
  #onlyQueue(lane: number): number | null {
    let only: number | null = null
    for (const key of this.#mayBeReady) {
      if (Math.floor(key / 1024) !== lane) continue
      if (only !== null) return null
      only = key % 1024
    }
    return only
  }

  #lease(lane: number, queueId: number, place: string, size: number): Claimed[] {
    const now = this.core.clock.now()
    const rows = this.core.queries.claim(now, this.core.bootId, place, lane, queueId, size)
    if (rows.length < size) this.#mayBeReady.delete(lane * 1024 + queueId)
    const claimed: Claimed[] = []
    for (const row of rows) {
      this.core.counts.move(row.name_id, row.queue_id, 'ready', 'running')
      this.core.events.taskChanged(row.id)
      const begun = this.#begin(row, place, now)
      if (begun) claimed.push(begun)
    }
    this.core.gates.took(queueId, claimed.length, now)
    return claimed
  }

  /** Null where the lock it asks for is held. */
  #begin(row: ClaimedRow, place: string, now: Instant): Claimed | null {
    const name = this.core.catalogue.nameOf(row.name_id)
    const task = this.core.registry.find(name)
    const call = { taskId: row.id, attempt: row.attempt, now, zone: this.core.zone() }
    const needsArgs =
      task && (task.load || task.commit || task.begin || task.page || task.failed || task.retrying || task.lock)
    const running: Running = {
      row,
      task: task ?? GONE,
      call,
      slot: place,
      startedAt: now,
      args: needsArgs ? JSON.parse(unpack(row.args)) : {},
      version: null,
      fence: null,
      cursor: { next: null, pages: 0 },
      staged: false,
      progressOnDiskAt: 0,
    }
    const events: OfficeEvent[] = []
    if (!task) {
      const problem = new Problem('engine.task_gone', { task: name })
      return { place, running, broken: toRunError(problem, null), events }
    }
    const lock = task.lock?.(running.args) ?? null
    if (lock !== null) {
      const taken = takeLock(this.core.db, lock, call)
      if ('held' in taken) {
        this.#putOff++
        waitForLock(this.core, row, taken.held)
        return null
      }
      running.fence = taken.fence
    }
    if (!task.begin) return { place, running, broken: null, events }
    const forget = undoFrom(this.core)
    this.#savepoint.run()
    try {
      task.begin(openWrite(this.core, `task:${row.id}`, events, this.enqueue), running.args, call)
      this.#release.run()
      return { place, running, broken: null, events }
    } catch (error) {
      if (!this.core.db.inTransaction) throw error
      this.#undo.run()
      this.#release.run()
      forget()
      return { place, running, broken: toRunError(error, null), events: [] }
    }
  }

  /** After the commit, in the same turn: reads the input and hands the batches over. Answers with what could not be read. */
  deliver(claimed: Claimed[]): { running: Running; error: RunError }[] {
    const broken: { running: Running; error: RunError }[] = []
    const batches = new Map<string, Handed[]>()
    for (const { place, running, broken: error } of claimed) {
      const handed = error ? { error } : this.#read(running)
      if ('error' in handed) {
        broken.push({ running, error: handed.error })
        continue
      }
      const batch = batches.get(place)
      if (batch) batch.push(handed)
      else batches.set(place, [handed])
    }
    for (const [place, batch] of batches) this.runner().deliver(place, batch)
    if (batches.size) faultPoint('engine.delivered')
    return broken
  }

  #read(running: Running): Handed | { error: RunError } {
    const { task, call, row } = running
    try {
      const input = task.load ? task.load(this.core.db, running.args, call) : unpack(row.args)
      if (task.commit && task.load) running.version = task.version ? inputVersion(this.core, running) : digestOf(input)
      else if (task.commit && task.version) running.version = inputVersion(this.core, running)
      const { softSeconds, hardSeconds } = limitsOf(task)
      return {
        delivery: {
          taskId: row.id,
          name: task.name,
          attempt: row.attempt,
          now: call.now,
          zone: call.zone,
          input,
          inputIsJson: !task.load,
          resultAsJson: !task.commit,
        },
        softSeconds,
        hardSeconds,
      }
    } catch (error) {
      return { error: toRunError(error, null) }
    }
  }
}
