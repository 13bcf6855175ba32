import { unpack } from '../values/deflated'
import type { Instant } from '../values/time'
import type { Core } from './core'
import type { Ending, Endings } from './endings'
import { asProblem, isOfTheDisk } from './write-problem'

/** A sleeping computer stops timers, and a clock may jump: never trust one longer than this. */
const LONGEST_MS = 30_000

/** One timer to the nearest due or expiring task, or to the queue whose rate lets it go on; none where nothing waits. */
export class DueTimer {
  #timer: NodeJS.Timeout | null = null
  #stopped = true
  #pending = false
  #isMaking = false

  constructor(
    private readonly core: Core,
    private readonly endings: Endings,
    private readonly ends: (work: () => Ending[], committed: () => void) => void,
  ) {}

  start(): void {
    this.#stopped = false
    this.core.clock.onJump(() => this.#jumped())
    this.#look()
  }

  /** Where a clock was set back, a queue held to its rate would else wait for an instant that is far away now. */
  #jumped(): void {
    this.core.gates.forgetOpening()
    this.core.wake()
    this.changed()
  }

  stop(): void {
    this.#stopped = true
    if (this.#timer) clearTimeout(this.#timer)
  }

  /** Something that waits was written or the clock moved: looks once, after this turn's commit. */
  changed(): void {
    if (this.#pending || this.#stopped) return
    this.#pending = true
    setImmediate(() =>
      setImmediate(() => {
        this.#pending = false
        if (!this.#stopped) this.#look()
      }),
    )
  }

  #look(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const now = this.core.clock.now()
    const next = this.#next(now)
    if (!Number.isFinite(next)) return
    if (next <= now) {
      if (!this.#isMaking) this.#makeSoon()
      return
    }
    this.#timer = setTimeout(() => this.#look(), Math.min(next - now, LONGEST_MS))
    this.#timer.unref()
  }

  /** Where a page cannot be read health says so; what is ready goes on, and this is tried again. */
  #next(now: Instant): number {
    const opening = this.core.gates.opensAt
    if (opening <= now) {
      this.core.gates.forgetOpening()
      this.core.wake()
    }
    try {
      const { nextDue, nextExpiry } = this.core.queries
      const [due, expiry] = [nextDue() ?? Number.POSITIVE_INFINITY, nextExpiry() ?? Number.POSITIVE_INFINITY]
      return Math.min(due, expiry, opening <= now ? Number.POSITIVE_INFINITY : opening)
    } catch (error) {
      if (!isOfTheDisk(asProblem(error, this.core.db))) throw error
      return now + LONGEST_MS
    }
  }

  /** One at a time: where the disk is full, the write waits for room, and what is due stays due. */
  #makeSoon(): void {
    this.#isMaking = true
    this.ends(
      () => this.#makeReady(),
      () => {
        this.#isMaking = false
        this.changed()
      },
    )
  }

  /** Inside the group: what is due becomes ready, what waited too long behind other work ends as EXPIRED. */
  #makeReady(): Ending[] {
    const { queries, counts, ready, events, catalogue } = this.core
    const now = this.core.clock.now()
    for (const { id, name_id, queue_id, lane } of queries.makeDueReady(now)) {
      counts.move(name_id, queue_id, 'waiting', 'ready')
      ready.add(lane, queue_id)
      events.taskChanged(id)
    }
    return queries.overdue(now).map((row) => {
      const reason = { code: 'engine.expired', params: { seconds: Math.round((now - (row.expires_at ?? now)) / 1000) } }
      queries.finish(row.id, 'expired', now, null, JSON.stringify(reason), null)
      counts.move(row.name_id, row.queue_id, 'ready', 'expired')
      events.taskChanged(row.id)
      const name = catalogue.nameOf(row.name_id)
      return {
        taskId: row.id,
        state: 'expired' as const,
        events: this.endings.tellFailed(row, name, JSON.parse(unpack(row.args)), 'expired', reason),
      }
    })
  }
}
