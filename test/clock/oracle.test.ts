import { afterAll, describe, expect, it } from 'vitest'
import { nextDue as nextDueOfScheduler } from '../../jobs/engine/scheduler'
import { parseCron } from '../../jobs/engine/scheduler/cron'
import type { Wall } from '../../jobs/engine/scheduler/offsets'
import { instant, toIso, type Zone } from '../../jobs/values/time'
import { isLong, onlySeed, TIMEOUT_MS } from './length'
import { type Expression, readExpression } from './oracle/expression'
import { expressions } from './oracle/expressions'
import { dueBetween, nextDue } from './oracle/oracle'
import { distinctZones, ZoneWalk } from './oracle/zone-walk'
import { Random } from './random'

const MINUTE_MS = 60_000
const HALF_A_DAY = 720
const INSTANTS = 1_000
const FIRST = Date.UTC(2000, 0, 1) / MINUTE_MS
const LAST = Date.UTC(2041, 0, 1) / MINUTE_MS
/** In `npm test` so many zones, and of each so many changes, expressions and instants, drawn by the seed. */
const SAMPLE = { zones: 12, changes: 6, expressions: 25, instants: 20 }
/** Zones that have done what no rule of thumb expects; always in the sample. */
const STRANGE = ['Pacific/Apia', 'Africa/Casablanca', 'Australia/Lord_Howe', 'Asia/Gaza', 'America/Caracas']

const read = expressions().map(readExpression)
for (const { text } of read) remembersDays(text)

/**
 * The search for a matching day knows no zone, and croner's takes nine tenths of the whole: what the scheduler answered
 * for a day is kept for the other zones. 192 zones take a quarter of an hour instead of more than one.
 */
function remembersDays(text: string): void {
  const expression = parseCron(text)
  const search = expression.nextDay
  const known = new Map<Wall, Wall | null>()
  expression.nextDay = (day) => {
    const answered = known.get(day)
    if (answered !== undefined) return answered
    const found = search(day)
    known.set(day, found)
    return found
  }
}

const shown = (minute: number | null) => (minute === null ? 'never' : toIso(instant(minute * MINUTE_MS)))

/** The scheduler's answer, in minutes; beyond the oracle's reach it counts as none. */
function foundAfter(expression: Expression, walk: ZoneWalk, minute: number): number | null {
  const next = nextDueOfScheduler({ cron: expression.text }, walk.zone as Zone, instant(minute * MINUTE_MS - 1))
  return next === null ? null : next / MINUTE_MS
}

/** Where the two part on the day around a change of the clock, in words; null where they agree. */
function partsAround(expression: Expression, walk: ZoneWalk, change: number): string | null {
  const from = change - HALF_A_DAY
  const until = change + HALF_A_DAY
  let at = from
  for (const expected of [...dueBetween(expression, walk, from, until), null]) {
    const found = foundAfter(expression, walk, at)
    const isSame = expected === null ? found === null || found >= until : found === expected
    if (!isSame) return `${expression.text} in ${walk.zone} after ${shown(at)}: ${shown(found)}, not ${shown(expected)}`
    at = (expected ?? at) + 1
  }
  return null
}

function partsAt(expression: Expression, walk: ZoneWalk, minute: number): string | null {
  const expected = nextDue(expression, walk, minute)
  const found = foundAfter(expression, walk, minute)
  // A rule that next matches after 2041 lies beyond what the oracle has walked.
  if (found === expected || (expected === null && (found === null || found * MINUTE_MS >= Date.UTC(2042, 0, 1))))
    return null
  return `${expression.text} in ${walk.zone} from ${shown(minute)}: ${shown(found)}, not ${shown(expected)}`
}

const changesOf = (walk: ZoneWalk) => walk.changes.filter(({ at }) => at >= FIRST && at < LAST)

function checkZone(walk: ZoneWalk, random: Random): { parts: string[]; checked: number } {
  const draw = <T>(list: T[], count: number) => (isLong ? list : Array.from({ length: count }, () => random.pick(list)))
  const changes = changesOf(walk)
  const parts: string[] = []
  let checked = 0
  const note = (found: string | null) => {
    checked++
    if (found !== null && parts.length < 20) parts.push(found)
  }
  for (const { at } of changes.length > 0 ? draw(changes, SAMPLE.changes) : [])
    for (const expression of draw(read, SAMPLE.expressions)) note(partsAround(expression, walk, at))
  for (let i = 0; i < (isLong ? INSTANTS : SAMPLE.instants); i++) {
    const minute = random.whole(FIRST, LAST)
    for (const expression of draw(read, SAMPLE.expressions)) note(partsAt(expression, walk, minute))
  }
  return { parts, checked }
}

const seed = onlySeed ?? 1
const done = { zones: 0, questions: 0 }
afterAll(() =>
  console.log(`oracle: ${done.zones} zones, ${read.length} expressions, ${done.questions} questions answered alike`),
)

const zones = isLong
  ? distinctZones()
  : [
      ...STRANGE,
      ...Array.from({ length: SAMPLE.zones - STRANGE.length }, (_, n) =>
        new Random(seed * 1_000 + n).pick(Intl.supportedValuesOf('timeZone')),
      ),
    ].map((zone) => new ZoneWalk(zone))

describe('the next due instant, against an oracle that walks the minutes', () => {
  it('has two hundred expressions of every kind to go by, and zones that change their clocks', () => {
    expect(new Set(read.map(({ text }) => text)).size).toBe(200)
    expect(zones.flatMap(changesOf).length).toBeGreaterThan(100)
    if (isLong) expect(zones.length).toBeGreaterThan(150)
  })

  it.each(zones.map((walk, index) => [walk.zone, walk, index] as const))(
    `in %s it is right around every change and at any instant (seed ${seed})`,
    (_zone, walk, index) => {
      const { parts, checked } = checkZone(walk, new Random(seed * 100_000 + index))
      expect(parts).toEqual([])
      done.zones++
      done.questions += checked
      expect(checked).toBeGreaterThan(SAMPLE.instants * SAMPLE.expressions - 1)
    },
    TIMEOUT_MS,
  )
})
