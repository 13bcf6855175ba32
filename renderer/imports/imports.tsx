import { Button, Table } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Output } from '../../jobs/api/contract'
import { useOfficeClock } from '../app/live'
import { ForRole } from '../app/lock/for-role'
import { useAsk, useClient } from '../app/office'
import { Empty } from '../components/empty'
import { Ledger } from '../components/ledger'
import { Mark, type MarkName } from '../components/mark'
import { Page } from '../components/page'
import { SaveList } from '../components/save-link'
import { whenOf } from '../components/when'
import { words } from '../words/en'
import classes from './imports.module.css'
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

const PAGE = 50

/** Every file that came in, newest first. */
export function Imports() {
  const text = words.imports
  const client = useClient()
  const about = useAsk('system.about', {})
  // All pages in one query: a new import moves the rows from page to page, and none may be lost between two.
  const list = useInfiniteQuery({
    queryKey: ['imports.list', { limit: PAGE }],
    queryFn: ({ pageParam }) =>
      client.call('imports.list', { limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next,
  })
  const kinds = useAsk('imports.kinds', {})
  const now = useOfficeClock(about.data?.now)
  const by = useBy()
  if (!about.data || !list.data) return null
  const { zone } = about.data
  const items = list.data.pages.flatMap((page) => page.items)
  return (
    <Page
      folio={items.length === 0 ? '–' : text.count(items.length)}
      title={text.title}
      note={text.note}
      tools={
        <>
          {items.length > 0 && <SaveList method="exports.imports" filter={{}} />}
          <ForRole needed="clerk">
            <Button component="a" href="#/imports/new" variant="filled">
              {text.start}
            </Button>
          </ForRole>
        </>
      }
    >
      {items.length === 0 ? (
        <Empty what={text.empty[0] ?? ''} how={text.empty[1] ?? ''}>
          <ForRole needed="clerk">
            <Button component="a" href="#/imports/new">
              {text.start}
            </Button>
          </ForRole>
        </Empty>
      ) : (
        <Ledger>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.columns.when}</Table.Th>
              <Table.Th>{text.columns.file}</Table.Th>
              <Table.Th className={classes.kind}>{text.columns.kind}</Table.Th>
              <Table.Th className={classes.state}>{text.columns.state}</Table.Th>
              <Table.Th>{text.columns.did}</Table.Th>
              <Table.Th className={classes.who}>{text.columns.who}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((one) => (
              <Table.Tr key={one.import_id} onDoubleClick={() => window.location.assign(`#/imports/${one.import_id}`)}>
                <Table.Td>{whenOf(one.undone_at ?? one.applied_at ?? one.created_at, zone, now)}</Table.Td>
                <Table.Td>
                  <a className={classes.file} href={`#/imports/${one.import_id}`}>
                    {one.file_name}
                  </a>
                </Table.Td>
                <Table.Td data-quiet>
                  {kinds.data?.items.find(({ kind }) => kind === one.kind)?.label ?? one.kind}
                </Table.Td>
                <Table.Td>
                  <Mark state={marks[one.state]} word={text.states[one.state]} />
                </Table.Td>
                <Table.Td className={classes.did}>{didOf(one.counts)}</Table.Td>
                <Table.Td data-quiet>{by(one.applied_by ?? one.created_by)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Ledger>
      )}
      {list.hasNextPage && (
        <div className={classes.earlier}>
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {text.earlier}
          </Button>
        </div>
      )}
    </Page>
  )
}

/** “4 new, 34 changed, 8 with errors”. */
export function didOf(counts: Summary['counts']): string {
  const { did } = words.imports
  const parts = (['error', 'update', 'create', 'unchanged', 'duplicate'] as const).flatMap((outcome) =>
    counts[outcome] > 0 ? [did[outcome](counts[outcome])] : [],
  )
  return parts.length === 0 ? did.none : parts.join(', ')
}
