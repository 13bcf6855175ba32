import { type Expression, MINUTES_A_DAY } from './expression'
import { type Change, TO, type ZoneWalk } from './zone-walk'

/**
 * The rule in one sentence: a minute is due when the wall clock shows a matching time for the first time, and the minute
 * of a change forward also when one of the times that it skips matches.
 */
function isDue(expression: Expression, walk: ZoneWalk, minute: number, passed: number): boolean {
  const wall = minute + walk.offsetAfter(passed)
  const change = walk.changes[passed - 1]
  if (change?.at === minute && skipsMatch(expression, change)) return true
  return !isRepeated(walk, wall, passed) && matches(expression, wall)
}

const matches = (expression: Expression, wall: number): boolean =>
  expression.isTime(wall % MINUTES_A_DAY) && expression.isDay(Math.floor(wall / MINUTES_A_DAY))

/** Whether the wall clock has shown this minute before: a change back lies behind it by less than it took back. */
function isRepeated(walk: ZoneWalk, wall: number, passed: number): boolean {
  for (let i = passed - 1; i >= Math.max(0, passed - 3); i--) {
    const change = walk.changes[i]
    if (change && wall <= change.at - 1 + change.before) return true
  }
  return false
}

function skipsMatch(expression: Expression, { at, before, after }: Change): boolean {
  for (let lost = at + before; lost < at + after; lost++) if (matches(expression, lost)) return true
  return false
}

/** The first due minute from a minute on; null where there is none before 2042. */
export function nextDue(expression: Expression, walk: ZoneWalk, from: number, until = TO): number | null {
  let passed = walk.passed(from)
  for (let minute = from; minute < until; ) {
    if (isDue(expression, walk, minute, passed)) return minute
    const nextChange = walk.changes[passed]?.at ?? until
    minute = Math.min(worthLooking(expression, minute + 1 + walk.offsetAfter(passed), minute + 1), nextChange)
    if (minute === nextChange) passed++
  }
  return null
}

/** Minutes that cannot match are stepped over: the rest of a day without a time, and days that do not match. */
function worthLooking(expression: Expression, wall: number, minute: number): number {
  const day = Math.floor(wall / MINUTES_A_DAY)
  const time = expression.isDay(day) ? expression.timeFrom(wall % MINUTES_A_DAY) : null
  const target = time === null ? (day + 1) * MINUTES_A_DAY : day * MINUTES_A_DAY + time
  return minute + (target - wall)
}

/** Every due minute from one (inclusive) until another (exclusive). */
export function dueBetween(expression: Expression, walk: ZoneWalk, from: number, until: number): number[] {
  const found: number[] = []
  for (let at = nextDue(expression, walk, from, until); at !== null; at = nextDue(expression, walk, at + 1, until))
    found.push(at)
  return found
}
