import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../jobs/api/contract'
import { useAct, useAsk } from '../app/office'
import { Refusal } from '../components/refusal'
import { Section } from '../components/section'
import { words } from '../words/en'
import { argsOf, missingOf, type Typed, typedOf } from './arguments'
import { TaskFields } from './task-fields'
import classes from './task-fields.module.css'
import { nameInWords } from './values'

const text = words.tasks.page

type RunChangedProps = { task: Output<'tasks.get'>; leave: () => void }

/** The same task once more, with arguments that are changed first; the one that ran stays as it is. */
export function RunChanged({ task, leave }: RunChangedProps) {
  const tasks = useAsk('inspect.registered', {}).data?.items ?? []
  const [typed, setTyped] = useState<Typed>(() => typedOf((task.args ?? {}) as Record<string, unknown>))
  const run = useAct('tasks.rerun', {
    goTo: ({ task_id }) => {
      leave()
      return `#/tasks/${task_id}`
    },
  })
  const known = tasks.find((one) => one.task === task.task)?.arguments ?? []
  const missing = missingOf(known, typed)
  const start = () => run.mutate({ id: task.task_id, args: argsOf(known, typed) })
  return (
    <Section title={text.changed}>
      <Refusal error={run.error} />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (missing.length === 0) start()
        }}
      >
        <TaskFields
          tasks={tasks}
          task={task.task}
          isFixed
          typed={typed}
          chooseTask={() => undefined}
          type={(patch) => setTyped((before) => ({ ...before, ...patch }))}
        />
        <div className={classes.buttons}>
          <Button type="submit" variant="filled" disabled={missing.length > 0} loading={run.isPending}>
            {text.runChanged}
          </Button>
          <Button onClick={leave}>{text.leaveChanges}</Button>
          {missing.length > 0 && words.schedules.page.stillNeeded(missing.map(nameInWords))}
        </div>
      </form>
    </Section>
  )
}
