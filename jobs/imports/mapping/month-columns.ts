import type { Reason } from '../../values/problem'
import { monthByName } from '../reading/columns/month-names'
import type { NamedColumn } from './columns'

/** Two columns may be called so by chance: “Mar” of a survey, “May” of a name. */
const LEAST_MONTHS = 3

/** “Jan”, “März 2026”, “2026-03”, “03/2026”: the month a header names; null for others. */
function monthOfHeader(header: string): number | null {
  const text = header.trim()
  const figures = /^(?:(?:19|20)\d\d[-/. ](0?[1-9]|1[0-2])|(0?[1-9]|1[0-2])[-/. ](?:19|20)\d\d)$/.exec(text)
  if (figures) return Number(figures[1] ?? figures[2])
  return monthByName(text.replace(/[-/. ']*(?:(?:19|20)?\d\d)$/, '').trim())
}

/** The columns that are a month each, where several stand side by side; else none. */
export function monthColumns<Column extends { header: string }>(columns: readonly Column[]): Column[] {
  const months = columns.filter(({ header }) => monthOfHeader(header) !== null)
  const different = new Set(months.map(({ header }) => monthOfHeader(header)))
  return different.size < LEAST_MONTHS ? [] : months
}

/**
 * What is to be said of columns that are a month each, where a row should be about one: by the column's name. `byDate`: the
 * rows of this kind tell their day; else the whole file is about one month.
 */
export function monthColumnReasons(unused: readonly NamedColumn[], byDate: boolean): Map<string, Reason> {
  const months = monthColumns(unused)
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return new Map()
  const params = { count: months.length, first: first.header, last: last.header }
  const code = byDate ? 'import.column_month_undated' : 'import.column_month'
  return new Map(months.map(({ name }) => [name, { code, params }]))
}
