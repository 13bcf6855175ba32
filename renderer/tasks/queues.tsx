import { Table, VisuallyHidden } from '@mantine/core'
import { useOfficeClock } from '../app/live'
import { ForRole } from '../app/lock/for-role'
import { useAsk } from '../app/office'
import { Ledger } from '../components/ledger'
import { Mark } from '../components/mark'
import { Page } from '../components/page'
import { Section } from '../components/section'
import { whenOf } from '../components/when'
import { taskInWords, words } from '../words/en'
import { slotInWords } from '../words/en/tasks'
import { LimitPanel } from './limit-panel'
import { QueueName, QueueTools, useQueueTools } from './queue-tools'
import classes from './queues.module.css'

const text = words.tasks.queues
const figures = new Intl.NumberFormat(words.locale)

/** How long each line is, how old its oldest task, and what each slot does at this moment. */
export function Queues() {
  const about = useAsk('system.about', {})
  const queues = useAsk('queues.list', {}).data?.items ?? []
  const stats = useAsk('inspect.stats', {}).data
  const active = useAsk('inspect.active', {}).data?.items ?? []
  const now = useOfficeClock(about.data?.now)
  const zone = about.data?.zone
  const tools = useQueueTools()
  if (!zone || !stats) return null
  const all = (of: 'ready' | 'running') => queues.reduce((sum, queue) => sum + queue[of], 0)
  return (
    <Page
      folio={whenOf(now.toISOString(), zone, now)}
      title={text.title}
      note={
        <>
          <a href="#/tasks">{words.tasks.title}</a> / {text.summary(all('ready'), all('running'))}
        </>
      }
      aside={
        tools.limited && <LimitPanel key={tools.limited} name={tools.limited} queues={queues} close={tools.leave} />
      }
    >
      {tools.notice}
      <Section title={text.queues} count={queues.length}>
        <Ledger className={classes.queues ?? ''} aria-label={text.queues}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.columns.priority}</Table.Th>
              <Table.Th>{text.columns.name}</Table.Th>
              <Table.Th data-number w={96}>
                {text.columns.running}
              </Table.Th>
              <Table.Th data-number w={96}>
                {text.columns.ready}
              </Table.Th>
              <Table.Th data-number w={112}>
                {text.columns.oldest}
              </Table.Th>
              <Table.Th data-number w={96}>
                {text.columns.waiting}
              </Table.Th>
              <Table.Th w={tools.limited ? 16 : 304}>
                <VisuallyHidden>{text.columns.actions}</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {queues.map((queue) => (
              <Table.Tr key={queue.name}>
                <Table.Td>{queue.priority}</Table.Td>
                <Table.Td>
                  <QueueName queue={queue} when={(iso) => whenOf(iso, zone, now)} />
                </Table.Td>
                <Table.Td data-number>{figureOf(queue.running)}</Table.Td>
                <Table.Td data-number>{figureOf(queue.ready)}</Table.Td>
                <Table.Td data-number data-quiet>
                  {queue.oldest_at ? whenOf(queue.oldest_at, zone, now) : text.none}
                </Table.Td>
                <Table.Td data-number>{figureOf(queue.waiting)}</Table.Td>
                <Table.Td>
                  {!tools.limited && (
                    <ForRole needed="manager">
                      <QueueTools queue={queue} tools={tools} />
                    </ForRole>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Ledger>
      </Section>
      <Section title={text.slots} count={stats.slots.length}>
        <Ledger aria-label={text.slots}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.slotColumns.name}</Table.Th>
              <Table.Th>{text.slotColumns.does}</Table.Th>
              <Table.Th>{text.slotColumns.kind}</Table.Th>
              <Table.Th data-number>{text.slotColumns.done}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {stats.slots.map((slot) => (
              <Table.Tr key={slot.name}>
                <Table.Td>{slotInWords(slot.name)}</Table.Td>
                <Table.Td>
                  {slot.running.length === 0 ? (
                    <Mark state="waiting" word={slot.state === 'starting' ? text.starting : text.idle} />
                  ) : (
                    <Running ids={slot.running} nameOf={(id) => active.find((task) => task.task_id === id)?.task} />
                  )}
                </Table.Td>
                <Table.Td data-quiet>{text.lanes[slot.lane]}</Table.Td>
                <Table.Td data-number>{figures.format(slot.tasks_done)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Ledger>
      </Section>
    </Page>
  )
}

const figureOf = (n: number) => (n === 0 ? text.none : figures.format(n))

/** The first task of a slot by name; how many more have been handed to it. */
function Running({ ids, nameOf }: { ids: string[]; nameOf: (id: string) => string | undefined }) {
  const [first = '', ...more] = ids
  const name = nameOf(first)
  return (
    <>
      <a href={`#/tasks/${first}`}>{name ? taskInWords(name) : words.tasks.by.task(first)}</a>
      {more.length > 0 && ` + ${more.length}`}
    </>
  )
}
