import { Button } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { useMay } from '../app/lock/use-session'
import { useModules } from '../app/modules'
import { useAct, useAsk } from '../app/office'
import { monthOf } from '../components/dates'
import { RefusedLine } from '../components/refused-line'
import { words } from '../words/en'

const text = words.imports.receipt

/** The month a salary file was about, as its first and last day; null for every other import. */
function monthOfImport({ kind, options }: Output<'imports.get'>): { start: string; end: string } | null {
  const { year, month } = options
  if (kind !== 'salaries' || typeof year !== 'number' || typeof month !== 'number') return null
  const day = (date: Date) => date.toISOString().slice(0, 10)
  return { start: day(new Date(Date.UTC(year, month - 1, 1))), end: day(new Date(Date.UTC(year, month, 0))) }
}

/** What a month's salaries are for: the pay run of that month, whose period is made where there is none yet. */
export function PayRunNext({ one }: { one: Output<'imports.get'> }) {
  const mayMake = useMay('manager')
  const month = monthOfImport(one)
  const isPayroll = useModules()('payroll') && month !== null
  const periods = useAsk('payroll.periods', {}, { when: isPayroll }).data?.items
  const make = useAct('payroll.create_period', { goTo: ({ id }) => `#/pay-runs/${id}` })
  if (!isPayroll || !periods) return null
  const name = text.payRun(monthOf(month.start.slice(0, 7)))
  const known = periods.find((one) => one.start_date === month.start && one.end_date === month.end)
  if (known) {
    return (
      <Button component="a" variant="filled" href={`#/pay-runs/${known.id}`}>
        {name}
      </Button>
    )
  }
  // Another period within the month means that this office does not pay by the month.
  const isByMonth = periods.every((one) => one.end_date < month.start || one.start_date > month.end)
  if (!mayMake || !isByMonth) return null
  return (
    <>
      <RefusedLine error={make.error} />
      <Button
        variant="filled"
        loading={make.isPending}
        onClick={() =>
          make.mutate({
            start_date: month.start,
            end_date: month.end,
            status: 'active',
            description: monthOf(month.start.slice(0, 7)),
          })
        }
      >
        {name}
      </Button>
    </>
  )
}
