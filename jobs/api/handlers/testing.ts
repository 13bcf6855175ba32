import { testEffects } from '../../../db/queries/testing'
import { armFault, passedPoints } from '../../values/faults'
import { Problem } from '../../values/problem'
import { parseInstant, toIso } from '../../values/time'
import type { testContract } from '../contract/testing'
import type { HandlersOf } from '../office'

export const testHandlers: HandlersOf<typeof testContract> = {
  'test.clock'(office, { now, advance_seconds }) {
    if (now !== undefined) {
      const at = parseInstant(now)
      if (at === null) throw new Problem('test.no_such_instant', { found: now })
      office.clock.set(at)
    }
    if (advance_seconds !== undefined) office.clock.advance(advance_seconds * 1000)
    return { now: toIso(office.clock.now()) }
  },

  /** What a computer notices after its sleep: the wall clock has jumped, the time awake has not. */
  'test.sleep'(office, { seconds }) {
    office.clock.advance(seconds * 1000)
    return { now: toIso(office.clock.now()) }
  },

  'test.fault'(_office, { point, action, nth }) {
    armFault(point, action, nth)
    return { point, action }
  },

  'test.passed': () => ({ items: passedPoints() }),

  'test.effects': (office) => ({ items: testEffects(office.db) }),
}
