import { Select } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { useAsk } from '../app/office'
import { shortMonthOf } from '../components/dates'
import { Empty } from '../components/empty'
import { Page } from '../components/page'
import { RefusedLine } from '../components/refused-line'
import { words } from '../words/en'
import { ChartSection } from './chart-section'
import classes from './charts.module.css'
import { Sums } from './sums'
import { useChartAsk } from './use-chart-ask'

const text = words.charts
export type Series = Output<'people.chart_series'>

/** A month's people and cost, the months before it, and another month beside it. What is chosen stands in the address. */
export function Charts() {
  const { ask, filter, change } = useChartAsk()
  const asked = useAsk('people.chart_series', ask, { keep: true })
  const series = asked.data
  const tables = new Set((filter.tables ?? '').split('.').filter(Boolean))
  const toggle = (chart: string) => {
    const after = tables.has(chart) ? [...tables].filter((one) => one !== chart) : [...tables, chart]
    change({ tables: after.join('.') })
  }
  const isEmpty = series?.months.length === 0
  const [what, how] = text.empty
  return (
    <Page
      folio={series?.month ? shortMonthOf(series.month) : ''}
      title={text.title}
      note={
        series && series.rebuilding.length > 0 && <span role="status">{text.rebuilding(series.rebuilding.length)}</span>
      }
      band={series && !isEmpty && <Choices series={series} change={change} />}
    >
      <RefusedLine error={asked.error} />
      {isEmpty && <Empty what={what} how={how} />}
      {series && !isEmpty && (
        <>
          <Sums series={series} />
          {text.names.map((chart) => (
            <ChartSection
              key={chart}
              chart={chart}
              series={series}
              ask={ask}
              isTable={tables.has(chart)}
              toggle={() => toggle(chart)}
            />
          ))}
        </>
      )}
    </Page>
  )
}

type ChoicesProps = { series: Series; change: (patch: Record<string, string>) => void }

function Choices({ series, change }: ChoicesProps) {
  const months = [...series.months].reverse().map((value) => ({ value, label: shortMonthOf(value) }))
  const departments = [
    { value: '', label: text.allDepartments },
    ...series.departments.map(({ id, name }) => ({ value: String(id ?? 'none'), label: name ?? text.noDepartment })),
  ]
  const { department } = series
  const chosen = department === null ? '' : String(department.id ?? 'none')
  if (department && !departments.some(({ value }) => value === chosen))
    departments.push({ value: chosen, label: department.name ?? text.noDepartment })
  const choice = (
    name: 'month' | 'against' | 'department' | 'currency',
    data: { value: string; label: string }[],
    value: string,
  ) => (
    <Select
      className={classes.choice ?? ''}
      aria-label={text.choose[name]}
      data={data}
      value={value}
      searchable={data.length > 12}
      onChange={(next) => next !== null && change({ [name]: next })}
    />
  )
  return (
    <div className={classes.choices}>
      {choice('month', months, series.month ?? '')}
      {series.against && (
        <>
          <span>{text.choose.against.toLowerCase()}</span>
          {choice(
            'against',
            months.filter(({ value }) => value !== series.month),
            series.against,
          )}
        </>
      )}
      {choice('department', departments, chosen)}
      {series.currencies.length > 1 &&
        choice(
          'currency',
          series.currencies.map((value) => ({ value, label: value })),
          series.currency,
        )}
    </div>
  )
}
