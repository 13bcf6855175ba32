import type { Clock } from '../../../../../jobs/engine/clock'
import { type Instant, instant } from '../../../../../jobs/values/time'

/** A clock that stands still until it is told otherwise: running moves wall and awake time, sleeping only the wall. */
export class HandClock implements Clock {
  wall: number
  awake = 1_000_000
  #listeners = new Set<() => void>()
  constructor(start: Instant) {
    this.wall = start
  }
  now = (): Instant => instant(this.wall)
  awakeMs = (): number => this.awake
  onJump(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  announceJump(): void {
    for (const listener of [...this.#listeners]) listener()
  }
}
