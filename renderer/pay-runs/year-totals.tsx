import { Select } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import type { Output } from '../../jobs/api/contract'
import { useMay } from '../app/lock/use-session'
import { useAsk } from '../app/office'
import { Amount } from '../components/amount'
import { dayOf } from '../components/dates'
import { Empty } from '../components/empty'
import { type Column, LedgerList } from '../components/ledger-list'
import { Page } from '../components/page'
import { RefusedLine } from '../components/refused-line'
import { SaveLink } from '../components/save-link'
import { words } from '../words/en'
import classes from './year-totals.module.css'

const text = words.payRuns.year
type Item = Output<'payroll.year_totals'>['items'][number]

/** What everybody got in a tax year, a column for each component; the file has the same columns. */
export function YearTotals() {
  const { year } = useParams({ strict: false }) as { year: string }
  const asked = useAsk('payroll.year_totals', { year })
  const mayOpen = useMay('clerk')
  if (asked.error) {
    return (
      <Page folio="" title={text.title(year)}>
        <RefusedLine error={asked.error} />
      </Page>
    )
  }
  if (!asked.data) return null
  const { tax_year: shown, tax_years: others, columns, items, currency } = asked.data
  const sum = (name: string, of: (item: Item) => number): Column<Item> => ({
    name,
    width: 128,
    number: true,
    cell: (item) => <Amount minor={of(item)} currency={currency} />,
  })
  const table: Column<Item>[] = [
    { name: words.payRuns.review.number, cell: (item) => item.employee.external_ref },
    { name: words.payRuns.review.employee, cell: (item) => item.employee.name, link: mayOpen },
    ...columns.map((one, at) => sum(one.name, (item) => item.amounts_minor[at] ?? 0)),
    sum(words.payRuns.approve.gross, (item) => item.gross_minor),
    sum(words.payRuns.approve.deductions, (item) => -item.deductions_minor),
    sum(words.payRuns.approve.net(currency), (item) => item.net_minor),
    sum(text.employer, (item) => item.employer_minor),
  ]
  const file = (format: 'csv' | 'xlsx') => `/api/exports/year-totals.${format}?year=${shown.year}`
  return (
    <Page
      folio=""
      title={text.title(shown.name)}
      note={text.note(dayOf(shown.from), dayOf(shown.to))}
      tools={
        <div className={classes.tools}>
          {others.length > 0 && (
            <Select
              aria-label={text.choose}
              data={others.map((one) => ({ value: String(one.year), label: one.name }))}
              value={String(shown.year)}
              allowDeselect={false}
              className={classes.year ?? ''}
              onChange={(other) => other !== null && window.location.assign(`#/pay-runs/years/${other}`)}
            />
          )}
          {items.length > 0 && (
            <>
              <SaveLink method="exports.year_totals" input={{ year: shown.year, format: 'csv' }} href={file('csv')}>
                {text.csv}
              </SaveLink>
              <SaveLink method="exports.year_totals" input={{ year: shown.year, format: 'xlsx' }} href={file('xlsx')}>
                {text.xlsx}
              </SaveLink>
            </>
          )}
        </div>
      }
    >
      {items.length === 0 ? (
        <Empty what={text.empty} how={text.emptyHow} />
      ) : (
        <LedgerList
          label={text.title(shown.name)}
          columns={table}
          rows={items}
          keyOf={(item) => String(item.employee.id)}
          {...(mayOpen && { linkOf: (item: Item) => `#/people/${item.employee.id}` })}
        />
      )}
    </Page>
  )
}
