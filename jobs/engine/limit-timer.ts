import { awakeMs } from './delivery'
import type { Place } from './place'

/** One timer while anything runs: limits, memory, and neighbours that wait behind a task that turned out to be long. */
export class LimitTimer {
  #timer: NodeJS.Timeout | null = null
  #at = 0
  #stopped = false

  constructor(
    private readonly places: () => Iterable<Place>,
    private readonly look: () => void,
  ) {}

  stop(): void {
    this.#stopped = true
    if (this.#timer) clearTimeout(this.#timer)
  }

  /** Something was handed out. */
  changed(): void {
    if (this.#stopped) return
    let wait = Number.POSITIVE_INFINITY
    for (const place of this.places()) wait = Math.min(wait, place.work.nextCheckMs())
    const at = awakeMs() + wait
    if (!Number.isFinite(wait) || (this.#timer && this.#at <= at)) return
    if (this.#timer) clearTimeout(this.#timer)
    this.#at = at
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.look()
      this.changed()
    }, wait)
    this.#timer.unref()
  }
}
