import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Input } from '../../jobs/api/contract'
import { useOfficeClock } from '../app/live'
import { useMay } from '../app/lock/use-session'
import { useAct, useAsk, useClient } from '../app/office'
import { Empty } from '../components/empty'
import { FacetList } from '../components/facet-list'
import { FilterLine } from '../components/filter-line'
import { type Column, LedgerList } from '../components/ledger-list'
import { Mark } from '../components/mark'
import { Page } from '../components/page'
import { Refusal } from '../components/refusal'
import { RowCheck } from '../components/row-check'
import { SaveList } from '../components/save-link'
import { Section } from '../components/section'
import { SidePanel } from '../components/side-panel'
import { type Filter, useFilter } from '../components/use-filter'
import { usePages } from '../components/use-pages'
import { whenOf } from '../components/when'
import { taskInWords, words } from '../words/en'
import { aboutTask, spanInWords } from '../words/en/tasks'
import { useAskedBy } from './asked-by'
import { BulkBar } from './bulk-bar'
import { BulkOutcome } from './bulk-outcome'
import { FACETS, facetValues, leftOver, termOf, termsOf } from './facets'
import { type TaskRow, taskMarks } from './marks'
import classes from './tasks.module.css'
import { useChoice } from './use-choice'

const PAGE = 100
const text = words.tasks

/** Every task of the office, live: filtered by state, task, queue and words, each leading to its page. */
export function Tasks() {
  const client = useClient()
  const [filter, change] = useFilter()
  const about = useAsk('system.about', {})
  const counts = useAsk('tasks.counts', {}).data?.items ?? []
  const now = useOfficeClock(about.data?.now)
  const askedBy = useAskedBy()
  const asked = questionOf(filter)
  const { error, isRead, ...pages } = usePages<TaskRow>({
    about: ['tasks.list', asked],
    ask: (cursor) => client.call('tasks.list', { ...asked, ...(cursor === undefined ? {} : { cursor }) }),
    keyOf: (task) => task.task_id,
  })
  const mayAct = useMay('manager')
  const { chosen, choice, chooseAll, leave } = useChoice(JSON.stringify(filter))
  const [acted, setActed] = useState<string | null>(null)
  const bulk = useAct('tasks.bulk', {
    done: ({ task_id }) => {
      setActed(task_id)
      leave()
    },
  })
  const zone = about.data?.zone
  const second = Math.floor(now.getTime() / 1000) // nothing in a row is finer
  const toggle = mayAct ? choice.toggle : null
  const columns = useMemo(
    () => (zone ? columnsOf(zone, new Date(second * 1000), askedBy, toggle) : []),
    [zone, second, askedBy, toggle],
  )
  if (!zone) return null
  const total = leftOver(counts, filter)
  const isFiltered = Object.keys(filter).length > 0
  const [what, how] = isFiltered ? text.noMatch : text.none
  return (
    <Page
      folio={whenOf(now.toISOString(), zone, now)}
      title={text.title}
      note={text.note}
      tools={
        <>
          {pages.rows.length > 0 && <SaveList method="exports.tasks" filter={filterOf(asked)} />}
          <Button component="a" href="#/tasks/queues">
            {text.queuesLink}
          </Button>
        </>
      }
      band={
        <FilterLine
          chosen={FACETS.flatMap((facet) => (filter[facet] ? [termOf(facet, filter[facet])] : []))}
          terms={termsOf(counts)}
          text={filter.q ?? ''}
          hint={text.filterHint}
          shows={words.list.shows(pages.rows.length, total, pages.isAll)}
          change={change}
        />
      }
      foot={
        (chosen.isAll || chosen.ids.size > 0) && (
          <BulkBar
            chosen={chosen}
            filter={filterOf(asked)}
            total={total}
            act={bulk}
            chooseAll={chooseAll}
            leave={leave}
          />
        )
      }
      aside={
        <SidePanel label={text.filters} size="narrow">
          {FACETS.map((facet) => [facet, facetValues(counts, filter, facet)] as const)
            .filter(([, values]) => values.length > 0)
            .map(([facet, values]) => (
              <Section key={facet} inPanel title={text.facets[facet]}>
                <FacetList values={values} choose={(value) => change({ [facet]: value })} />
              </Section>
            ))}
        </SidePanel>
      }
    >
      <Refusal error={error ?? bulk.error} />
      {acted && <BulkOutcome key={acted} id={acted} />}
      {isRead && pages.rows.length === 0 ? (
        <Empty what={what} how={how}>
          {isFiltered && (
            <Button onClick={() => change({ state: '', task: '', queue: '', q: '' })}>{text.showAll}</Button>
          )}
        </Empty>
      ) : (
        <LedgerList
          {...pages}
          label={text.title}
          total={total}
          keyOf={(task) => task.task_id}
          linkOf={(task) => `#/tasks/${task.task_id}`}
          columns={columns}
          {...(mayAct ? { choice } : {})}
        />
      )}
    </Page>
  )
}

/** The address's terms as the office is asked; what it does not know it refuses in words. */
const questionOf = ({ state, task, queue, q }: Filter): Input<'tasks.list'> => ({
  limit: PAGE,
  ...(state === undefined ? {} : { state: state as TaskRow['state'] }),
  ...(task === undefined ? {} : { task }),
  ...(queue === undefined ? {} : { queue }),
  ...(q === undefined ? {} : { q }),
})

const filterOf = ({ state, task, queue, q }: Input<'tasks.list'>) => ({
  ...(state && { state }),
  ...(task && { task }),
  ...(queue && { queue }),
  ...(q && { q }),
})

const columnsOf = (
  zone: string,
  now: Date,
  askedBy: (origin: string) => string,
  toggle: ((id: string) => void) | null,
): Column<TaskRow>[] => [
  { name: text.columns.at, cell: (task) => whenOf(task.created_at, zone, now) },
  ...(toggle ? [chooser(toggle, (iso) => whenOf(iso, zone, now))] : []),
  {
    name: text.columns.state,
    width: 136,
    cell: (task) => <Mark state={taskMarks[task.state]} word={words.states[task.state]} />,
  },
  {
    name: text.columns.task,
    link: true,
    cell: (task) => (
      <>
        {taskInWords(task.task)}
        <span className={classes.about}>{aboutTask(task)}</span>
      </>
    ),
  },
  { name: text.columns.took, width: 88, number: true, quiet: true, cell: (task) => tookOf(task, now) },
  { name: text.columns.by, width: 152, quiet: true, cell: (task) => askedBy(task.origin) },
]

/** By mouse; by keyboard Space does it anywhere in the row. */
const chooser = (toggle: (id: string) => void, when: (iso: string) => string): Column<TaskRow> => ({
  name: text.bulk.choose,
  width: 80,
  cell: (task, isChosen) => (
    <RowCheck
      label={text.bulk.chooseOne(taskInWords(task.task), when(task.created_at))}
      isChosen={isChosen}
      toggle={() => toggle(task.task_id)}
    />
  ),
})

function tookOf(task: TaskRow, now: Date): string {
  if (task.state === 'RETRY') return text.attempts(task.retries)
  if (!task.started_at) return ''
  const end = task.finished_at ? Date.parse(task.finished_at) : now.getTime()
  return spanInWords(Math.max(0, end - Date.parse(task.started_at)))
}
