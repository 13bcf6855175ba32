/** So many tasks in so many seconds. */
export type Rate = { tasks: number; seconds: number }

/** Starts that have not been used are kept for a tenth of a second at most, so that a quiet hour is no licence to burst. */
const KEPT_MS = 100

/**
 * How many tasks may start now, and when the first that may not. Starts are spread evenly (the generic cell rate
 * algorithm): 10 a minute is one every six seconds. `nextAt` is the instant before which nothing may start, null at first.
 */
export function allowance(rate: Rate, nextAt: number | null, now: number): { now: number; nextAt: number } {
  const interval = (rate.seconds * 1000) / rate.tasks
  const kept = Math.max(0, Math.min(KEPT_MS, KEPT_MS - interval))
  // A clock that was set back would else hold the queue for as long as it went back.
  const from = nextAt === null ? now : Math.min(Math.max(nextAt, now - kept), now + interval)
  const count = from > now ? 0 : Math.floor((now - from) / interval) + 1
  return { now: count, nextAt: Math.ceil(from) }
}

/** When the next one may start after `count` of them started now. */
export function spent(rate: Rate, nextAt: number | null, now: number, count: number): number {
  const { nextAt: from } = allowance(rate, nextAt, now)
  return from + (count * rate.seconds * 1000) / rate.tasks
}
