import type { Db } from '../../db/open'
import { type ChartRow, chartRows, isChartStale } from '../../db/queries/people/charts'
import { countFacts, monthsWithFacts } from '../../db/queries/people/salary-facts'
import { type Instant, instant, type Month } from '../values/time'

export type ChartsAnswer = {
  month: Month
  /**
   * stale: there are aggregates, but the facts have changed since. missing: there are facts, but no aggregates. empty:
   * no facts, or none that counts.
   */
  state: 'fresh' | 'stale' | 'missing' | 'empty'
  refreshedAt: Instant | null
  totals: ChartRow[]
  departments: (ChartRow & { department: string | null })[]
}

/** The aggregates of a month as they stand, and whether they still tell what the facts do. */
export function chartsOfMonth(db: Db, month: Month): ChartsAnswer {
  const rows = chartRows(db, month)
  const facts = countFacts(db, month)
  const isBuilt = !isChartStale(db, month)
  const state = rows.length > 0 ? (isBuilt ? 'fresh' : 'stale') : facts > 0 && !isBuilt ? 'missing' : 'empty'
  return {
    month,
    state,
    refreshedAt: rows[0] ? instant(rows[0].refreshed_at) : null,
    totals: rows.filter((row) => row.level === 'total'),
    departments: rows.filter((row) => row.level === 'department'),
  }
}

/** The months there are figures for, oldest first. */
export const chartMonths = (db: Db): Month[] => monthsWithFacts(db) as Month[]
