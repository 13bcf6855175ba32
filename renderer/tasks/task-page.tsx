import { useParams } from '@tanstack/react-router'
import type { Output } from '../../jobs/api/contract'
import { useOfficeClock } from '../app/live'
import { useAsk } from '../app/office'
import { Mark } from '../components/mark'
import { Page } from '../components/page'
import { ProgressLine } from '../components/progress-line'
import { ReasonLine, Refusal } from '../components/refusal'
import { Section } from '../components/section'
import { whenOf } from '../components/when'
import { taskInWords, words } from '../words/en'
import { aboutTask } from '../words/en/tasks'
import { useAskedBy } from './asked-by'
import { taskMarks } from './marks'
import { momentOf } from './moment'
import { TaskAside } from './task-aside'
import classes from './task-page.module.css'
import { useTaskTools } from './task-tools'
import { Timeline } from './timeline'
import { Values } from './values'

const text = words.tasks.page
type Task = Output<'tasks.get'>

/** One task: how it went, what it was given, what came of it, and what can be done about it. */
export function TaskPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const about = useAsk('system.about', {})
  const task = useAsk('tasks.get', { id })
  const now = useOfficeClock(about.data?.now)
  const askedBy = useAskedBy()
  const { tools, notice } = useTaskTools(id, task.data)
  const zone = about.data?.zone
  if (!zone || (!task.data && !task.error)) return null
  const back = <a href="#/tasks">{words.tasks.title}</a>
  if (!task.data)
    return (
      <Page folio={text.folio} title={text.gone} note={back}>
        <Refusal error={task.error} />
      </Page>
    )
  const by = askedBy(task.data.origin)
  const name = taskInWords(task.data.task)
  return (
    <Page
      folio={
        <>
          {text.folio}
          <br />
          {id}
        </>
      }
      title={name}
      note={
        <>
          {back} /{' '}
          {task.data.revoking
            ? text.stopping
            : task.data.ready
              ? words.states[task.data.state]
              : aboutTask(task.data) || words.states[task.data.state]}
        </>
      }
      tools={tools}
      aside={<TaskAside task={task.data} by={by} when={(iso) => whenOf(iso, zone, now)} />}
    >
      {notice}
      {task.data.error && task.data.state !== 'SUCCESS' && (
        <ReasonLine
          reason={task.data.error}
          isCalm={task.data.state !== 'FAILURE'}
          mark={<Mark state={taskMarks[task.data.state]} word={words.states[task.data.state]} />}
        />
      )}
      {task.data.waits_for && <ReasonLine isCalm reason={task.data.waits_for} />}
      <Progress task={task.data} name={name} />
      <Section title={text.timeline}>
        <Timeline task={task.data} by={by} moment={(iso) => momentOf(iso, zone, now)} />
      </Section>
      {task.data.withheld ? (
        <ReasonLine isCalm reason={task.data.withheld} />
      ) : (
        <>
          <div className={classes.pair}>
            <Section title={text.input}>
              <Values value={task.data.args} nothing={text.noInput} />
            </Section>
            <Section title={text.output} inPanel>
              <Values value={task.data.result} nothing={task.data.ready ? text.nothingCame : text.noOutput} />
            </Section>
          </div>
          <Log task={task.data} zone={zone} now={now} />
        </>
      )}
    </Page>
  )
}

function Progress({ task, name }: { task: Task; name: string }) {
  if (!task.progress || task.ready || task.progress.total === 0) return null
  const { current, total, status } = task.progress
  return (
    <Section title={text.progress}>
      <div className={classes.progress}>
        <ProgressLine done={current} of={total} unit="" left={status} name={name} />
      </div>
    </Section>
  )
}

function Log({ task, zone, now }: { task: Task; zone: string; now: Date }) {
  return (
    <Section title={text.log} count={task.log.length}>
      {task.log.length === 0 ? (
        <p className={classes.quiet}>{text.noLog}</p>
      ) : (
        <ol className={classes.log}>
          {task.log.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added at the end
            <li key={index}>
              <span className={classes.logAt}>{momentOf(line.at, zone, now)}</span>
              <span className={classes.logLine} data-level={line.level}>
                {line.text}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}
