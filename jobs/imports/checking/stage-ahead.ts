import type { RunContext } from '../../engine/define-task'

/** Hands over chunks one after another; `end` resolves when the last one is written. */
export type StageAhead<T> = { put(chunk: T[]): Promise<void>; end(): Promise<void> }

/**
 * Lets a run go on while the office writes the chunk before: slot and office work at the same time, each on a processor of
 * its own. One chunk is under way at most, so that no more of the file is held than two of them.
 */
export function stageAhead<T>(ctx: Pick<RunContext<unknown, T>, 'stage'>): StageAhead<T> {
  let underWay: Promise<void> = Promise.resolve()
  return {
    async put(chunk) {
      await underWay
      underWay = ctx.stage(chunk)
      underWay.catch(() => {}) // heard where it is awaited
    },
    end: () => underWay,
  }
}
