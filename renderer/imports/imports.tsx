import { Button } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { importStates } from '../../jobs/api/contract/lists'
import { useOfficeClock } from '../app/live'
import { ForRole } from '../app/lock/for-role'
import { useAsk, useClient } from '../app/office'
import { Empty } from '../components/empty'
import { FilterLine, type Term } from '../components/filter-line'
import { type Column, LedgerList } from '../components/ledger-list'
import { Mark, type MarkName } from '../components/mark'
import { Page } from '../components/page'
import { SaveList } from '../components/save-link'
import { type Filter, useFilter } from '../components/use-filter'
import { usePages } from '../components/use-pages'
import { whenOf } from '../components/when'
import { words } from '../words/en'
import { Refusal } from './refusal'
import { useBy } from './use-by'

type Summary = Output<'imports.list'>['items'][number]

const marks: Record<Summary['state'], MarkName> = {
  reading: 'running',
  mapping: 'needs',
  checking: 'running',
  checked: 'needs',
  applying: 'running',
  applied: 'done',
  undoing: 'running',
  undone: 'skipped',
  refused: 'failed',
}

const PAGE = 100
const text = words.imports
const STATES = Object.keys(importStates) as Summary['state'][]
const isState = (found: string | undefined): found is Summary['state'] => STATES.some((one) => one === found)
const stateTerm = (value: Summary['state']): Term => ({
  facet: 'state',
  facetName: text.columns.state,
  value,
  name: text.states[value],
})

/** Every file that came in, newest first. */
export function Imports() {
  const client = useClient()
  const [filter, change] = useFilter()
  const about = useAsk('system.about', {})
  const kinds = useAsk('imports.kinds', {}).data?.items ?? []
  const now = useOfficeClock(about.data?.now)
  const by = useBy()
  const asked = filterOf(filter)
  const { error, isRead, ...pages } = usePages<Summary>({
    about: ['imports.list', asked],
    ask: (cursor) =>
      client.call('imports.list', {
        ...asked,
        limit: PAGE,
        ...(cursor === undefined ? {} : { cursor: Number(cursor) }),
      }),
    keyOf: (one) => String(one.import_id),
  })
  const zone = about.data?.zone
  if (!zone) return null
  const labelOf = (kind: string) => kinds.find((one) => one.kind === kind)?.label ?? kind
  const kindTerm = (value: string): Term => ({
    facet: 'kind',
    facetName: text.columns.kind,
    value,
    name: labelOf(value),
  })
  const isFiltered = Object.keys(asked).length > 0
  const [what, how] = isFiltered ? text.noMatch : text.empty
  const columns: Column<Summary>[] = [
    { name: text.columns.when, cell: (one) => whenOf(one.undone_at ?? one.applied_at ?? one.created_at, zone, now) },
    { name: text.columns.file, link: true, cell: (one) => one.file_name },
    { name: text.columns.kind, width: 128, quiet: true, cell: (one) => labelOf(one.kind) },
    {
      name: text.columns.state,
      width: 132,
      cell: (one) => <Mark state={marks[one.state]} word={text.states[one.state]} />,
    },
    { name: text.columns.did, quiet: true, cell: (one) => didOf(one.counts) },
    { name: text.columns.who, width: 112, quiet: true, cell: (one) => by(one.applied_by ?? one.created_by) },
  ]
  const start = (
    <ForRole needed="clerk">
      <Button component="a" href="#/imports/new" variant="filled">
        {text.start}
      </Button>
    </ForRole>
  )
  return (
    <Page
      folio=""
      title={text.title}
      note={text.note}
      tools={
        <>
          {pages.rows.length > 0 && <SaveList method="exports.imports" filter={asked} />}
          {start}
        </>
      }
      band={
        <FilterLine
          chosen={[
            ...(asked.state === undefined ? [] : [stateTerm(asked.state)]),
            ...(asked.kind === undefined ? [] : [kindTerm(asked.kind)]),
          ]}
          terms={[...STATES.map(stateTerm), ...kinds.map(({ kind }) => kindTerm(kind))]}
          text={asked.q ?? ''}
          hint={text.filterHint}
          shows={words.list.shows(pages.rows.length, null, pages.isAll)}
          change={change}
        />
      }
    >
      <Refusal error={error} />
      {isRead && pages.rows.length === 0 ? (
        <Empty what={what ?? ''} how={how ?? ''}>
          {isFiltered ? <Button onClick={() => change({ state: '', kind: '', q: '' })}>{text.showAll}</Button> : start}
        </Empty>
      ) : (
        <LedgerList
          {...pages}
          label={text.title}
          total={null}
          keyOf={(one) => String(one.import_id)}
          linkOf={(one) => `#/imports/${one.import_id}`}
          columns={columns}
        />
      )}
    </Page>
  )
}

const filterOf = ({ state, kind, q }: Filter) => ({
  ...(isState(state) ? { state } : {}),
  ...(kind === undefined ? {} : { kind }),
  ...(q === undefined ? {} : { q }),
})

/** “4 new, 34 changed, 8 with errors”. */
export function didOf(counts: Summary['counts']): string {
  const { did } = words.imports
  const parts = (['error', 'update', 'create', 'unchanged', 'duplicate', 'skipped'] as const).flatMap((outcome) =>
    counts[outcome] > 0 ? [did[outcome](counts[outcome])] : [],
  )
  return parts.length === 0 ? did.none : parts.join(', ')
}
