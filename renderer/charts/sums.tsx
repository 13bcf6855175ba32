import { formatChange } from '../components/amount'
import { shortMonthOf } from '../components/dates'
import { words } from '../words/en'
import type { Series } from './charts'
import classes from './charts.module.css'
import { sayCount, sayMinor, sayPercent } from './say'

const text = words.charts

type Figures = NonNullable<Series['totals']['now']>

/** The month in a line of figures, each with its change on the other month. */
export function Sums({ series }: { series: Series }) {
  const { department } = series
  const one = department && series.departments.find(({ id }) => id === department.id)
  const { now, before } = department ? { now: one?.now ?? null, before: one?.before ?? null } : series.totals
  if (!now) return <p className={classes.quiet}>{text.nobody}</p>
  const money = (minor: number) => sayMinor(minor, series.currency)
  const shown: [string, (figures: Figures) => number | null, (value: number) => string][] = [
    [text.sums.people, (of) => of.headcount, sayCount],
    [`${text.sums.gross}, ${series.currency}`, (of) => of.gross_minor, money],
    [text.sums.net, (of) => of.net_minor, money],
    [text.sums.overtime, (of) => of.overtime_minor, money],
    [text.sums.average, (of) => of.average_gross_minor, money],
    [text.sums.median, (of) => of.median_gross_minor, money],
    [text.sums.attendance, (of) => of.attendance_ppm, sayPercent],
  ]
  return (
    <dl className={classes.sums}>
      {shown.map(([name, read, say]) => {
        const [value, earlier] = [read(now), before && read(before)]
        if (value === null) return null
        const change = earlier !== null && earlier !== 0 && series.against ? formatChange(earlier, value) : null
        return (
          <div key={name} className={classes.sum}>
            <dt>{name}</dt>
            <dd>
              {say(value)}
              {change && series.against && (
                <span className={classes.change}>{text.than(change, shortMonthOf(series.against))}</span>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
