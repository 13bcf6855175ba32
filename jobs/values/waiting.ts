import { Problem } from './problem'

/** Whoever waits for a long answer hears how far it is, and may call it off. `total` 0: nobody knows yet how much there is. */
export type Waiting = { signal: AbortSignal; seen(done: number, total: number): void }

/** Between two turns of long work: goes on, or ends because nobody waits for it any more. */
export function goOn(waiting: Waiting | undefined, done: number, total: number): void {
  if (waiting?.signal.aborted) throw new Problem('api.called_off', {}, { kind: 'conflict' })
  waiting?.seen(done, total)
}
