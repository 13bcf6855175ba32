import type { Db } from '../../db/open'
import { textQueries } from '../../db/queries/task-text'
import { asProblem, isOfTheDisk } from './write-problem'

const QUIET_MS = 500
const AT_LATEST_MS = 5_000
/** What was left behind at the last stop waits until a window that opens with the office has its first screen. */
const AFTER_START_MS = 2_000
const CHUNK = 200
/** Between two chunks while it is quiet: 200 rows are 4 ms of work, so that the office has most of each moment for itself. */
const NEXT_MS = 12
const AFTER_FAILURE_MS = 30_000

/**
 * The full text of tasks, filled in behind: never at enqueue, in quiet moments, at the latest after five seconds of
 * steady work. `engine_mark.indexed_to` says how far it has come.
 */
export class TextIndex {
  readonly #queries
  #timer: NodeJS.Timeout | null = null
  #waitedMs = 0
  #behind = false
  /** The last look failed: a full disk, a page that cannot be read. */
  #hasFailed = false
  #stopped = false
  readonly #firstAtMs = performance.now() + AFTER_START_MS

  constructor(
    private readonly db: Db,
    private readonly isQuiet: () => boolean,
    private readonly write: (work: () => void) => void,
  ) {
    this.#queries = textQueries(db)
  }

  /** After a commit. Costs nothing where a look is already planned. */
  wake(): void {
    if (this.#timer || this.#stopped) return
    const untilFirstMs = this.#firstAtMs - performance.now()
    const pauseMs = this.#hasFailed ? AFTER_FAILURE_MS : this.#behind ? NEXT_MS : QUIET_MS
    this.#timer = setTimeout(() => this.#look(), Math.max(untilFirstMs, pauseMs))
    this.#timer.unref()
  }

  stop(): void {
    this.#stopped = true
    if (this.#timer) clearTimeout(this.#timer)
  }

  #look(): void {
    this.#timer = null
    if (this.#stopped || !this.#hasMore()) {
      this.#waitedMs = 0
      this.#behind = false
      return
    }
    this.#behind = this.isQuiet()
    if (!this.#behind && this.#waitedMs < AT_LATEST_MS) {
      this.#waitedMs += QUIET_MS
      this.wake()
      return
    }
    this.#waitedMs = 0
    this.#hasFailed = true
    // The write itself is a commit, after which the index is woken again, until it has caught up.
    this.write(() => {
      this.#queries.indexNext(CHUNK)
      this.#hasFailed = false
    })
  }

  #hasMore(): boolean {
    try {
      return this.#queries.hasMore()
    } catch (error) {
      if (!isOfTheDisk(asProblem(error, this.db))) throw error
      return false // the next commit has it looked again
    }
  }
}
