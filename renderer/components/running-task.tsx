import { Button } from '@mantine/core'
import { ForRole } from '../app/lock/for-role'
import { useAct, useAsk } from '../app/office'
import { taskInWords, words } from '../words/en'
import { ProgressLine } from './progress-line'
import { RefusedLine } from './refused-line'
import classes from './running-task.module.css'

/** A task of this page while it goes on: its progress, leaving and cancelling. Nothing once it has ended well. */
export function RunningTask({ id }: { id: string }) {
  const task = useAsk('tasks.get', { id: Number(id) }).data
  const revoke = useAct('tasks.revoke')
  if (!task) return null
  if (task.ready) {
    if (!task.error) return null
    return (
      <div className={classes.running}>
        <p className={classes.what}>{words.runningTask.ended(taskInWords(task.task))}</p>
        <p>{task.error.message}</p>
        <p className={classes.quiet}>{task.error.fix}</p>
        <a href={`#/tasks/${id}`}>{words.runningTask.task(id)}</a>
      </div>
    )
  }
  const { current, total, status } = task.progress ?? { current: 0, total: 0, status: words.runningTask.begins }
  return (
    <div className={classes.running} role="status">
      <p className={classes.what}>{words.runningTask.runs(taskInWords(task.task))}</p>
      {total > 0 ? (
        <ProgressLine done={current} of={total} unit="" left={status} name={taskInWords(task.task)} />
      ) : (
        <p className={classes.quiet}>{status}</p>
      )}
      <p className={classes.quiet}>{words.runningTask.leave}</p>
      <ForRole needed="manager">
        <Button loading={revoke.isPending} onClick={() => revoke.mutate({ id: Number(id), terminate: true })}>
          {words.runningTask.stop}
        </Button>
      </ForRole>
      <RefusedLine error={revoke.error} />
    </div>
  )
}
