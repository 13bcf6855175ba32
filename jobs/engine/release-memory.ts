import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

type CollectGarbage = (options: { type: 'major'; flavor: 'regular' | 'last-resort'; execution: 'sync' }) => void

/**
 * How much a heap may hold before V8 looks for what nobody needs any more: half more than was needed the last time, for all
 * threads. Left to itself V8 waits for a multiple of that, because the slots' limits are in gigabytes: a slot that checks
 * 50,000 rows needs some 30 MB and held 118.
 */
export const keepHeapsSmall = (): void => setFlagsFromString('--heap-growing-percent=50')

const MB = 2 ** 20
/** Two of V8's semi-spaces. Left to itself it took 110 MB on the office's thread while 200,000 rows were written. */
const YOUNG_MB = 32
/** From one piece of such work to the next V8 collects too, and would let the space grow by what the work has left. */
const BETWEEN_MS = 2_000

let growsAgain: NodeJS.Timeout | undefined

/**
 * Does work that makes much and forgets it at once, such as writing thousands of rows, in the space for young objects that
 * there is. Its growth is forbidden to all threads, hence only until the last piece of the work is done.
 */
export function inSmallYoungSpace<T>(work: () => T): T {
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_size ?? 0
  if (young < YOUNG_MB * MB) return work()
  if (growsAgain) clearTimeout(growsAgain)
  else setFlagsFromString('--semi-space-growth-factor=1')
  try {
    return work()
  } finally {
    growsAgain = setTimeout(() => {
      growsAgain = undefined
      setFlagsFromString('--semi-space-growth-factor=2')
    }, BETWEEN_MS).unref()
  }
}

/**
 * Gives the system back what starting and working have left behind: V8 itself shrinks the space for young objects, and drops
 * compiled code that nothing has run since, only where memory is scarce. Measured after the start: 18 MB of 77. It takes the
 * thread for a tenth of a second, so it is for an office in which nothing has happened for a while.
 */
export const releaseMemory = (): void => collect('last-resort')

/** What a large task has left on this thread's heap; compiled code stays, since the next task comes soon. */
export const collectGarbage = (): void => collect('regular')

function collect(flavor: 'regular' | 'last-resort'): void {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as CollectGarbage
  gc({ type: 'major', flavor, execution: 'sync' })
}
