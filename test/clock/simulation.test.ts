import fs from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { isLong, onlySeed, TIMEOUT_MS } from './length'
import { type Outcome, simulate } from './simulator/simulate'

/** The long suite lives a thousand stories of up to 50,000 occurrences; `npm test` twenty short ones. */
const COUNT = Number(process.env.DAYBOOK_SEEDS ?? (isLong ? 1_000 : 20))
/** A file to which each story adds its line as it ends: the long suite takes hours. */
const PROGRESS = process.env.DAYBOOK_CLOCK_LOG
const MOST_OCCURRENCES = isLong ? 50_000 : 600

const seeds = onlySeed === null ? Array.from({ length: COUNT }, (_, n) => n + 1) : [onlySeed]
const lived: Outcome[] = []

afterAll(() => {
  const sum = (of: (one: Outcome) => number) => lived.reduce((total, one) => total + of(one), 0)
  const most = (of: (one: Outcome) => number) => Math.max(0, ...lived.map(of))
  console.log(
    `clock: ${lived.length} stories, ${sum((one) => one.occurrences)} occurrences (at most ${most((one) => one.occurrences)}), ` +
      `${sum((one) => one.years).toFixed(1)} years (at most ${most((one) => one.years).toFixed(1)}), ` +
      `slowest catch-up ${Math.round(most((one) => one.slowestCatchUpMs))} ms of the processor`,
  )
})

describe('the scheduler on a clock that sleeps, stops, jumps and moves', () => {
  it.each(seeds)(
    'keeps its laws in the story of seed %i',
    async (seed) => {
      const outcome = await simulate(seed, MOST_OCCURRENCES)
      lived.push(outcome)
      if (PROGRESS) fs.appendFileSync(PROGRESS, `${JSON.stringify(outcome)}\n`)
      const replay = `DAYBOOK_SEED=${seed}${isLong ? ' npm run test:clock' : ' npm test -- --project clock'}`
      expect(outcome.broken, `again with ${replay}`).toEqual([])
      expect(outcome.occurrences).toBeGreaterThan(0)
    },
    TIMEOUT_MS,
  )
})
