import { setImmediate as nextTurn } from 'node:timers/promises'

/** Work that is cut into steps, each short enough for one turn of the office. */
export type Steps<T> = Generator<undefined, T, undefined>

/** All of it in this turn, as within a transaction. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** A turn of the office for every step. `holds` is asked before each: where it says no, the rest is not done (null). */
export async function inTurns<T>(steps: Steps<T>, holds: () => boolean = () => true): Promise<T | null> {
  while (holds()) {
    const step = steps.next()
    if (step.done) return step.value
    await nextTurn()
  }
  return null
}
