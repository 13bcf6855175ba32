import { Button } from '@mantine/core'
import type { Input } from '../../jobs/api/contract'
import { useOfficeClock } from '../app/live'
import { useAsk, useClient } from '../app/office'
import { Empty } from '../components/empty'
import { FacetList } from '../components/facet-list'
import { FilterLine, type Term } from '../components/filter-line'
import { type Column, LedgerList } from '../components/ledger-list'
import { Mark } from '../components/mark'
import { Page } from '../components/page'
import { Refusal } from '../components/refusal'
import { SaveList } from '../components/save-link'
import { Section } from '../components/section'
import { SidePanel } from '../components/side-panel'
import { type Filter, useFilter } from '../components/use-filter'
import { usePages } from '../components/use-pages'
import { whenOf } from '../components/when'
import { words } from '../words/en'
import { MAIL_STATES, type Mail, type MailState, mailMarks } from './marks'
import { NoServer } from './no-server'

const PAGE = 100
const text = words.outbox
const isState = (found: string): found is MailState => found in text.states
const termOf = (value: MailState): Term => ({
  facet: 'state',
  facetName: text.facet,
  value,
  name: text.states[value],
})

/** Every mail of the office with what became of it. */
export function Outbox() {
  const client = useClient()
  const [filter, change] = useFilter()
  const about = useAsk('system.about', {})
  const counts = useAsk('outbox.counts', {}).data
  const now = useOfficeClock(about.data?.now)
  const asked = questionOf(filter)
  const { error, isRead, ...pages } = usePages<Mail>({
    about: ['outbox.list', asked],
    ask: (cursor) => client.call('outbox.list', { ...asked, ...(cursor === undefined ? {} : { cursor }) }),
    keyOf: (mail) => String(mail.id),
  })
  const zone = about.data?.zone
  if (!zone || !counts) return null
  const countOf = (state: MailState) => counts.items.find((one) => one.state === state)?.n ?? 0
  const state = filter.state !== undefined && isState(filter.state) ? filter.state : undefined
  const isCounted = filter.q === undefined && filter.lot === undefined
  const all = state ? countOf(state) : counts.items.reduce((sum, one) => sum + one.n, 0)
  const isFiltered = Object.keys(filter).length > 0
  const [what, how] = isFiltered ? text.noMatch : text.none
  return (
    <Page
      folio={whenOf(now.toISOString(), zone, now)}
      title={text.title}
      note={text.rules(counts.sent_today, counts.daily_cap, counts.hold_minutes)}
      tools={pages.rows.length > 0 && <SaveList method="exports.outbox" filter={filterOf(filter)} />}
      band={
        <FilterLine
          chosen={[
            ...(state ? [termOf(state)] : []),
            ...(filter.lot ? [{ facet: 'lot', facetName: text.page.lot, value: filter.lot, name: filter.lot }] : []),
          ]}
          terms={MAIL_STATES.map(termOf)}
          text={filter.q ?? ''}
          hint={text.filterHint}
          shows={words.list.shows(pages.rows.length, isCounted ? all : null, pages.isAll)}
          change={change}
        />
      }
      aside={
        <SidePanel label={text.filters} size="narrow">
          <Section inPanel title={text.facet}>
            <FacetList
              values={MAIL_STATES.map((value) => ({
                value,
                name: text.states[value],
                count: countOf(value),
                chosen: value === state,
              }))}
              choose={(value) => change({ state: value })}
            />
          </Section>
        </SidePanel>
      }
    >
      {!counts.can_deliver && <NoServer />}
      <Refusal error={error} />
      {isRead && pages.rows.length === 0 ? (
        <Empty what={what} how={how}>
          {isFiltered && <Button onClick={() => change({ state: '', lot: '', q: '' })}>{text.showAll}</Button>}
        </Empty>
      ) : (
        <LedgerList
          {...pages}
          label={text.title}
          total={isCounted ? all : null}
          keyOf={(mail) => String(mail.id)}
          linkOf={(mail) => `#/outbox/${mail.id}`}
          columns={columnsOf((iso) => whenOf(iso, zone, now))}
        />
      )}
    </Page>
  )
}

const questionOf = (filter: Filter): Input<'outbox.list'> => ({ limit: PAGE, ...filterOf(filter) })

const filterOf = ({ state, q, lot }: Filter) => ({
  ...(state === undefined ? {} : { state: state as MailState }),
  ...(lot === undefined ? {} : { lot }),
  ...(q === undefined ? {} : { q }),
})

const columnsOf = (when: (iso: string) => string): Column<Mail>[] => [
  { name: text.columns.at, cell: (mail) => when(mail.created_at) },
  {
    name: text.columns.state,
    width: 136,
    cell: (mail) => <Mark state={mailMarks[mail.state]} word={text.states[mail.state]} />,
  },
  { name: text.columns.to, width: 220, cell: (mail) => mail.to_name ?? mail.to },
  { name: text.columns.subject, link: true, cell: (mail) => mail.subject },
  { name: text.columns.last, width: 112, quiet: true, number: true, cell: (mail) => when(mail.changed_at) },
]
