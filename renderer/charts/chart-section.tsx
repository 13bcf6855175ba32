import { Button } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { type ChartName, chartTable } from '../../jobs/api/contract/tables'
import { useAsk } from '../app/office'
import { monthOf, shortMonthOf } from '../components/dates'
import { RefusedLine } from '../components/refused-line'
import { SaveLink } from '../components/save-link'
import { Section } from '../components/section'
import { words } from '../words/en'
import { drawingOf, whyNothing } from './chart-drawing'
import { ChartTableTwin } from './chart-table'
import type { Series } from './charts'
import classes from './charts.module.css'
import { savePicture, savePng } from './save-picture'
import { askParams, type ChartAsk, usePeopleLink } from './use-chart-ask'

const text = words.charts

type ChartSectionProps = { chart: ChartName; series: Series; ask: ChartAsk; isTable: boolean; toggle: () => void }

/** One chart, or its table, and what saves it. */
export function ChartSection({ chart, series, ask, isTable, toggle }: ChartSectionProps) {
  const { ref: measured, width } = useElementSize()
  const figure = useRef<HTMLElement>(null)
  const [error, setError] = useState<Error | null>(null)
  const linkOf = usePeopleLink(series.currency)
  const office = useAsk('today.read', {}).data?.office ?? ''
  const title = text.titles[chart]
  const nothing = whyNothing(chart, series)
  const month = series.month ?? ''
  const save = (format: 'csv' | 'xlsx') => {
    const params = askParams(ask).toString()
    return (
      <SaveLink
        isTool
        method="exports.charts"
        input={{ chart, format, ...ask }}
        href={`/api/exports/charts/${chart}.${format}${params && `?${params}`}`}
        name={format === 'csv' ? text.csvOf(title) : text.xlsxOf(title)}
      >
        {format === 'csv' ? text.csv : text.xlsx}
      </SaveLink>
    )
  }
  const picture = (format: 'svg' | 'png') => {
    const drawn = figure.current?.querySelector('svg')
    const name = `${title.toLowerCase().replaceAll(' ', '-')}-${month}.${format}`
    const of = series.department ? (series.department.name ?? text.noDepartment) : office
    if (!drawn) return
    const save = format === 'svg' ? savePicture : savePng
    Promise.resolve(save(drawn, title, text.of(monthOf(month), of), name)).then(() => setError(null), setError)
  }
  return (
    <Section
      title={title}
      {...(chart === 'against' && series.against && series.month
        ? { count: text.against(shortMonthOf(series.against), shortMonthOf(series.month)) }
        : {})}
      tools={
        nothing === null && (
          <>
            <Button
              variant="subtle"
              aria-label={isTable ? text.asChartOf(title) : text.asTableOf(title)}
              onClick={toggle}
            >
              {isTable ? text.asChart : text.asTable}
            </Button>
            {!isTable && (
              <>
                <Button variant="subtle" aria-label={text.pictureOf(title)} onClick={() => picture('svg')}>
                  {text.picture}
                </Button>
                <Button variant="subtle" aria-label={text.pngOf(title)} onClick={() => picture('png')}>
                  {text.png}
                </Button>
              </>
            )}
            {save('csv')}
            {save('xlsx')}
          </>
        )
      }
    >
      <RefusedLine error={error} />
      {nothing !== null ? (
        <p className={classes.quiet}>{nothing}</p>
      ) : isTable ? (
        <ChartTableTwin title={title} table={chartTable(chart, series)} currency={series.currency} linkOf={linkOf} />
      ) : (
        <figure className={classes.figure} ref={figure}>
          <div ref={measured}>{width > 0 && drawingOf(chart, series, width, linkOf)}</div>
        </figure>
      )}
    </Section>
  )
}
