import { type Instant, instant, wallClock, type Zone } from '../../values/time'

/** A wall-clock time without a zone: milliseconds as if it were UTC. */
export type Wall = number & { readonly __brand: 'Wall' }
export const wall = (ms: number): Wall => ms as Wall

/** A stretch of time in which a zone keeps one offset; cut at the turns of the (UTC) year, where `before` is the same offset. */
export type Stretch = {
  start: Instant
  /** Exclusive. */
  end: Instant
  /** Wall clock minus UTC, in milliseconds. */
  offset: number
  /** The offset that ended at `start`. Smaller: a gap in the wall clock at `start`; greater: an overlap. */
  before: number
  /** The wall clock shows a time for the first time from here on; what lies before it in this stretch is a repetition. */
  fresh: Wall
}

const SECOND = 1_000
const DAY = 86_400_000

/** Wall clock minus UTC at an instant, in milliseconds. */
export function offsetAt(at: Instant, zone: Zone): number {
  const whole = instant(Math.floor(at / SECOND) * SECOND)
  const { date, time } = wallClock(whole, zone)
  return Date.parse(`${date}T${time}Z`) - whole
}

/**
 * How far apart the offset is read. No zone of the IANA database kept an offset for less than seven days between 1970
 * and 2040 (Brazil's north-east in October 2000, Gaza in 2040); shorter ones would be missed.
 */
const PROBE = 5 * DAY
/** A zone's years are some hundred bytes each; a cron that fires once in a lifetime may ask for many. */
const MOST_YEARS = 200

const known = new Map<Zone, Map<number, Stretch[]>>()

/** The stretches of one UTC year, in order, without holes. */
function stretchesOf(year: number, zone: Zone): Stretch[] {
  let years = known.get(zone)
  if (!years || years.size > MOST_YEARS) {
    years = new Map()
    known.set(zone, years)
  }
  let made = years.get(year)
  if (!made) {
    made = measure(instant(Date.UTC(year, 0, 1)), instant(Date.UTC(year + 1, 0, 1)), zone)
    years.set(year, made)
  }
  return made
}

function measure(from: Instant, to: Instant, zone: Zone): Stretch[] {
  const stretches: Stretch[] = []
  let current = firstOf(from, to, zone)
  for (let at = from; at < to; at = instant(at + PROBE)) {
    const probe = instant(Math.min(at + PROBE, to - SECOND))
    const offset = offsetAt(probe, zone)
    if (offset === current.offset) continue
    const start = turnBetween(at, probe, current.offset, zone)
    stretches.push({ ...current, end: start })
    const fresh = wall(Math.max(start + offset, start + current.offset))
    current = { start, end: to, offset, before: current.offset, fresh }
  }
  stretches.push(current)
  return stretches
}

/** The stretch in which a year begins. Where an overlap reaches over the turn of the year, the repetition goes on in it. */
function firstOf(from: Instant, end: Instant, zone: Zone): Stretch {
  const offset = offsetAt(from, zone)
  const before = offsetAt(instant(from - SECOND), zone)
  const dayBefore = offsetAt(instant(from - DAY), zone)
  const turn = dayBefore === offset ? from : turnBetween(instant(from - DAY), from, dayBefore, zone)
  return { start: from, end, offset, before, fresh: wall(Math.max(from + offset, turn + dayBefore)) }
}

/** The first second between two instants at which the offset is no longer `offset`. */
function turnBetween(from: Instant, to: Instant, offset: number, zone: Zone): Instant {
  let before = from / SECOND
  let after = to / SECOND
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (offsetAt(instant(middle * SECOND), zone) === offset) before = middle
    else after = middle
  }
  return instant(after * SECOND)
}

/** The stretch an instant lies in. */
export function stretchAt(at: Instant, zone: Zone): Stretch {
  const stretches = stretchesOf(new Date(at).getUTCFullYear(), zone)
  const found = stretches.find((stretch) => at < stretch.end)
  if (!found) throw new RangeError(`no offset of ${zone} at ${at}`)
  return found
}

/** The stretch that follows. */
export const stretchAfter = (stretch: Stretch, zone: Zone): Stretch => stretchAt(stretch.end, zone)
