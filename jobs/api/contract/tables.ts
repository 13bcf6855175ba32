import type { ChartSeriesView } from './charts'

/** The charts of an office, in their order on the screen. */
export const CHART_NAMES = ['headcount', 'departments', 'pay', 'overtime', 'attendance', 'against'] as const
export type ChartName = (typeof CHART_NAMES)[number]

/** What stands over a chart, its table and its file. */
export const chartTitles: Readonly<Record<ChartName, string>> = {
  headcount: 'Headcount',
  departments: 'Cost by department',
  pay: 'Gross and net',
  overtime: 'Overtime',
  attendance: 'Attendance',
  against: 'Month against month',
}

/** How a cell is meant: an amount in minor units, a share in ppm, days, a number of people. */
export type ChartColumn = { name: string; kind: 'month' | 'department' | 'people' | 'money' | 'days' | 'percent' }
export type ChartRow = {
  /** The people behind the row: of this month, of this department (null: those without one; undefined: all). */
  month: string
  department: number | null | undefined
  cells: (string | number | null)[]
  isTotal?: boolean
}
export type ChartTable = { columns: ChartColumn[]; rows: ChartRow[] }

type Figures = NonNullable<ChartSeriesView['totals']['now']>
type Read = (figures: Figures) => number | null

/** A chart as a table: the same figures, to be read, followed to their rows, and saved. */
export function chartTable(chart: ChartName, series: ChartSeriesView): ChartTable {
  switch (chart) {
    case 'headcount':
      return byMonth(series, [['People', 'people', (one) => one.headcount]])
    case 'pay':
      return byMonth(series, [
        ['Gross', 'money', (one) => one.gross_minor],
        ['Net', 'money', (one) => one.net_minor],
        ['Average gross', 'money', (one) => one.average_gross_minor],
        ['Median gross', 'money', (one) => one.median_gross_minor],
      ])
    case 'overtime':
      return byMonth(series, [
        ['Overtime pay', 'money', (one) => one.overtime_minor],
        ['Share of gross', 'percent', (one) => shareOf(one.overtime_minor, one.gross_minor)],
      ])
    case 'attendance':
      return byMonth(series, [
        ['Days present', 'days', (one) => one.present_days],
        ['Working days', 'days', (one) => one.working_days],
        ['Attendance', 'percent', (one) => one.attendance_ppm],
      ])
    case 'departments':
      return departments(series)
    case 'against':
      return against(series)
  }
}

const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1_000_000)

function byMonth(series: ChartSeriesView, columns: [string, ChartColumn['kind'], Read][]): ChartTable {
  const department = series.department === null ? undefined : series.department.id
  return {
    columns: [{ name: 'Month', kind: 'month' }, ...columns.map(([name, kind]) => ({ name, kind }))],
    rows: series.trend.map(({ month, figures }) => ({
      month,
      department,
      cells: [month, ...columns.map(([, , read]) => (figures === null ? null : read(figures)))],
    })),
  }
}

/** The dearest department first, the total last. */
function departments({ month, departments, totals }: ChartSeriesView): ChartTable {
  const cells = (one: Figures) => [
    one.headcount,
    one.gross_minor,
    one.net_minor,
    one.average_gross_minor,
    one.median_gross_minor,
  ]
  const rows = departments
    .flatMap(({ id, name, now }) => (now === null ? [] : [{ id, name, now }]))
    .sort((a, b) => b.now.gross_minor - a.now.gross_minor)
    .map(({ id, name, now }): ChartRow => ({ month: month ?? '', department: id, cells: [name, ...cells(now)] }))
  const total: ChartRow[] =
    totals.now === null
      ? []
      : [{ month: month ?? '', department: undefined, cells: ['All', ...cells(totals.now)], isTotal: true }]
  return {
    columns: [
      { name: 'Department', kind: 'department' },
      { name: 'People', kind: 'people' },
      { name: 'Gross', kind: 'money' },
      { name: 'Net', kind: 'money' },
      { name: 'Average gross', kind: 'money' },
      { name: 'Median gross', kind: 'money' },
    ],
    rows: [...rows, ...total],
  }
}

/** By name; what a department cost in both months, and the change. */
function against({ month, against, departments, totals }: ChartSeriesView): ChartTable {
  if (month === null || against === null) return { columns: againstColumns('', ''), rows: [] }
  const cells = (now: Figures | null, before: Figures | null) => {
    const [later, earlier] = [now?.gross_minor ?? 0, before?.gross_minor ?? 0]
    return [
      before?.headcount ?? 0,
      now?.headcount ?? 0,
      earlier,
      later,
      later - earlier,
      earlier === 0 ? null : shareOf(later - earlier, Math.abs(earlier)),
    ]
  }
  const rows = departments.map(
    ({ id, name, now, before }): ChartRow => ({
      month: now === null ? against : month,
      department: id,
      cells: [name, ...cells(now, before)],
    }),
  )
  const total = { month, department: undefined, cells: ['All', ...cells(totals.now, totals.before)], isTotal: true }
  return { columns: againstColumns(against, month), rows: [...rows, ...(rows.length === 0 ? [] : [total])] }
}

const againstColumns = (before: string, now: string): ChartColumn[] => [
  { name: 'Department', kind: 'department' },
  { name: `People ${before}`, kind: 'people' },
  { name: `People ${now}`, kind: 'people' },
  { name: `Gross ${before}`, kind: 'money' },
  { name: `Gross ${now}`, kind: 'money' },
  { name: 'Change', kind: 'money' },
  { name: 'Change in %', kind: 'percent' },
]
