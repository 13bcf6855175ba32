import { Button } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { mainRun, payRunStates, periodState } from '../../jobs/api/contract/lists'
import { useOfficeClock } from '../app/live'
import { useMay } from '../app/lock/use-session'
import { useAsk } from '../app/office'
import { Amount } from '../components/amount'
import { dayOf } from '../components/dates'
import { Empty } from '../components/empty'
import { FilterLine, type Term } from '../components/filter-line'
import { type Column, LedgerList } from '../components/ledger-list'
import { Mark, type MarkName } from '../components/mark'
import { Page } from '../components/page'
import { SaveList } from '../components/save-link'
import { type Filter, useFilter } from '../components/use-filter'
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

type State = ReturnType<typeof periodState>
const STATES = Object.keys(payRunStates) as State[]
const termOf = (state: State): Term => ({
  facet: 'state',
  facetName: text.list.state,
  value: state,
  name: text.states[state],
})

/** Every word stands in the period's name, type, days or state. */
function isMeant(one: Period, { state, q = '' }: Filter): boolean {
  if (state !== undefined && periodState(one) !== state) return false
  if (q === '') return true
  const all = [one.description, text.types[one.period_type], dayOf(one.start_date), dayOf(one.end_date)].join(' ')
  const told = `${all} ${one.start_date} ${one.end_date} ${text.states[periodState(one)]}`.toLowerCase()
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => told.includes(word))
}

/** All periods with where they stand, the newest first. */
export function PayRuns() {
  const periods = useAsk('payroll.periods', {}).data?.items
  const mayAdd = useMay('manager')
  const [filter, change] = useFilter()
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
  const shown = periods.filter((one) => isMeant(one, filter))
  const state = STATES.find((one) => one === filter.state)
  const [what, how] = periods.length === 0 ? text.empty : text.noMatch
  return (
    <Page
      folio=""
      title={text.title}
      note={periods.length > 0 && text.note(periods.length)}
      tools={
        periods.length > 0 && (
          <>
            {shown.length > 0 && (
              <SaveList
                method="exports.periods"
                filter={shown.length === periods.length ? {} : { ids: shown.map(({ id }) => id).join(',') }}
              />
            )}
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
      band={
        periods.length > 0 && (
          <FilterLine
            chosen={state ? [termOf(state)] : []}
            terms={STATES.map(termOf)}
            text={filter.q ?? ''}
            hint={text.filterHint}
            shows={words.list.shows(shown.length, shown.length, true)}
            change={change}
          />
        )
      }
    >
      {shown.length === 0 ? (
        <Empty what={what ?? ''} how={how ?? ''}>
          {periods.length > 0 && <Button onClick={() => change({ state: '', q: '' })}>{text.showAll}</Button>}
          {periods.length === 0 && mayAdd && (
            <Button component="a" variant="filled" href="#/pay-runs/new">
              {text.newPeriod}
            </Button>
          )}
        </Empty>
      ) : (
        <LedgerList
          label={text.title}
          columns={columns}
          rows={shown}
          keyOf={(one) => String(one.id)}
          linkOf={(one) => `#/pay-runs/${one.id}`}
        />
      )}
    </Page>
  )
}
