import type { Db } from '../../db/open'
import { HISTORY, type HistoryTable, pastAfter } from '../../db/queries/history'

/** How far the clearing of the history has come. */
export type HistoryCursor = { table: HistoryTable; after: number | string }
export type PastRow = { what: HistoryTable; id: number | string }

const first = (table: HistoryTable): HistoryCursor => ({ table, after: table === 'restored' ? '' : 0 })
export const HISTORY_START = first(HISTORY[0])

/**
 * One page of what may go that is older than `before`: occurrences, notices, boots, versions of schedules and lines that
 * were put back. What is still referred to stays, however old.
 */
export function pastPage(
  db: Db,
  { table, after }: HistoryCursor,
  before: number,
  limit: number,
): { rows: PastRow[]; next: HistoryCursor | null } {
  const rows = pastAfter(db, table, { after, before, limit })
  const last = rows.at(-1)
  // Numbers are given in the order of time: where one is too young, all that follow are. Digests are not.
  const isDone = !last || rows.length < limit || (table !== 'restored' && last.at >= before)
  const following = HISTORY[HISTORY.indexOf(table) + 1]
  return {
    rows: rows.filter((row) => row.is_out === 1).map((row) => ({ what: table, id: row.key })),
    next: !isDone ? { table, after: last.key } : following ? first(following) : null,
  }
}
