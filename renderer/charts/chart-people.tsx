import { Button, TextInput } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Output } from '../../jobs/api/contract'
import { useClient } from '../app/office'
import { Amount } from '../components/amount'
import { monthOf, shortMonthOf } from '../components/dates'
import { Empty } from '../components/empty'
import { type Column, LedgerList } from '../components/ledger-list'
import { Page } from '../components/page'
import { RefusedLine } from '../components/refused-line'
import { SaveLink } from '../components/save-link'
import people from '../people/people.module.css'
import { words } from '../words/en'
import { CameFrom } from './came-from'
import { sayDays } from './say'
import { askParams, useChartAsk } from './use-chart-ask'

const text = words.charts.behind
export type Behind = Output<'people.chart_people'>['items'][number]
const PAGE = 200

/** Everybody a mark of a chart stands for; from here to the person, the payslip or the file's row. */
export function ChartPeople() {
  const { ask, filter, change } = useChartAsk()
  const { month = '', currency, department } = ask
  const q = filter.q ?? ''
  const client = useClient()
  const asked = { month, q, ...(currency && { currency }), ...(department && { department }) }
  const pages = useInfiniteQuery({
    queryKey: ['people.chart_people', asked],
    queryFn: ({ pageParam }) => client.call('people.chart_people', { ...asked, limit: PAGE, cursor: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (last) => (last.next === null ? null : Number(last.next)),
    placeholderData: (before) => before,
  })
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = pages
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, hasNextPage, isFetchingNextPage])
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? []
  const total = pages.data?.pages[0]?.total ?? 0
  const called = department === undefined ? null : (rows[0]?.department ?? words.charts.noDepartment)
  const params = askParams(ask)
  if (q) params.set('q', q)
  const [what, how] = text.none
  return (
    <Page
      folio={month && shortMonthOf(month)}
      title={text.title(month && monthOf(month))}
      note={pages.data && text.note(total, called)}
      tools={
        <>
          {rows.length > 0 &&
            (['csv', 'xlsx'] as const).map((format) => (
              <SaveLink
                key={format}
                isTool
                method="exports.chart_people"
                input={{ ...asked, format }}
                href={`/api/exports/chart-people.${format}?${params}`}
                name={words.charts[format === 'csv' ? 'csvOf' : 'xlsxOf'](text.title(monthOf(month)))}
              >
                {words.charts[format]}
              </SaveLink>
            ))}
          <Button component="a" href={`#/charts?month=${month}`}>
            {text.back}
          </Button>
        </>
      }
      band={
        <TextInput
          className={people.filter ?? ''}
          type="search"
          aria-label={text.filter}
          placeholder={text.filter}
          value={q}
          onChange={(event) => change({ q: event.currentTarget.value })}
        />
      }
    >
      <RefusedLine error={pages.error} />
      {pages.data && rows.length === 0 && <Empty what={what} how={how} />}
      {rows.length > 0 && (
        <LedgerList
          label={text.title(monthOf(month))}
          columns={columnsFor(currency ?? '')}
          rows={rows}
          keyOf={(one) => String(one.employee_id)}
          linkOf={(one) => `#/people/${one.employee_id}`}
          more={more}
          total={total}
          isAll={!hasNextPage}
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
