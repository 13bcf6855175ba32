import { Button } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { mainRun, periodState } from '../../jobs/api/contract/lists'
import { useOfficeClock } from '../app/live'
import { useMay } from '../app/lock/use-session'
import { useAsk } from '../app/office'
import { Amount } from '../components/amount'
import { dayOf } from '../components/dates'
import { Empty } from '../components/empty'
import { type Column, LedgerList } from '../components/ledger-list'
import { Mark, type MarkName } from '../components/mark'
import { Page } from '../components/page'
import { SaveList } from '../components/save-link'
import { whenOf } from '../components/when'
import { words } from '../words/en'

type Period = Output<'payroll.periods'>['items'][number]
const { payRuns: text } = words

const marks: Record<ReturnType<typeof periodState>, MarkName> = {
  draft: 'skipped',
  active: 'waiting',
  closed: 'skipped',
  missed: 'needs',
  computing: 'running',
  review: 'needs',
  approved: 'done',
  paid: 'done',
  reversed: 'skipped',
  discarded: 'skipped',
}

/** All periods with where they stand, the newest first. */
export function PayRuns() {
  const periods = useAsk('payroll.periods', {}).data?.items
  const mayAdd = useMay('manager')
  const about = useAsk('system.about', {}).data
  const now = useOfficeClock(about?.now)
  if (!periods || !about) return null
  const currency = periods.find((one) => one.runs.length > 0)?.runs[0]?.currency
  const columns: Column<Period>[] = [
    { name: text.list.month, cell: (one) => dayOf(one.end_date) },
    { name: text.list.period, cell: (one) => one.description, link: true },
    { name: text.list.type, cell: (one) => text.types[one.period_type], width: 136, quiet: true },
    {
      name: text.list.state,
      width: 128,
      cell: (one) => <Mark state={marks[periodState(one)]} word={text.states[periodState(one)]} />,
    },
    {
      name: text.list.due,
      width: 128,
      quiet: true,
      cell: (one) => (one.due_at === null ? '' : whenOf(one.due_at, about.zone, now)),
    },
    { name: text.list.people, cell: (one) => mainRun(one.runs)?.employees ?? '', width: 88, number: true },
    {
      name: currency ? `${text.list.net}, ${currency}` : text.list.net,
      width: 144,
      number: true,
      cell: (one) => {
        const run = mainRun(one.runs)
        return run && <Amount minor={run.net_minor} currency={run.currency} />
      },
    },
  ]
  const [what, how] = text.empty
  return (
    <Page
      folio=""
      title={text.title}
      note={periods.length > 0 && text.note(periods.length)}
      tools={
        periods.length > 0 && (
          <>
            <SaveList method="exports.periods" filter={{}} />
            <Button component="a" href="#/pay-runs/years/latest">
              {text.year.button}
            </Button>
            {mayAdd && (
              <Button component="a" href="#/pay-runs/new">
                {text.newPeriod}
              </Button>
            )}
          </>
        )
      }
    >
      {periods.length === 0 ? (
        <Empty what={what ?? ''} how={how ?? ''}>
          {mayAdd && (
            <Button component="a" variant="filled" href="#/pay-runs/new">
              {text.newPeriod}
            </Button>
          )}
        </Empty>
      ) : (
        <LedgerList
          label={text.title}
          columns={columns}
          rows={periods}
          keyOf={(one) => String(one.id)}
          linkOf={(one) => `#/pay-runs/${one.id}`}
        />
      )}
    </Page>
  )
}
