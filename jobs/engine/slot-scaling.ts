import { awakeMs } from './delivery'
import type { Place } from './place'
import { LONG_MS, type Resting, restInMs, restOf, type Scale } from './slot-rest'

type Hooks = {
  places(): ReadonlyMap<string, Place>
  /** Ends the thread of an idle place and starts its next one, unless it is surplus. */
  end(place: Place): void
  add(name: string): Promise<void>
  /** Has the engine look for work to hand out. */
  freed(): void
  /** The last slot more than the least has ended after its idle minute, and nothing runs. */
  rested(): void
}

/** Lets the number of slots follow the work, and replaces those that have done much, each with one timer at most. */
export class SlotScaling {
  #rest: NodeJS.Timeout | null = null
  #grow: NodeJS.Timeout | null = null
  #stopped = false
  readonly #scale: Scale

  constructor(
    { count, scale }: { count: number; scale?: Pick<Scale, 'least' | 'most'> },
    private readonly hooks: Hooks,
  ) {
    this.#scale = { least: count, most: count, ...scale, start: count }
  }

  stop(): void {
    this.#stopped = true
    for (const timer of [this.#rest, this.#grow]) if (timer) clearTimeout(timer)
  }

  #slots(): Place[] {
    return [...this.hooks.places().values()].filter((place) => place.lane === 'slots' && !place.isSurplus)
  }

  /** A timer to the next slot that may be replaced or ended; none where every slot stays as it is. */
  restSoon(): void {
    if (this.#rest || this.#stopped) return
    const slots = this.#slots()
    const now = awakeMs()
    const wait = Math.min(...slots.map((place) => restInMs(restingOf(place), slots.length, this.#scale, now)))
    if (!Number.isFinite(wait)) return
    this.#rest = setTimeout(() => {
      this.#rest = null
      this.#restNow()
      this.restSoon()
    }, wait)
    this.#rest.unref()
  }

  #restNow(): void {
    const slots = this.#slots()
    let count = slots.length
    for (const place of slots.reverse()) {
      const rest = place.ready ? restOf(restingOf(place), count, this.#scale, awakeMs()) : null
      if (rest === 'end') {
        place.isSurplus = true
        count--
      }
      if (rest) this.hooks.end(place)
    }
    const isLeast = count < slots.length && count === this.#scale.least
    if (isLeast && slots.every((place) => place.work.tasks === 0)) this.hooks.rested()
  }

  /** Tasks wait and no slot is idle: where that is still so a second later, and all work at long tasks, one more starts. */
  growSoon(): void {
    const slots = this.#slots()
    if (this.#grow || this.#stopped || slots.length >= this.#scale.most) return
    if (slots.every((place) => place.ready && place.work.isLong(LONG_MS))) {
      const names = Array.from({ length: this.#scale.most }, (_, i) => `slot-${i + 1}`)
      const name = names.find((one) => !this.hooks.places().has(one))
      if (name) void this.hooks.add(name)
      return
    }
    this.#grow = setTimeout(() => {
      this.#grow = null
      this.hooks.freed()
    }, LONG_MS)
    this.#grow.unref()
  }
}

const restingOf = ({ work, idleSince, tasksSince }: Place): Resting => ({ tasks: work.tasks, idleSince, tasksSince })
