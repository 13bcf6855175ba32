import type { Db } from '../../db/open'
import { nameOfEntity } from '../../db/queries/shared/entity-names'
import * as today from '../../db/queries/today'
import { taskCounts, unfinished } from '../engine/monitor'
import { whileClosed } from '../engine/scheduler/while-closed'
import type { Instant } from '../values/time'
import { unseenNotices } from './notices'

/** So many of a list that is looked at, not worked through. */
export const SHOWN = 20
const FAILURES = 500
/** Of the newest successes those of today are told; more of them are mails one by one. */
const DONE = 500
const FORGOTTEN_MS = 14 * 86_400_000

export type NeedsQuestion = { now: Instant; payroll: boolean }
export type NeedFacts = ReturnType<typeof needFacts>

/** What waits for a person, as the rows have it. */
export const needFacts = (db: Db, { now, payroll }: NeedsQuestion) => ({
  drafts: payroll ? today.draftRuns(db) : [],
  imports: today.openBatches(db, now - FORGOTTEN_MS),
  failed: today.failedTasks(db, FAILURES),
  mail: today.openMail(db),
})

export type TodayQuestion = NeedsQuestion & { midnight: Instant }
export type TodayFacts = ReturnType<typeof todayFacts>

/** All that Today shows, as the rows have it at one moment; for the reader thread. */
export function todayFacts(db: Db, question: TodayQuestion) {
  return db.transaction(() => ({
    needs: needFacts(db, question),
    isUntouched: today.isUntouched(db),
    running: unfinished(db, 'running', SHOWN),
    waiting: taskCounts(db)
      .filter(({ state }) => state === 'ready' || state === 'waiting')
      .reduce((sum, { n }) => sum + n, 0),
    next: today.dueNext(db, 50).map((one) => ({
      ...one,
      of: one.origin.startsWith('period:') ? nameOfEntity(db, one.origin) : null,
    })),
    done: today.doneSince(db, question.midnight, DONE).slice(0, SHOWN),
    notices: unseenNotices(db),
    closed: whileClosed(db, SHOWN),
  }))()
}
