import type { Output } from '../../jobs/api/contract'
import { Empty } from '../components/empty'
import { Entry } from '../components/entry'
import { Mark, type MarkName } from '../components/mark'
import { Section } from '../components/section'
import { taskInWords, words } from '../words/en'

type Task = Output<'tasks.list'>['items'][number]

const marks: Record<Task['state'], MarkName> = {
  PENDING: 'waiting',
  STARTED: 'running',
  PROGRESS: 'running',
  RETRY: 'retrying',
  SUCCESS: 'done',
  FAILURE: 'failed',
  REVOKED: 'skipped',
  EXPIRED: 'skipped',
}

/** What has ended, newest first; a reason stands with what to do about it. */
export function LastTasks({ tasks, when }: { tasks: Task[]; when: (iso: string) => string }) {
  const [what, how] = words.nothingYet
  return (
    <Section title={words.last} count={tasks.length}>
      {tasks.length === 0 ? (
        <Empty what={what} how={how} />
      ) : (
        <ul>
          {tasks.map((task) => (
            <Entry
              key={task.task_id}
              at={when(task.finished_at ?? task.created_at)}
              mark={<Mark state={marks[task.state]} word={words.states[task.state]} />}
              what={taskInWords(task.task)}
              why={
                task.error ? `${task.error.message} ${task.error.fix}` : `${words.task} ${task.task_id}, ${task.task}`
              }
            />
          ))}
        </ul>
      )}
    </Section>
  )
}
