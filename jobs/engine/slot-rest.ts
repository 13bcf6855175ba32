/** How many slots there are: never fewer than `least`, at first `start`, up to `most` while tasks wait behind long ones. */
export type Scale = { least: number; start: number; most: number }

/** A slot as far as it matters whether it is replaced or ended. */
export type Resting = {
  tasks: number
  /** Awake milliseconds since which it does nothing. */
  idleSince: number
  /** Tasks since its thread was started. */
  tasksSince: number
}

/** What a slot has done after which it is replaced in the next quiet moment: whatever it leaks goes with the thread. */
const TASKS_EACH = 1000
const QUIET_MS = 5_000
const IDLE_MS = 60_000
/** All slots at work on one task each for so long, and others wait: one more slot is worth its memory. */
export const LONG_MS = 1_000

export type Rest = 'replace' | 'end' | null

/** What becomes of an idle slot; null: it stays. Under steady work none is replaced, which would cost more than it mends. */
export function restOf(slot: Resting, count: number, scale: Scale, now: number): Rest {
  if (slot.tasks > 0) return null
  const idle = now - slot.idleSince
  if (count > scale.least && idle >= IDLE_MS) return 'end'
  return slot.tasksSince >= TASKS_EACH && idle >= QUIET_MS ? 'replace' : null
}

/** Milliseconds until a look at this slot may change something; infinite where it stays as it is. */
export function restInMs(slot: Resting, count: number, scale: Scale, now: number): number {
  if (slot.tasks > 0) return Number.POSITIVE_INFINITY
  const ends = count > scale.least ? IDLE_MS : Number.POSITIVE_INFINITY
  const wait = slot.tasksSince >= TASKS_EACH ? Math.min(QUIET_MS, ends) : ends
  return Math.max(wait - Math.max(0, now - slot.idleSince), 100)
}
