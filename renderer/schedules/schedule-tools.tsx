import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMay } from '../app/lock/use-session'
import { useAct } from '../app/office'
import { ReasonLine, Refusal } from '../components/refusal'
import { words } from '../words/en'
import classes from './edit-schedule.module.css'
import { restOf } from './in-words'
import { ownerOf, type Schedule } from './outcomes'

const text = words.schedules.page

/** What can be done about a schedule at once. Deleting cannot be undone, so it is asked for twice. */
export function useScheduleTools(schedule: Schedule | undefined) {
  const [isDeleting, setDeleting] = useState(false)
  const run = useAct('schedules.run')
  const toggle = useAct('schedules.change')
  const remove = useAct('schedules.delete', { goTo: () => '#/schedules' })
  const mayChange = useMay('manager')
  if (!schedule) return { tools: null, notice: null }
  const { id, enabled } = schedule
  const resting = restOf(schedule)
  const isOwn = ownerOf(schedule) === 'own'
  const isOver = ownerOf(schedule) === 'rule' && resting?.code === 'schedule.once_done' // nobody has to do anything about it
  const tools = mayChange && (
    <>
      <Button loading={run.isPending} onClick={() => run.mutate({ id })}>
        {words.schedules.runNow}
      </Button>
      {resting?.code !== 'schedule.once_done' && (
        <Button loading={toggle.isPending} onClick={() => toggle.mutate({ id, enabled: !enabled })}>
          {enabled ? words.schedules.pause : words.schedules.resume}
        </Button>
      )}
      {isOwn && <Button onClick={() => setDeleting(true)}>{text.remove}</Button>}
    </>
  )
  const notice = (
    <>
      <Refusal error={toggle.error ?? remove.error ?? run.error} />
      {isOwn && isDeleting && (
        <ReasonLine isCalm reason={{ code: '', message: text.removeWhat, fix: text.removeHow }}>
          <Button variant="filled" loading={remove.isPending} onClick={() => remove.mutate({ id })}>
            {text.removeNow}
          </Button>
          <Button onClick={() => setDeleting(false)}>{text.keep}</Button>
        </ReasonLine>
      )}
      {run.data && (
        <p className={classes.quiet} role="status">
          {text.started(run.data.task_id)} <a href={`#/tasks/${run.data.task_id}`}>{text.seeTask}</a>
        </p>
      )}
      {resting && !isOver && <ReasonLine isCalm reason={resting} />}
    </>
  )
  return { tools, notice }
}
