/** So many wrong tries cost nothing: fingers slip. */
const FREE_TRIES = 3
const FIRST_WAIT_SECONDS = 5
const LONGEST_WAIT_SECONDS = 15 * 60

/** How long nobody may try after so many wrong tries: nothing, then 5 s, doubled by each further one, 15 minutes at most. */
export function waitSeconds(wrongTries: number): number {
  if (wrongTries < FREE_TRIES) return 0
  return Math.min(FIRST_WAIT_SECONDS * 2 ** (wrongTries - FREE_TRIES), LONGEST_WAIT_SECONDS)
}

/**
 * Whole seconds until the next try, by the office's clock. A clock that was set back ends the wait: who can set it can
 * also set it forward, and an owner must not be locked out for a year by a wrong date.
 */
export function secondsToWait(tries: { wrong: number; last_at: number } | undefined, now: number): number {
  if (!tries || now < tries.last_at) return 0
  return Math.max(0, Math.ceil((tries.last_at + waitSeconds(tries.wrong) * 1000 - now) / 1000))
}

/** “40 seconds”, “3 minutes” */
export function waitInWords(seconds: number): string {
  const [count, unit] = seconds < 100 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
