import type { Place } from './place'
import type { FreePlace, LossReason } from './runner'

export const NETWORK_CONCURRENCY = 8
const IDLE_MS = 30_000
/** So long a task that is ended by force may take to answer by itself: what it says then is the truth about its effect. */
const ANSWERS_MS = 1_000
/** A thread that does not answer for so long is held up by one of its tasks: nobody on it gets any further. */
const HELD_UP_MS = 5_000
/** So many threads may be on their way out; the one that has been longest goes under its tasks. */
const MOST_LEAVING = 3

type Hooks = {
  places: ReadonlyMap<string, Place>
  open(name: string): void
  /** Has the thread say that it hears (`heard`). */
  ask(place: Place): void
  /** Ends the thread, and the place with it. */
  close(place: Place): void
  /** Takes them off; the tasks beside them go on. */
  lost(taskIds: number[], why: LossReason): void
  /** Ends the thread under its tasks, which are not to blame. */
  endUnder(place: Place): void
}

/**
 * The network lane: one thread with up to eight tasks at once. None of them goes for another's sake: one that is ended
 * (by force, at its hard limit) is taken off, and its thread, like one that is worn, takes nothing more and ends with the
 * last of the others, while what is new goes to a fresh thread.
 */
export class NetworkLane {
  readonly #leaving = new Map<Place, { timer: NodeJS.Timeout; hasAnswered: boolean }>()
  #idle: NodeJS.Timeout | null = null

  constructor(private readonly hooks: Hooks) {}

  free(): FreePlace[] {
    const place = this.#open()
    if (!place) {
      this.hooks.open(this.#freeName())
      return []
    }
    const room = NETWORK_CONCURRENCY - place.work.tasks
    return place.ready && room > 0 ? [{ place: place.name, idle: true, room }] : []
  }

  /** It has heard that it is to stop; what does not answer is taken off. */
  terminate(place: Place, taskId: number): void {
    setTimeout(() => {
      if (this.hooks.places.get(place.name) === place && place.work.has(taskId))
        this.takeOff(place, [taskId], 'terminated')
    }, ANSWERS_MS).unref()
  }

  takeOff(place: Place, taskIds: number[], why: LossReason): void {
    for (const taskId of taskIds) place.work.settle(taskId)
    this.hooks.lost(taskIds, why)
    this.leaves(place)
  }

  /** It takes nothing more, and goes with its last task. */
  leaves(place: Place): void {
    place.isWorn = true
    if (place.work.tasks === 0) this.close(place)
    else if (!this.#leaving.has(place)) {
      this.#leaving.set(place, { timer: setInterval(() => this.#look(place), HELD_UP_MS).unref(), hasAnswered: false })
      this.hooks.ask(place)
      const [first] = this.#leaving.keys()
      if (first && this.#leaving.size > MOST_LEAVING) this.#endUnder(first)
    }
  }

  heard(place: Place): void {
    const leaving = this.#leaving.get(place)
    if (leaving) leaving.hasAnswered = true
  }

  becameIdle(place: Place): void {
    if (place.isWorn) {
      this.close(place)
      return
    }
    if (this.#idle) clearTimeout(this.#idle)
    this.#idle = setTimeout(() => {
      if (this.hooks.places.get(place.name) === place && place.work.tasks === 0 && place.ready) this.close(place)
    }, IDLE_MS).unref()
  }

  stop(): void {
    if (this.#idle) clearTimeout(this.#idle)
    for (const { timer } of this.#leaving.values()) clearInterval(timer)
    this.#leaving.clear()
  }

  #look(place: Place): void {
    const leaving = this.#leaving.get(place)
    if (leaving?.hasAnswered) {
      leaving.hasAnswered = false
      this.hooks.ask(place)
    } else this.#endUnder(place)
  }

  #endUnder(place: Place): void {
    this.hooks.endUnder(place)
    this.close(place)
  }

  /** It is gone with its thread. */
  close(place: Place): void {
    clearInterval(this.#leaving.get(place)?.timer)
    this.#leaving.delete(place)
    this.hooks.close(place)
  }

  #open(): Place | undefined {
    return [...this.hooks.places.values()].find((place) => place.lane === 'network' && !place.isWorn)
  }

  #freeName(): string {
    for (let n = 1; ; n++) if (!this.hooks.places.has(`lane-${n}`)) return `lane-${n}`
  }
}
