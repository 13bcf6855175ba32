import type { Db } from '../../../db/open'
import { bootBefore, isBootsCleared, nextStart, type VersionRow } from '../../../db/queries/schedule-history'
import { type Instant, instant, type Zone } from '../../values/time'
import { nextDue, type Rule } from './next-due'
import { ruleOf, type Terms } from './row'

export const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** What lay around an instant. */
export type Around = {
  /** The due instants before and after it, by the rule as it was then; null where there is none. */
  before: Instant | null
  after: Instant | null
  /** Whether the office was open then, and from when to when; unknown where its process ended without a word. */
  office: { state: 'open' | 'closed' | 'unknown'; from: Instant | null; to: Instant | null }
}

export const ruleOfVersion = (version: VersionRow, terms: Terms): Rule => ruleOf(version, terms.days)

/** So far back the due instant before is looked for. */
const REACH_BACK = [HOUR, DAY, 8 * DAY, 32 * DAY, 400 * DAY]

export function neighbours(
  version: VersionRow,
  minute: Instant,
  terms: Terms,
): { before: Instant | null; after: Instant | null } {
  const rule = ruleOfVersion(version, terms)
  const zone = version.zone as Zone
  return { before: lastBefore(rule, zone, minute), after: nextDue(rule, zone, instant(minute + MINUTE - 1)) }
}

function lastBefore(rule: Rule, zone: Zone, minute: Instant): Instant | null {
  for (const reach of REACH_BACK) {
    let last: Instant | null = null
    let at = nextDue(rule, zone, instant(minute - reach - 1))
    for (; at !== null && at < minute; at = nextDue(rule, zone, at)) last = at
    if (last !== null) return last
  }
  return null
}

/** Whether an office process ran then, by the boots: what ended without a word is not known until the next start. */
export function officeThen(db: Db, minute: Instant): Around['office'] {
  const boot = bootBefore(db, minute)
  if (!boot) return { state: isBootsCleared(db) ? 'unknown' : 'closed', from: null, to: orNull(nextStart(db, minute)) }
  const from = instant(boot.started_at)
  const to = boot.ended_at ?? nextStart(db, minute)
  if (boot.ended_at === null) return { state: to === null ? 'open' : 'unknown', from, to: orNull(to) }
  if (boot.ended_at > minute) return { state: 'open', from, to: instant(boot.ended_at) }
  return { state: 'closed', from: instant(boot.ended_at), to: orNull(nextStart(db, minute)) }
}

const orNull = (at: number | null): Instant | null => (at === null ? null : instant(at))
