import type { Db } from '../../../db/open'
import { type LateRow, lastLateOccurrences } from '../../../db/queries/schedule'
import type { Params } from '../../values/problem'
import { type Instant, toIso } from '../../values/time'
import type { CaughtUp } from './fire'

/** What one catch-up found: everything that fell due between two instants and ran late, or did not run by itself. */
export type WhileClosed = {
  /** When the office closed or the computer fell asleep; the first missed instant where that is not known. */
  from: Instant
  to: Instant
  items: CaughtUp[]
}

/** The catch-up as a notice for Today (jobs/shared/notices.ts). */
export function whileClosedNotice({ from, to, items }: WhileClosed): { kind: string; code: string; params: Params } {
  const ran = items.filter((item) => item.ran > 0)
  const coalesced = items.reduce((sum, item) => sum + item.coalesced, 0)
  const names = (some: CaughtUp[]) => some.map((item) => item.name).join(', ')
  const params: Params = {
    from: toIso(from),
    to: toIso(to),
    ran: ran.reduce((sum, item) => sum + item.ran, 0),
    ran_names: names(ran),
    coalesced,
    not_run: items.length - ran.length,
    not_run_names: names(items.filter((item) => item.ran === 0)),
  }
  const code = params.not_run === 0 ? 'schedule.all_caught_up' : 'schedule.while_closed'
  return { kind: 'while_closed', code, params }
}

/** A row of the list “while the office was closed”. */
export type LateOccurrence = LateRow

/** The occurrences of the last catch-up, latest first: what ran late, and what was coalesced into it. */
export const whileClosed = (db: Db, limit = 500): LateOccurrence[] => lastLateOccurrences(db, limit)
