import type { ReactNode } from 'react'
import type { ChartName } from '../../jobs/api/contract/tables'
import { formatChange } from '../components/amount'
import { monthOf, shortMonthOf } from '../components/dates'
import { words } from '../words/en'
import type { Series } from './charts'
import { type DepartmentBar, DepartmentBars } from './department-bars'
import { type Line, MonthChart } from './months'
import { sayCount, sayMinor, sayPercent, sayTick } from './say'

const text = words.charts
type LinkOf = (month: string, department: number | null | undefined) => string | null
type Figures = NonNullable<Series['totals']['now']>

/** Why a chart shows nothing, in words; null where it does. */
export function whyNothing(chart: ChartName, series: Series): string | null {
  const told = series.trend.flatMap(({ figures }) => (figures === null ? [] : [figures]))
  if (chart === 'against' && (series.against === null || series.month === null)) return text.oneMonth
  if (chart === 'against' || chart === 'departments') return series.departments.length === 0 ? text.nobody : null
  if (told.length === 0) return text.nobody
  if (chart === 'attendance' && told.every((one) => one.attendance_ppm === null)) return text.noDays
  return chart === 'overtime' && told.every((one) => one.overtime_minor === 0) ? text.noOvertime : null
}

export function drawingOf(chart: ChartName, series: Series, width: number, linkOf: LinkOf): ReactNode {
  if (chart === 'departments') return <Departments {...{ series, width, linkOf }} />
  if (chart === 'against') return <Against {...{ series, width, linkOf }} />
  return <OverMonths {...{ chart, series, width, linkOf }} />
}

type Over = Exclude<ChartName, 'departments' | 'against'>
type Drawn = {
  lines: [name: string, read: (figures: Figures) => number | null][]
  as: 'bars' | 'lines'
  height: number
  tick: (value: number) => string
  say: (value: number) => string
  isWhole?: boolean
}

function drawn(chart: Over, currency: string): Drawn {
  const money = { tick: (minor: number) => sayTick(minor, currency), say: (minor: number) => sayMinor(minor, currency) }
  switch (chart) {
    case 'headcount':
      return {
        lines: [[text.sums.people, (one) => one.headcount]],
        as: 'bars',
        height: 168,
        tick: sayCount,
        say: sayCount,
        isWhole: true,
      }
    case 'pay':
      return {
        lines: [
          [text.gross, (one) => one.gross_minor],
          [text.net, (one) => one.net_minor],
        ],
        as: 'lines',
        height: 216,
        ...money,
      }
    case 'overtime':
      return { lines: [[text.sums.overtime, (one) => one.overtime_minor]], as: 'bars', height: 168, ...money }
    case 'attendance':
      return {
        lines: [[text.present, (one) => one.attendance_ppm]],
        as: 'lines',
        height: 168,
        tick: sayPercent,
        say: sayPercent,
      }
  }
}

function OverMonths({ chart, series, width, linkOf }: { chart: Over; series: Series; width: number; linkOf: LinkOf }) {
  const { lines, ...how } = drawn(chart, series.currency)
  const department = series.department === null ? undefined : series.department.id
  const months = series.trend.map(({ month, figures }) => {
    const said = lines.flatMap(([name, read]) => {
      const value = figures && read(figures)
      return value === null ? [] : [lines.length > 1 ? `${name} ${how.say(value)}` : how.say(value)]
    })
    const label = text.mark(monthOf(month), said.join(', ') || text.notCounted)
    return { month, label, href: figures && linkOf(month, department) }
  })
  const rows = lines.map(
    ([name, read], index): Line => ({
      name,
      kind: index === 0 ? 'first' : 'second',
      values: series.trend.map(({ figures }) => figures && read(figures)),
    }),
  )
  return <MonthChart label={text.titles[chart]} {...{ width, months, lines: rows, shown: series.month, ...how }} />
}

type Of = { series: Series; width: number; linkOf: LinkOf }

function Departments({ series, width, linkOf }: Of) {
  const month = series.month ?? ''
  const bars = series.departments
    .flatMap(({ id, name, now }) => (now === null ? [] : [{ id, name: name ?? text.noDepartment, now }]))
    .sort((a, b) => b.now.gross_minor - a.now.gross_minor)
    .map(({ id, name, now }): DepartmentBar => {
      const said = sayMinor(now.gross_minor, series.currency)
      const people = text.people(now.headcount)
      return {
        key: String(id),
        name,
        label: text.mark(name, `${said} ${series.currency}, ${people}`),
        href: linkOf(month, id),
        value: now.gross_minor,
        said,
      }
    })
  return <DepartmentBars label={text.titles.departments} width={width} bars={bars} />
}

function Against({ series, width, linkOf }: Of) {
  const [month, against] = [series.month ?? '', series.against ?? '']
  const bars = series.departments.map(({ id, name, now, before }): DepartmentBar => {
    const [later, earlier] = [now?.gross_minor ?? 0, before?.gross_minor ?? 0]
    const called = name ?? text.noDepartment
    const change = formatChange(earlier, later)
    const amounts = `${shortMonthOf(against)} ${sayMinor(earlier, series.currency)}, ${shortMonthOf(month)} ${sayMinor(later, series.currency)}`
    return {
      key: String(id),
      name: called,
      label: text.mark(called, `${amounts}, ${change}`),
      href: linkOf(now === null ? against : month, id),
      value: later,
      before: earlier,
      said: `${later > earlier ? '+' : ''}${sayMinor(later - earlier, series.currency)}`,
      change,
    }
  })
  return <DepartmentBars label={text.titles.against} width={width} bars={bars} />
}
