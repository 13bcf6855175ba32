import { Button } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { ForRole } from '../app/lock/for-role'
import { useAct } from '../app/office'
import { Entry } from '../components/entry'
import { Mark } from '../components/mark'
import { ProgressLine } from '../components/progress-line'
import { Section } from '../components/section'
import { taskInWords, words } from '../words/en'

type Task = Output<'today.read'>['running'][number]
type RunningProps = { tasks: Task[]; now: Date; when: (iso: string) => string }

const { today } = words

/** What runs now, how far it is, and the time that is left. */
export function RunningTasks({ tasks, now, when }: RunningProps) {
  return (
    <Section title={today.running} count={tasks.length}>
      <ul>
        {tasks.map((task) => (
          <RunningTask key={task.task_id} task={task} now={now} when={when} />
        ))}
      </ul>
    </Section>
  )
}

function RunningTask({ task, now, when }: { task: Task; now: Date; when: (iso: string) => string }) {
  const stop = useAct('tasks.revoke')
  const isStopping = task.revoking || stop.isPending
  return (
    <Entry
      at={task.started_at ? when(task.started_at) : ''}
      mark={<Mark state="running" />}
      what={<a href={`#/tasks/${task.task_id}`}>{taskInWords(task.task)}</a>}
      why={stop.error ? stop.error.message : <Progress task={task} now={now} />}
      actions={
        <ForRole needed="manager">
          <Button
            variant="subtle"
            disabled={isStopping}
            onClick={() => stop.mutate({ id: Number(task.task_id), terminate: true })}
          >
            {isStopping ? today.stopping : today.stop}
          </Button>
        </ForRole>
      }
    />
  )
}

function Progress({ task, now }: { task: Task; now: Date }) {
  if (!task.progress) return task.task
  const { current, total, status } = task.progress
  if (total === 0) return status || task.task
  const left = [status, timeLeft(task, now)].filter(Boolean).join(', ')
  return <ProgressLine done={current} of={total} unit="" left={left} name={taskInWords(task.task)} />
}

/** At the pace so far; nothing is said before a tenth is done or five seconds have passed. */
function timeLeft({ progress, started_at }: Task, now: Date): string {
  if (!progress || !started_at || progress.current <= 0) return ''
  const seconds = (now.getTime() - Date.parse(started_at)) / 1000
  if (seconds < 5 && progress.current < progress.total / 10) return ''
  return today.left((seconds / progress.current) * Math.max(0, progress.total - progress.current))
}
