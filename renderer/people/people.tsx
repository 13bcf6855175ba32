import { Button } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { ForRole } from '../app/lock/for-role'
import { useMay } from '../app/lock/use-session'
import { useAsk, useClient } from '../app/office'
import { Amount } from '../components/amount'
import { dayOf } from '../components/dates'
import { Empty } from '../components/empty'
import { FilterLine } from '../components/filter-line'
import { type Column, LedgerList } from '../components/ledger-list'
import { Page } from '../components/page'
import { RefusedLine } from '../components/refused-line'
import { SaveList } from '../components/save-link'
import { useFilter } from '../components/use-filter'
import { usePages } from '../components/use-pages'
import { words } from '../words/en'
import classes from './people.module.css'

type Person = Output<'people.list_employees'>['items'][number]
const text = words.people
const PAGE = 200

/** Everybody, by name; the filter stays in the address. */
export function People() {
  const [{ q = '' }, change] = useFilter()
  const client = useClient()
  const { rows, error, isRead, ...pages } = usePages<Person>({
    about: ['people.list_employees', { q }],
    ask: (cursor) =>
      client.call('people.list_employees', { q, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }),
    keyOf: (one) => String(one.id),
  })
  const mayOpen = useMay('clerk')
  const currency = useAsk('office.read_setting', { setting: 'office' }).data?.currency
  const [what, how] = q === '' ? text.empty : text.noneFound(q)
  return (
    <Page
      folio=""
      title={text.title}
      note={isRead && text.count(rows.length, !pages.isAll)}
      tools={
        <>
          {rows.length > 0 && <SaveList method="exports.people" filter={{ q }} />}
          <ForRole needed="manager">
            <Button component="a" href="#/people/new">
              {text.add}
            </Button>
          </ForRole>
        </>
      }
      band={<FilterLine chosen={[]} terms={[]} text={q} hint={text.filter} shows="" change={change} />}
    >
      <RefusedLine error={error} />
      {isRead && rows.length === 0 && (
        <Empty what={what ?? ''} how={how ?? ''}>
          {q === '' && (
            <ForRole needed="manager">
              <Button component="a" variant="filled" href="#/people/new">
                {text.add}
              </Button>
            </ForRole>
          )}
        </Empty>
      )}
      {rows.length > 0 && (
        <LedgerList
          {...pages}
          label={text.title}
          columns={columnsFor(typeof currency === 'string' ? currency : '')}
          rows={rows}
          keyOf={(one) => String(one.id)}
          {...(mayOpen ? { linkOf: (one: Person) => `#/people/${one.id}` } : {})}
        />
      )}
    </Page>
  )
}

const columnsFor = (currency: string): Column<Person>[] => [
  { name: text.list.number, cell: (one) => one.external_ref },
  { name: text.list.name, cell: (one) => one.name, link: true },
  { name: text.list.department, cell: (one) => one.department, width: 160 },
  {
    name: currency === '' ? text.list.base : `${text.list.base}, ${currency}`,
    width: 128,
    number: true,
    cell: (one) =>
      one.base_minor === null ? (
        <span className={classes.missing}>{text.noBase}</span>
      ) : (
        <Amount minor={one.base_minor} currency={one.currency} />
      ),
  },
  { name: text.list.mail, cell: (one) => one.email, width: 304, quiet: true },
  {
    name: text.list.employed,
    width: 200,
    quiet: true,
    cell: (one) =>
      one.hire_date && text.employed(dayOf(one.hire_date), one.termination_date && dayOf(one.termination_date)),
  },
]
