import type { Db } from '../open'
import { statement } from '../statement'

/**
 * Keeps back every mail that waits, until a person releases it. Answers with how many there were. `until` is the instant
 * that stands for "by nobody but a person".
 */
export const holdWaitingMail = (db: Db, until: number, at: number): number =>
  statement(
    db,
    `update outbox set state = 'held', not_before = ?, changed_at = ?
     where state in ('queued', 'held') and not_before < ?`,
  ).run(until, at, until).changes

/** Which of these contents no row links. */
export function unlinkedOf(db: Db, digests: string[]): string[] {
  const isLinked = statement(db, 'select 1 from file where sha256 = ?').pluck()
  return digests.filter((sha256) => isLinked.get(sha256) === undefined)
}

/** Whether anything is kept that is worth something else in another currency. */
export const hasAmounts = (db: Db): boolean =>
  statement(
    db,
    `select exists (select 1 from contract where base_minor is not null)
         or exists (select 1 from slip)
         or exists (select 1 from month_item)
         or exists (select 1 from salary_fact)
         or exists (select 1 from client where rate_minor is not null)
         or exists (select 1 from time_entry where rate_minor is not null)
         or exists (select 1 from tax_rate)
         or exists (select 1 from statement_line)
         or exists (select 1 from loan)
         or exists (select 1 from rate_table where kind <> 'rate')
         or exists (select 1 from component where amount_minor is not null or cap_minor is not null or bands is not null
                                                  or formula is not null)`,
  )
    .pluck()
    .get() === 1
