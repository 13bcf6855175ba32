import type { Output } from '../../jobs/api/contract'
import { Empty } from '../components/empty'
import { Entry } from '../components/entry'
import { Mark } from '../components/mark'
import { ProgressLine } from '../components/progress-line'
import { Section } from '../components/section'
import { taskInWords, words } from '../words/en'

type Task = Output<'inspect.active'>['items'][number]

export function RunningTasks({ tasks, when }: { tasks: Task[]; when: (iso: string) => string }) {
  const [what, how] = words.nothingRuns
  return (
    <Section title={words.running} count={tasks.length}>
      {tasks.length === 0 ? (
        <Empty what={what} how={how} />
      ) : (
        <ul>
          {tasks.map((task) => (
            <Entry
              key={task.task_id}
              at={task.started_at ? when(task.started_at) : ''}
              mark={<Mark state="running" />}
              what={taskInWords(task.task)}
              why={task.progress ? <Progress task={task} /> : task.task}
            />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Progress({ task }: { task: Task }) {
  const { current, total, status } = task.progress ?? { current: 0, total: 0, status: '' }
  if (total === 0) return status
  return <ProgressLine done={current} of={total} unit="" left={status} name={taskInWords(task.task)} />
}
