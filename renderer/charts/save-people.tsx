import { SaveLink } from '../components/save-link'
import { words } from '../words/en'
import { askParams, type ChartAsk } from './use-chart-ask'

const text = words.charts

/** Saves the people behind a chart, all of them, as they are filtered. */
export function SavePeople({ ask, q, title }: { ask: ChartAsk; q: string; title: string }) {
  const { month = '', currency, department } = ask
  const input = { month, q, ...(currency && { currency }), ...(department && { department }) }
  const params = askParams(input)
  if (q) params.set('q', q)
  return (['csv', 'xlsx'] as const).map((format) => (
    <SaveLink
      key={format}
      isTool
      method="exports.chart_people"
      input={{ ...input, format }}
      href={`/api/exports/chart-people.${format}?${params}`}
      name={format === 'csv' ? text.csvOf(title) : text.xlsxOf(title)}
    >
      {text[format]}
    </SaveLink>
  ))
}
