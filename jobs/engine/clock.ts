import { type Instant, instant } from '../values/time'

/** The office's clock. Every read of the time goes through it, so that tests can move it. */
export type Clock = {
  now(): Instant
  /** Milliseconds awake, from an arbitrary start; never goes back and is not moved by tests (`process.hrtime`). */
  awakeMs(): number
  /** Hears that the wall clock was moved or the computer slept; answers with how to stop listening. */
  onJump(listener: () => void): () => void
  /** Tells the listeners; for who notices it: the scheduler's watch, the shell's power events. */
  announceJump(): void
}

export type TestClock = Clock & { set(at: Instant): void; advance(ms: number): void }

/** The machine's clock, shifted where test mode asks for it. It runs on from wherever it was set. */
export function createClock(): TestClock {
  let shift = 0
  const listeners = new Set<() => void>()
  const now = () => instant(Date.now() + shift)
  const moved = () => {
    for (const listener of [...listeners]) listener()
  }
  return {
    now,
    awakeMs: () => Number(process.hrtime.bigint() / 1_000_000n),
    onJump(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    announceJump: moved,
    set(at) {
      shift = at - Date.now()
      moved()
    },
    advance(ms) {
      shift += ms
      moved()
    },
  }
}
