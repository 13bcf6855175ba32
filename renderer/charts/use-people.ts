import type { Output } from '../../jobs/api/contract'
import { useClient } from '../app/office'
import { usePages } from '../components/use-pages'
import type { ChartAsk } from './use-chart-ask'

type Answer = Output<'people.chart_people'>
const PAGE = 200

/** The people a month's charts count, read page by page. */
export function useChartPeople({ month = '', currency, department }: ChartAsk, q: string) {
  const client = useClient()
  const asked = { month, q, ...(currency && { currency }), ...(department && { department }) }
  const { head, ...pages } = usePages<Answer['items'][number], Answer>({
    about: ['people.chart_people', asked],
    ask: (cursor) => client.call('people.chart_people', { ...asked, limit: PAGE, cursor: Number(cursor ?? 0) }),
    keyOf: (one) => String(one.employee_id),
    when: month !== '',
  })
  return { ...pages, total: head?.total ?? 0 }
}
