import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../jobs/api/contract'
import { useMay } from '../app/lock/use-session'
import { useAct } from '../app/office'
import { ReasonLine, Refusal } from '../components/refusal'
import { words } from '../words/en'
import { PutOff } from './put-off'
import { RunChanged } from './run-changed'

const text = words.tasks.page
type Task = Output<'tasks.get'>

/** What can be done about a task now. Ending one that runs is asked for twice, after saying what it does. */
export function useTaskTools(id: string, task: Task | undefined) {
  const [asked, ask] = useState<{ deed: 'stop' | 'putOff'; at: number } | null>(null)
  const [isChanging, setChanging] = useState(false)
  const retry = useAct('tasks.retry')
  const snooze = useAct('tasks.snooze', { done: () => ask(null) })
  const revoke = useAct('tasks.revoke', { done: () => ask(null) })
  const again = useAct('tasks.rerun', { goTo: ({ task_id }) => `#/tasks/${task_id}` })
  const mayAct = useMay('manager')
  if (!task || !mayAct) return { tools: null, notice: null }
  const runs = task.state === 'STARTED' || task.state === 'PROGRESS'
  // A question is about this attempt: it does not come up by itself over a later one.
  const at = task.attempts.length
  const isAsked = (deed: 'stop' | 'putOff') => asked?.deed === deed && asked.at === at
  const canRetry = task.ready && task.state !== 'SUCCESS'
  const tools = (
    <>
      {canRetry && (
        <Button variant="filled" loading={retry.isPending} onClick={() => retry.mutate({ id })}>
          {text.retry}
        </Button>
      )}
      {task.ready && (
        <Button loading={again.isPending} onClick={() => again.mutate({ id })}>
          {text.again}
        </Button>
      )}
      {task.ready && <Button onClick={() => setChanging(true)}>{text.change}</Button>}
      {!task.ready && !runs && <Button onClick={() => ask({ deed: 'putOff', at })}>{text.putOff}</Button>}
      {!task.ready && !runs && (
        <Button loading={revoke.isPending} onClick={() => revoke.mutate({ id })}>
          {text.takeBack}
        </Button>
      )}
      {runs && !task.revoking && <Button onClick={() => ask({ deed: 'stop', at })}>{text.stop}</Button>}
    </>
  )
  const notice = (
    <>
      <Refusal error={retry.error ?? revoke.error ?? again.error ?? snooze.error} />
      {isChanging && <RunChanged key={id} task={task} leave={() => setChanging(false)} />}
      {!task.ready && !runs && isAsked('putOff') && (
        <ReasonLine isCalm reason={{ code: '', message: text.putOffWhat, fix: text.putOffHow }}>
          <PutOff
            isBusy={snooze.isPending}
            choose={(later) => snooze.mutate({ id, ...later })}
            leave={() => ask(null)}
          />
        </ReasonLine>
      )}
      {runs && isAsked('stop') && (
        <ReasonLine isCalm reason={{ code: '', message: text.stopWhat, fix: text.stopHow }}>
          <Button variant="filled" loading={revoke.isPending} onClick={() => revoke.mutate({ id, terminate: true })}>
            {text.stopNow}
          </Button>
          <Button onClick={() => ask(null)}>{text.leave}</Button>
        </ReasonLine>
      )}
    </>
  )
  return { tools, notice }
}
