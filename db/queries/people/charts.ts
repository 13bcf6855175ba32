import type { Db } from '../../open'
import { statement } from '../../statement'

/** One department's month, or the total's. `department_id` null at level 'department': those without one. */
export type ChartRow = {
  month: string
  level: 'total' | 'department'
  department_id: number | null
  currency: string
  headcount: number
  basic_minor: number
  gross_minor: number
  net_minor: number
  overtime_minor: number
  late_minor: number
  tds_minor: number
  advance_minor: number
  incentive_minor: number
  average_gross_minor: number
  median_gross_minor: number
  present_halves: number
  working_halves: number
  attendance_ppm: number | null
}

const COLUMNS = [
  'month',
  'level',
  'department_id',
  'currency',
  'headcount',
  'basic_minor',
  'gross_minor',
  'net_minor',
  'overtime_minor',
  'late_minor',
  'tds_minor',
  'advance_minor',
  'incentive_minor',
  'average_gross_minor',
  'median_gross_minor',
  'present_halves',
  'working_halves',
  'attendance_ppm',
] as const satisfies (keyof ChartRow)[]

export const deleteCharts = (db: Db, month: string): number =>
  statement(db, 'delete from chart_agg where month = ?').run(month).changes

export const insertChart = (db: Db, row: ChartRow & { inputs_hash: string; refreshed_at: number }): void => {
  statement(
    db,
    `insert into chart_agg (${COLUMNS.join(', ')}, inputs_hash, refreshed_at)
     values (${COLUMNS.map((column) => `@${column}`).join(', ')}, @inputs_hash, @refreshed_at)`,
  ).run(row)
}

export const chartRows = (
  db: Db,
  month: string,
): (ChartRow & { department: string | null; inputs_hash: string; refreshed_at: number })[] =>
  statement(
    db,
    `select ${COLUMNS.map((column) => `c.${column}`).join(', ')}, c.inputs_hash, c.refreshed_at, d.name as department
       from chart_agg c left join department d on d.id = c.department_id
      where c.month = ?
      order by c.level desc, c.currency, d.folded is null, d.folded`,
  ).all(month) as (ChartRow & { department: string | null; inputs_hash: string; refreshed_at: number })[]

/** The hash of the inputs a month was built from; undefined where there is none. */
export const chartHash = (db: Db, month: string): string | undefined =>
  statement(db, 'select inputs_hash from chart_agg where month = ? limit 1').pluck().get(month) as string | undefined

/** The facts of the month have changed since its aggregates were built (triggers note it, 0019). */
export const isChartStale = (db: Db, month: string): boolean =>
  statement(db, 'select 1 from chart_stale where month = ?').pluck().get(month) !== undefined

export const staleChartMonths = (db: Db): string[] =>
  statement(db, 'select month from chart_stale order by month').pluck().all() as string[]

export const clearChartStale = (db: Db, month: string): void => {
  statement(db, 'delete from chart_stale where month = ?').run(month)
}

/** The month is to be built anew when it is opened. */
export const markChartStale = (db: Db, month: string): void => {
  statement(db, 'insert into chart_stale values (?) on conflict do nothing').run(month)
}

export const builtChartMonths = (db: Db): string[] =>
  statement(db, `select distinct month from chart_agg where level = 'total' order by month`).pluck().all() as string[]

export const chartCurrencies = (db: Db): string[] =>
  statement(db, `select distinct currency from chart_agg where level = 'total' order by currency`)
    .pluck()
    .all() as string[]

export type TrendAsk = {
  currency: string
  from: string
  to: string
  level: ChartRow['level']
  department: number | null
}

/** The months of one department, or of the total, oldest first. `department` is ignored at level 'total'. */
export const chartTrend = (db: Db, ask: TrendAsk): ChartRow[] =>
  statement(
    db,
    `select ${COLUMNS.join(', ')} from chart_agg
      where month between @from and @to and currency = @currency and level = @level
        and (@level = 'total' or coalesce(department_id, 0) = coalesce(@department, 0))
      order by month`,
  ).all(ask) as ChartRow[]

export const touchCharts = (db: Db, month: string, at: number): void => {
  statement(db, 'update chart_agg set refreshed_at = ? where month = ?').run(at, month)
}

export type StaleMonth = { month: string; rows: number; refreshed_at: number }

/** Months not refreshed since `before` (an instant). */
export const staleCharts = (db: Db, before: number): StaleMonth[] =>
  statement(
    db,
    `select month, count(*) as rows, max(refreshed_at) as refreshed_at
       from chart_agg group by month having max(refreshed_at) < ? order by month`,
  ).all(before) as StaleMonth[]
