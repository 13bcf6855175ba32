import { Button } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { useOfficeClock } from '../app/live'
import { useAct, useAsk, useClient } from '../app/office'
import { datesInWords } from '../components/dates'
import { Empty } from '../components/empty'
import { FilterLine, type Term } from '../components/filter-line'
import { type Column, LedgerList } from '../components/ledger-list'
import { Mark } from '../components/mark'
import { Page } from '../components/page'
import { ReasonLine, Refusal } from '../components/refusal'
import { SaveList } from '../components/save-link'
import { type Filter, useFilter } from '../components/use-filter'
import { usePages } from '../components/use-pages'
import { useUserNames } from '../components/user-names'
import { whenOf } from '../components/when'
import { words } from '../words/en'
import { actionInWords, entityInWords } from '../words/en/outbox'

type Entry = Output<'office.audit'>['items'][number]
type NameOf = (userId: string) => string | undefined

const PAGE = 100
const SHOWN_OF_SEAL = 12
const text = words.audit

/** Who did what, newest first, and whether the chain is whole. */
export function Audit() {
  const client = useClient()
  const about = useAsk('system.about', {})
  const verify = useAct('office.verify_audit')
  const now = useOfficeClock(about.data?.now)
  const [filter, change] = useFilter()
  const people = useAsk('users.names', {}).data?.items ?? []
  const asked = filterOf(filter)
  const { error, isRead, ...pages } = usePages<Entry>({
    about: ['office.audit', 'newest', asked],
    ask: (cursor) =>
      client.call('office.audit', {
        ...asked,
        order: 'newest',
        limit: PAGE,
        ...(cursor === undefined ? {} : { before: Number(cursor) }),
      }),
    keyOf: (entry) => String(entry.seq),
  })
  const nameOf = useUserNames()
  const zone = about.data?.zone
  if (!zone) return null
  const verdict = verify.data
  const isFiltered = Object.keys(asked).length > 0
  const [what, how] = isFiltered ? text.noMatch : text.none
  const doers: Term[] = [
    ...people.map((one) => termOf(`user:${one.id}`, one.name)),
    termOf('system', text.actors.system),
  ]
  return (
    <Page
      folio={whenOf(now.toISOString(), zone, now)}
      title={text.title}
      note={verdict?.ok ? <Mark state="done" word={text.whole(verdict.entries)} /> : text.note}
      tools={
        <>
          {pages.rows.length > 0 && <SaveList method="exports.audit" filter={asked} />}
          <Button loading={verify.isPending} onClick={() => verify.mutate({})}>
            {text.verify}
          </Button>
        </>
      }
      band={
        <FilterLine
          chosen={asked.actor === undefined ? [] : [termOf(asked.actor, actorInWords(asked.actor, nameOf))]}
          terms={doers}
          text={asked.q ?? ''}
          hint={text.filterHint}
          shows={words.list.shows(pages.rows.length, isFiltered ? null : (pages.rows[0]?.seq ?? null), pages.isAll)}
          change={change}
        />
      }
    >
      <Refusal error={error ?? verify.error} />
      {verdict && !verdict.ok && verdict.kind && (
        <ReasonLine
          reason={{
            code: `audit.${verdict.kind}`,
            message: text.broken(verdict.first_bad, text.kinds[verdict.kind]),
            fix: text.brokenFix,
          }}
        />
      )}
      {isRead && pages.isAll && pages.rows.length === 0 ? (
        <Empty what={what} how={how}>
          {isFiltered && <Button onClick={() => change({ actor: '', q: '' })}>{text.showAll}</Button>}
        </Empty>
      ) : (
        <LedgerList
          {...pages}
          label={text.title}
          total={isFiltered ? null : (pages.rows[0]?.seq ?? null)}
          keyOf={(entry) => String(entry.seq)}
          columns={columnsOf((iso) => whenOf(iso, zone, now), nameOf)}
        />
      )}
    </Page>
  )
}

const termOf = (value: string, name: string): Term => ({ facet: 'actor', facetName: text.columns.actor, value, name })

const filterOf = ({ actor, q }: Filter) => ({
  ...(actor === undefined ? {} : { actor }),
  ...(q === undefined ? {} : { q }),
})

const columnsOf = (when: (iso: string) => string, nameOf: NameOf): Column<Entry>[] => [
  { name: text.columns.seq, cell: (entry) => entry.seq },
  { name: text.columns.at, width: 104, quiet: true, cell: (entry) => when(entry.at) },
  { name: text.columns.actor, width: 144, cell: (entry) => actorInWords(entry.actor, nameOf) },
  { name: text.columns.action, width: 208, cell: (entry) => actionInWords(entry.action) },
  {
    name: text.columns.entity,
    cell: (entry) => {
      const entity = entityInWords(entry.entity, entry.name)
      if (entry.detail === null) return entity
      const detail = datesInWords(entry.detail)
      return <span title={detail}>{`${entity}: ${detail}`}</span>
    },
  },
  {
    name: text.columns.hash,
    width: 136,
    quiet: true,
    cell: (entry) => <code>{entry.hash.slice(0, SHOWN_OF_SEAL)}</code>,
  },
]

function actorInWords(actor: string, nameOf: NameOf): string {
  const [kind, id = ''] = actor.split(':')
  if (kind === 'task') return text.actors.task(id)
  if (kind === 'schedule') return text.actors.schedule(id)
  return kind === 'user' ? (nameOf(id) ?? text.actors.user) : text.actors.system
}
