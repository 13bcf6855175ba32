import { Select, TextInput } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { taskInWords, words } from '../words/en'
import type { Typed } from './arguments'
import classes from './task-fields.module.css'
import { nameInWords } from './values'

const text = words.schedules.page

type TaskFieldsProps = {
  tasks: Output<'inspect.registered'>['items']
  task: string
  /** The task stays: the schedule comes with Daybook. */
  isFixed: boolean
  typed: Typed
  chooseTask: (task: string) => void
  type: (patch: Typed) => void
}

/** What is to be done, out of everything the office can do, and with what. */
export function TaskFields({ tasks, task, isFixed, typed, chooseTask, type }: TaskFieldsProps) {
  const known = tasks.find((one) => one.task === task)?.arguments ?? []
  const options = tasks.map((one) => ({ value: one.task, label: taskInWords(one.task) }))
  return (
    <>
      <div className={classes.fields}>
        <Select
          label={text.task}
          placeholder={text.chooseTask}
          data={options.sort((a, b) => a.label.localeCompare(b.label))}
          value={task || null}
          disabled={isFixed}
          searchable
          allowDeselect={false}
          onChange={(value) => value && chooseTask(value)}
        />
        {known.map(({ name, isRequired, kind, choices }) => {
          const shared = { label: nameInWords(name), required: isRequired, withAsterisk: isRequired }
          const values = kind === 'yes_no' ? ['true', 'false'] : choices
          return values.length > 0 ? (
            <Select
              key={name}
              {...shared}
              data={values}
              value={typed[name] || null}
              clearable={!isRequired}
              onChange={(value) => type({ [name]: value ?? '' })}
            />
          ) : (
            <TextInput
              key={name}
              {...shared}
              value={typed[name] ?? ''}
              onChange={(event) => type({ [name]: event.currentTarget.value })}
            />
          )
        })}
      </div>
      {task !== '' && known.length === 0 && <p className={classes.quiet}>{text.needsNothing}</p>}
    </>
  )
}
