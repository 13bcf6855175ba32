import type { Output } from '../../jobs/api/contract'
import { words } from '../words/en'

type Fact = Pick<Output<'people.chart_people'>['items'][number], 'source' | 'origin' | 'slip'>

/** Where a month's figures of somebody came from: the payslip, the row of a file, or the calculator. `as`: shorter, where there is no room. */
export function CameFrom({ fact: { source, origin, slip }, as }: { fact: Fact; as?: string }) {
  const { sources } = words.charts
  if (slip) return <a href={`#/pay-runs/${slip.period_id}/explain/${slip.slip_id}/NET`}>{sources[source]}</a>
  if (origin.kind === 'import') {
    return (
      <a href={`#/imports/${origin.import_id}`}>{as ?? words.people.origin.import(origin.file_name, origin.row)}</a>
    )
  }
  if (source === 'form') return <a href="#/calculator">{sources[source]}</a>
  return sources[source]
}
