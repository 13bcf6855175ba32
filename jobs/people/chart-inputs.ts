import { createHash } from 'node:crypto'
import type { Db } from '../../db/open'
import { type ChartFactRow, chartFacts } from '../../db/queries/people/salary-facts'
import { firstOfMonth, lastOfMonth, type Month } from '../values/time'
import type { ChartFact } from './rules/charts'

/** What a month's aggregates are made from, and its digest: equal facts, equal digest. 50,000 facts take about 0.1 s. */
export function readChartInputs(db: Db, month: Month): { facts: ChartFact[]; hash: string } {
  const rows = chartFacts(db, month, firstOfMonth(month), lastOfMonth(month))
  return { facts: rows.map(factFromRow), hash: hashOf(rows) }
}

/** The digest alone. */
export const chartInputsHash = (db: Db, month: Month): string =>
  hashOf(chartFacts(db, month, firstOfMonth(month), lastOfMonth(month)))

function hashOf(rows: ChartFactRow[]): string {
  const hash = createHash('sha256')
  for (const row of rows) hash.update(`${Object.values(row).join('|')}\n`)
  return hash.digest('hex')
}

export const factFromRow = (row: ChartFactRow): ChartFact => ({
  partyId: row.party_id,
  source: row.source,
  departmentId: row.department_id,
  currency: row.currency,
  basicMinor: row.basic_minor,
  grossMinor: row.gross_minor,
  netMinor: row.net_minor,
  overtimeMinor: row.overtime_minor,
  lateMinor: row.late_minor,
  tdsMinor: row.tds_minor,
  advanceMinor: row.advance_minor,
  incentiveMinor: row.incentive_minor,
  presentHalves: row.present_halves,
  absentHalves: row.absent_halves,
  employed: row.employed === 1,
})
