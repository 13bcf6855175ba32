import type { ScheduleRow } from '../../../db/queries/schedule'
import type { Reason } from '../../values/problem'
import { type Instant, toIso } from '../../values/time'
import type { Fallen } from './missed'

/** What is decided more than so many seconds after it was due counts as missed: the office was closed or asleep. */
export const LATE_S = 60

export const secondsLate = (due: Instant, now: Instant): number => Math.max(0, Math.floor((now - due) / 1_000))
export const isMissed = (due: Instant, now: Instant): boolean => secondsLate(due, now) > LATE_S

/** An instant for which nothing runs, and why; `stands` for so many instants, of which it is the first. */
export type Left = { due: Instant; state: 'coalesced' | 'skipped'; reason: Reason; stands: number }

export type Plan = {
  /** Oldest first. */
  run: Instant[]
  left: Left[]
}

type Policy = Pick<ScheduleRow, 'misfire' | 'misfire_most' | 'overlap'>

/**
 * What becomes of everything that has fallen due, by the misfire policy. `skip`: what was missed does not run. `latest`:
 * the last one runs and stands for all. `all`: the last `misfire_most` run; where each one replaces the one before, that
 * is the last.
 */
export function planCatchUp(policy: Policy, fallen: Fallen, now: Instant): Plan {
  switch (policy.misfire) {
    case 'skip':
      return skipMissed(fallen, now)
    case 'latest':
      return { run: fallen.listed.slice(-1), left: leave(fallen, 1, coalescedInto(fallen)) }
    case 'all': {
      if (policy.overlap === 'replace') return planCatchUp({ ...policy, misfire: 'latest' }, fallen, now)
      const most = policy.misfire_most
      return { run: fallen.listed.slice(-most), left: leave(fallen, most, beyond(most)) }
    }
  }
}

function skipMissed(fallen: Fallen, now: Instant): Plan {
  const onTime = fallen.listed.filter((due) => !isMissed(due, now)).slice(-1)
  return { run: onTime, left: leave(fallen, onTime.length, skippedAt(now)) }
}

type Leaving = {
  state: Left['state']
  one: (due: Instant) => Reason
  many: (stretch: { from: string; until: string; count: string }) => Reason
}

function skippedAt(now: Instant): Leaving {
  const woke = toIso(now)
  return {
    state: 'skipped',
    one: (due) => ({ code: 'schedule.misfire_skipped', params: { due: toIso(due), woke } }),
    many: (stretch) => ({ code: 'schedule.misfire_skipped_many', params: { ...stretch, woke } }),
  }
}

function coalescedInto({ listed }: Fallen): Leaving {
  const last = listed[listed.length - 1]
  const ran = last === undefined ? '' : toIso(last)
  return {
    state: 'coalesced',
    one: () => ({ code: 'schedule.coalesced', params: { ran } }),
    many: (stretch) => ({ code: 'schedule.coalesced_many', params: { ...stretch, ran } }),
  }
}

const beyond = (most: number): Leaving => ({
  state: 'coalesced',
  one: () => ({ code: 'schedule.beyond_most', params: { most } }),
  many: (stretch) => ({ code: 'schedule.beyond_most_many', params: { ...stretch, most } }),
})

/** A row for each listed instant that does not run, and one for all the unlisted ones. */
function leave({ listed, unlisted }: Fallen, running: number, how: Leaving): Left[] {
  const older = running === 0 ? listed : listed.slice(0, -running)
  const left: Left[] = older.map((due) => ({ due, state: how.state, reason: how.one(due), stands: 1 }))
  const until = listed[0]
  if (unlisted === null || until === undefined) return left
  const count = unlisted.isCounted ? String(unlisted.count) : `more than ${unlisted.count}`
  const reason = how.many({ from: toIso(unlisted.first), until: toIso(until), count })
  return [{ due: unlisted.first, state: how.state, reason, stands: unlisted.count }, ...left]
}
