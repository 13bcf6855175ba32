import { Select } from '@mantine/core'
import { useAsk } from '../app/office'
import { CameFrom } from '../charts/came-from'
import classes from '../charts/charts.module.css'
import { SavePeople } from '../charts/save-people'
import { sayDays, sayPercent } from '../charts/say'
import { useChartAsk } from '../charts/use-chart-ask'
import { useChartPeople } from '../charts/use-people'
import { shortMonthOf } from '../components/dates'
import { Empty } from '../components/empty'
import { FilterLine } from '../components/filter-line'
import { type Column, LedgerList } from '../components/ledger-list'
import { Page } from '../components/page'
import { RefusedLine } from '../components/refused-line'
import { words } from '../words/en'

const text = words.charts.attendance
const { behind } = words.charts

type Row = ReturnType<typeof useChartPeople>['rows'][number]

/** Who was there in a month, person by person, in days and halves of days. */
export function Attendance() {
  const { ask, filter, change } = useChartAsk()
  const q = filter.q ?? ''
  const asked = useAsk('people.chart_series', ask, { keep: true })
  const series = asked.data
  const month = series?.month ?? ''
  const list = useChartPeople({ month }, q)
  const { now } = series?.totals ?? { now: null }
  const share = now?.attendance_ppm ?? null
  const [what, how] = series && series.months.length === 0 ? text.empty : behind.none
  return (
    <Page
      folio={month && shortMonthOf(month)}
      title={text.title}
      note={
        now &&
        (share === null
          ? text.noneTold
          : text.note(sayDays(now.present_days), sayDays(now.working_days), sayPercent(share)))
      }
      tools={list.rows.length > 0 && <SavePeople ask={{ month }} q={q} title={text.title} />}
      band={
        series &&
        series.months.length > 0 && (
          <div className={classes.choices}>
            <Select
              className={classes.choice ?? ''}
              aria-label={words.charts.choose.month}
              data={[...series.months].reverse().map((value) => ({ value, label: shortMonthOf(value) }))}
              value={month}
              searchable={series.months.length > 12}
              onChange={(next) => next !== null && change({ month: next })}
            />
            <FilterLine chosen={[]} terms={[]} text={q} hint={behind.filter} shows="" change={change} />
          </div>
        )
      }
    >
      <RefusedLine error={asked.error ?? list.error} />
      {series && (month === '' || (list.isRead && list.rows.length === 0)) && <Empty what={what} how={how} />}
      {list.rows.length > 0 && (
        <LedgerList
          label={text.title}
          columns={COLUMNS}
          rows={list.rows}
          keyOf={(one) => String(one.employee_id)}
          linkOf={(one) => `#/people/${one.employee_id}`}
          more={list.more}
          total={list.total}
          isAll={list.isAll}
        />
      )}
    </Page>
  )
}

const days = (told: number | null) => (told === null ? text.none : sayDays(told))

const working = ({ present_days: present, absent_days: absent }: Row): number | null =>
  present === null || absent === null ? null : present + absent

const COLUMNS: Column<Row>[] = [
  { name: behind.columns.number, cell: (one) => one.external_ref },
  { name: behind.columns.name, cell: (one) => one.name, link: true },
  { name: behind.columns.department, cell: (one) => one.department, width: 160, quiet: true },
  { name: behind.columns.present, width: 96, number: true, cell: (one) => days(one.present_days) },
  { name: behind.columns.absent, width: 96, number: true, cell: (one) => days(one.absent_days) },
  { name: text.working, width: 96, number: true, cell: (one) => days(working(one)) },
  {
    name: text.share,
    width: 104,
    number: true,
    cell: (one) => {
      const all = working(one)
      return all && one.present_days !== null ? sayPercent(Math.round((one.present_days / all) * 1_000_000)) : '–'
    },
  },
  {
    name: behind.columns.from,
    width: 200,
    quiet: true,
    cell: (one) => one.days_from && <CameFrom fact={{ ...one.days_from, slip: null }} />,
  },
]
