import { Button } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { Amount } from '../components/amount'
import { monthOf, shortMonthOf } from '../components/dates'
import { Empty } from '../components/empty'
import { FilterLine } from '../components/filter-line'
import { type Column, LedgerList } from '../components/ledger-list'
import { Page } from '../components/page'
import { RefusedLine } from '../components/refused-line'
import { words } from '../words/en'
import { CameFrom } from './came-from'
import { SavePeople } from './save-people'
import { sayDays } from './say'
import { useChartAsk } from './use-chart-ask'
import { useChartPeople } from './use-people'

const text = words.charts.behind
type Behind = Output<'people.chart_people'>['items'][number]

/** Everybody a mark of a chart stands for; from here to the person, the payslip or the file's row. */
export function ChartPeople() {
  const { ask, filter, change } = useChartAsk()
  const { month = '', currency, department } = ask
  const q = filter.q ?? ''
  const { rows, total, ...list } = useChartPeople(ask, q)
  const called = department === undefined ? null : (rows[0]?.department ?? words.charts.noDepartment)
  const [what, how] = text.none
  return (
    <Page
      folio={month && shortMonthOf(month)}
      title={text.title(month && monthOf(month))}
      note={list.isRead && text.note(total, called)}
      tools={
        <>
          {rows.length > 0 && <SavePeople ask={ask} q={q} title={text.title(monthOf(month))} />}
          <Button component="a" href={`#/charts?month=${month}`}>
            {text.back}
          </Button>
        </>
      }
      band={<FilterLine chosen={[]} terms={[]} text={q} hint={text.filter} shows="" change={change} />}
    >
      <RefusedLine error={list.error} />
      {list.isRead && rows.length === 0 && <Empty what={what} how={how} />}
      {rows.length > 0 && (
        <LedgerList
          label={text.title(monthOf(month))}
          columns={columnsFor(currency ?? '')}
          rows={rows}
          keyOf={(one) => String(one.employee_id)}
          linkOf={(one) => `#/people/${one.employee_id}`}
          more={list.more}
          total={total}
          isAll={list.isAll}
        />
      )}
    </Page>
  )
}

const days = (told: number | null) => (told === null ? '–' : sayDays(told))

const columnsFor = (currency: string): Column<Behind>[] => [
  { name: text.columns.number, cell: (one) => one.external_ref },
  { name: text.columns.name, cell: (one) => one.name, link: true },
  { name: text.columns.department, cell: (one) => one.department, width: 136, quiet: true },
  ...(['gross', 'net', 'overtime'] as const).map(
    (name): Column<Behind> => ({
      name: `${text.columns[name]}${currency && `, ${currency}`}`,
      width: 112,
      number: true,
      cell: (one) => <Amount minor={one[`${name}_minor`]} currency={one.currency} />,
    }),
  ),
  { name: text.columns.present, width: 64, number: true, cell: (one) => days(one.present_days) },
  { name: text.columns.absent, width: 64, number: true, cell: (one) => days(one.absent_days) },
  { name: text.columns.from, width: 200, quiet: true, cell: (one) => <CameFrom fact={one} /> },
]
