import { useMay } from '../app/lock/use-session'
import { useFilter } from '../components/use-filter'

/** What the charts show stands in the address; what is not said there is left to the office. */
export type ChartAsk = { month?: string; against?: string; currency?: string; department?: number | 'none' }

const NAMES = ['month', 'against', 'currency', 'department'] as const

export function useChartAsk() {
  const [filter, change] = useFilter()
  const ask: ChartAsk = {}
  for (const name of ['month', 'against', 'currency'] as const) if (filter[name]) ask[name] = filter[name]
  if (filter.department) ask.department = filter.department === 'none' ? 'none' : Number(filter.department)
  return { ask, filter, change }
}

/** The same as text, for the address of a file. */
export function askParams(ask: ChartAsk): URLSearchParams {
  const given = NAMES.flatMap((name) => (ask[name] === undefined ? [] : [[name, String(ask[name])]]))
  return new URLSearchParams(given)
}

/** Where the people behind a mark are listed; null where this person's role may not read them. */
export function usePeopleLink(
  currency: string,
): (month: string, department: number | null | undefined) => string | null {
  const may = useMay('clerk')
  return (month, department) => {
    if (!may) return null
    const of = department === undefined ? '' : `&department=${department ?? 'none'}`
    return `#/charts/people?month=${month}&currency=${currency}${of}`
  }
}
