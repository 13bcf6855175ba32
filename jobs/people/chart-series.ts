import type { Db } from '../../db/open'
import {
  builtChartMonths,
  type ChartRow,
  chartCurrencies,
  chartRows,
  chartTrend,
  staleChartMonths,
} from '../../db/queries/people/charts'
import { departmentRows } from '../../db/queries/people/departments'
import { monthsWithFacts } from '../../db/queries/people/salary-facts'
import { addMonths, type Month } from '../values/time'

/** What the charts are asked to show. Missing: the newest month, the one before it, everybody, the office's currency. */
export type SeriesAsk = {
  month?: Month | undefined
  against?: Month | undefined
  /** How many months the trends go back, the last one included. */
  months: number
  currency?: string | undefined
  /** A department's id, or those without one; missing: all. */
  department?: number | 'none' | undefined
}

export type ChartSeries = {
  /** All months that anybody has told of, oldest first. */
  months: Month[]
  /** The month that is shown and the one it is set against; null where there is none. */
  month: Month | null
  against: Month | null
  currency: string
  currencies: string[]
  department: { id: number | null; name: string | null } | null
  /** Every calendar month of the range; `figures` null: nobody is counted in it. */
  trend: { month: Month; figures: ChartRow | null }[]
  /** The two months by department, by name, those without one last. */
  departments: { id: number | null; name: string | null; now: ChartRow | null; before: ChartRow | null }[]
  totals: { now: ChartRow | null; before: ChartRow | null }
  /** Months in sight whose aggregates do not tell what the facts do. */
  toRebuild: Month[]
}

/** Everything the charts draw, from the aggregates: as many rows as there are months and departments, whatever the people. */
export function chartSeries(db: Db, ask: SeriesAsk, officeCurrency: string): ChartSeries {
  const months = monthsWithFacts(db) as Month[]
  const month = ask.month ?? months.at(-1) ?? null
  const currencies = chartCurrencies(db)
  const currency =
    ask.currency ?? (currencies.includes(officeCurrency) ? officeCurrency : currencies[0]) ?? officeCurrency
  const against = ask.against ?? monthBefore(months, month)
  const range = rangeOf(months, month, ask.months)
  const department = ask.department === undefined ? null : ask.department === 'none' ? 0 : ask.department
  const trend = range && trendOf(db, range, currency, department)
  const now = month ? rowsOf(db, month, currency) : []
  const before = against ? rowsOf(db, against, currency) : []
  return {
    months,
    month,
    against,
    currency,
    currencies,
    department: department === null ? null : { id: department || null, name: nameOf(db, department) },
    trend: trend ?? [],
    departments: pairs(now, before),
    totals: { now: totalOf(now), before: totalOf(before) },
    toRebuild: toRebuild(db, months, range, against),
  }
}

const monthBefore = (months: Month[], month: Month | null): Month | null =>
  months.filter((one) => month !== null && one < month).at(-1) ?? null

type Range = { from: Month; to: Month }

/** Ends with the newest month, or with the one that is shown where that lies further back than the range reaches. */
function rangeOf(months: Month[], month: Month | null, length: number): Range | null {
  const [first, newest] = [months[0], months.at(-1)]
  if (!first || !newest || !month) return null
  const reach = addMonths(newest, 1 - length)
  const to = month < reach || month > newest ? month : newest
  const from = addMonths(to, 1 - length)
  return { from: from < first && first <= to ? first : from, to }
}

function trendOf(db: Db, { from, to }: Range, currency: string, department: number | null): ChartSeries['trend'] {
  const level = department === null ? 'total' : 'department'
  const rows = new Map(chartTrend(db, { currency, from, to, level, department }).map((row) => [row.month, row]))
  const trend: ChartSeries['trend'] = []
  for (let month = from; month <= to; month = addMonths(month, 1)) {
    trend.push({ month, figures: rows.get(month) ?? null })
  }
  return trend
}

type Named = ReturnType<typeof chartRows>[number]

const rowsOf = (db: Db, month: Month, currency: string): Named[] =>
  chartRows(db, month).filter((row) => row.currency === currency)

const totalOf = (rows: Named[]): ChartRow | null => rows.find((row) => row.level === 'total') ?? null

function pairs(now: Named[], before: Named[]): ChartSeries['departments'] {
  const made = new Map<number | null, ChartSeries['departments'][number]>()
  const put = (rows: Named[], side: 'now' | 'before') => {
    for (const row of rows) {
      if (row.level !== 'department') continue
      const known = made.get(row.department_id)
      const pair = known ?? { id: row.department_id, name: row.department, now: null, before: null }
      pair[side] = row
      made.set(row.department_id, pair)
    }
  }
  put(now, 'now')
  put(before, 'before')
  const names = new Intl.Collator('en')
  return [...made.values()].sort((a, b) =>
    a.name === null || b.name === null
      ? Number(a.name === null) - Number(b.name === null)
      : names.compare(a.name, b.name),
  )
}

const nameOf = (db: Db, id: number): string | null => departmentRows(db).find((row) => row.id === id)?.name ?? null

function toRebuild(db: Db, months: Month[], range: Range | null, against: Month | null): Month[] {
  if (!range) return []
  const told = new Set<string>([...months, ...builtChartMonths(db)])
  return (staleChartMonths(db) as Month[]).filter(
    (month) => told.has(month) && ((month >= range.from && month <= range.to) || month === against),
  )
}
