import { wallMinutes } from '../../unit/engine/scheduler/support/minute-walker'

const MINUTE_MS = 60_000
const DAY_MINUTES = 1_440

/** Minutes since 1970 from which and until which the oracle looks. */
export const FROM = Date.UTC(1999, 11, 25) / MINUTE_MS
export const TO = Date.UTC(2042, 0, 1) / MINUTE_MS

/** From a minute of real time on, the wall clock differs by so many minutes; `before` it was otherwise. */
export type Change = { at: number; before: number; after: number }

/** What the wall clock of a zone shows at every minute, found by reading it: each day once, each minute of a day of change. */
export class ZoneWalk {
  readonly zone: string
  readonly changes: Change[] = []
  readonly #first: number

  constructor(zone: string) {
    this.zone = zone
    const wall = wallMinutes(zone)
    const offset = (minute: number) => wall(minute * MINUTE_MS) - minute
    this.#first = offset(FROM)
    let before = this.#first
    for (let day = FROM; day < TO; day += DAY_MINUTES) {
      if (offset(day + DAY_MINUTES) === before) continue
      for (let minute = day + 1; minute <= day + DAY_MINUTES; minute++) {
        const after = offset(minute)
        if (after !== before) this.changes.push({ at: minute, before, after })
        before = after
      }
    }
  }

  /** Zones with the same signature show the same wall clock at every minute. */
  get signature(): string {
    return `${this.#first} ${this.changes.map(({ at, after }) => `${at}:${after}`).join(' ')}`
  }

  /** The number of changes up to and with a minute. */
  passed(minute: number): number {
    let low = 0
    let high = this.changes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.changes[middle]?.at ?? 0) <= minute) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Wall clock minus real time after so many changes. */
  offsetAfter(passed: number): number {
    return this.changes[passed - 1]?.after ?? this.#first
  }
}

/** Every zone this machine knows, those that never differ between 2000 and 2041 merged into one; the first name stands. */
export function distinctZones(): ZoneWalk[] {
  const bySignature = new Map<string, ZoneWalk>()
  for (const zone of [...Intl.supportedValuesOf('timeZone'), 'UTC']) {
    const walk = new ZoneWalk(zone)
    if (!bySignature.has(walk.signature)) bySignature.set(walk.signature, walk)
  }
  return [...bySignature.values()]
}
