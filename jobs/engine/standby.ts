import type { Threads } from './threads'

/** So long after a slot lost its thread, or was about to, another loss is likely: a task that ends its thread is tried again. */
const STANDS_BY_MS = 60_000

/**
 * A warm thread beside the slots: a place whose thread ends goes on with it at once, instead of waiting for one to start. It
 * costs the memory of an empty slot, so it stands by only while a loss is likely.
 */
export class Standby {
  #thread: string | null = null
  #isReady = false
  #timer: NodeJS.Timeout | null = null

  constructor(
    private readonly threads: Pick<Threads, 'reserve' | 'start' | 'discard'>,
    /** A thread of a place is starting: it goes first. */
    private readonly isStarting: () => boolean,
  ) {}

  /** A task is about to cost its slot the thread, or has. */
  suspect(): void {
    if (this.#timer) this.#timer.refresh()
    else this.#timer = setTimeout(() => this.stop(), STANDS_BY_MS).unref()
    this.startSoon()
  }

  /** Starts the thread if one is to stand by and nothing more urgent starts; asked again whenever a place is ready. */
  startSoon(): void {
    if (!this.#timer || this.#thread || this.isStarting()) return
    this.#thread = this.threads.reserve('slots')
    void this.threads.start(this.#thread)
  }

  /** The thread, ready or on its way to be: it is the caller's from here on. Null where none stands by. */
  take(): { thread: string; isReady: boolean } | null {
    const thread = this.#thread
    if (!thread) return null
    const isReady = this.#isReady
    this.#forget()
    return { thread, isReady }
  }

  /** True where it was this one that is ready. */
  heardReady(thread: string): boolean {
    if (thread !== this.#thread) return false
    this.#isReady = true
    return true
  }

  /** It ended by itself; the next suspicion starts another. */
  ended(thread: string): void {
    if (thread === this.#thread) this.#forget()
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#thread) this.threads.discard(this.#thread)
    this.#forget()
  }

  #forget(): void {
    this.#thread = null
    this.#isReady = false
  }
}
