import type { Instant } from '../../values/time'
import type { Clock } from '../clock'

/** The timer functions a service uses; tests bring their own and wait for nothing. */
export type Timers = { set(run: () => void, ms: number): unknown; clear(handle: unknown): void }

export const REAL_TIMERS: Timers = {
  set: (run, ms) => setTimeout(run, ms),
  clear: (handle) => clearTimeout(handle as NodeJS.Timeout),
}

/**
 * A sleep or a moved clock is noticed after so long at most; a timer of one minute and more would not hear that the
 * computer slept, since it counts awake time.
 */
const LONGEST_MS = 30_000
/** Nearer than that, the timer goes straight to the due instant: never more than two a minute while nothing is due. */
const STRAIGHT_MS = 60_000

/** One timer to the nearest due instant, set anew at will. */
export class Alarm {
  readonly #clock: Clock
  readonly #timers: Timers
  readonly #ring: () => void
  #handle: unknown = null

  constructor(clock: Clock, timers: Timers, ring: () => void) {
    this.#clock = clock
    this.#timers = timers
    this.#ring = ring
  }

  /** `atLeastMs` holds off after a failure, so that it is not tried again at once and without end. */
  set(due: Instant | null, atLeastMs = 1): void {
    this.clear()
    const away = due === null ? Number.POSITIVE_INFINITY : due - this.#clock.now()
    const ms = Math.max(away <= STRAIGHT_MS ? away : LONGEST_MS, atLeastMs)
    this.#handle = this.#timers.set(() => {
      this.#handle = null
      this.#ring()
    }, ms)
  }

  clear(): void {
    if (this.#handle !== null) this.#timers.clear(this.#handle)
    this.#handle = null
  }
}

/** How far the wall clock may drift from awake time before it counts as moved; NTP slews by half a millisecond a second. */
const JUMP_MS = 2_000

export type Passed = {
  /** The wall clock was set back, or ran away from awake time: a sleep, or somebody moved it. */
  hasJumped: boolean
  /** Until when, on the wall clock, the computer is known to have been awake. */
  awakeUntil: Instant
}

/** Compares the wall clock with awake time from one look to the next. */
export class Watch {
  readonly #clock: Clock
  #now: Instant
  #awakeMs: number

  constructor(clock: Clock) {
    this.#clock = clock
    this.#now = clock.now()
    this.#awakeMs = clock.awakeMs()
  }

  look(): Passed {
    const now = this.#clock.now()
    const awakeMs = this.#clock.awakeMs()
    const expected = (this.#now + (awakeMs - this.#awakeMs)) as Instant
    const drift = now - expected
    this.#now = now
    this.#awakeMs = awakeMs
    return { hasJumped: Math.abs(drift) > JUMP_MS, awakeUntil: expected }
  }
}
