import type { Instant, Zone } from '../../values/time'
import { instant } from '../../values/time'
import { nextDue, type Rule } from './next-due'

/** What fell due between the instant a schedule was due and now, oldest first and never empty. */
export type Fallen = {
  /** The last ones, at most `LISTED`; the last of all is the one that runs. */
  listed: Instant[]
  /** The older ones, for which one row stands. `count` is the least where there were too many to count. */
  unlisted: { first: Instant; count: number; isCounted: boolean } | null
}

/** A row each for so many; a quarter-hour rule fills them in ten days. */
export const LISTED = 1_000
/** So many are walked through (50 ms); a computer that slept for years is not counted out. */
const WALKED = 3_000

const DAY = 86_400_000

/** Everything a rule makes due from `due` (which it was found to be) until `now`. */
export function fallenDue(rule: Rule, zone: Zone, due: Instant, now: Instant): Fallen {
  const walked = walk(rule, zone, due, now)
  if (walked.length < WALKED) {
    const unlisted = walked.length - LISTED
    return {
      listed: walked.slice(-LISTED),
      unlisted: unlisted > 0 ? { first: due, count: unlisted, isCounted: true } : null,
    }
  }
  return { listed: lastOnes(rule, zone, now), unlisted: { first: due, count: WALKED - LISTED, isCounted: false } }
}

function walk(rule: Rule, zone: Zone, due: Instant, now: Instant): Instant[] {
  const walked = [due]
  for (let at = nextDue(rule, zone, due); at !== null && at <= now; at = nextDue(rule, zone, at)) {
    walked.push(at)
    if (walked.length === WALKED) break
  }
  return walked
}

/** The last instants before now, found in a window that is doubled until something falls into it. */
function lastOnes(rule: Rule, zone: Zone, now: Instant): Instant[] {
  for (let window = DAY; ; window *= 2) {
    const first = nextDue(rule, zone, instant(now - window))
    if (first !== null && first <= now) return walk(rule, zone, first, now).slice(-LISTED)
  }
}
