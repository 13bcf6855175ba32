import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useAsk } from '../app/office'
import { Refusal } from '../components/refusal'
import { Section } from '../components/section'
import { words } from '../words/en'
import classes from './edit-aside.module.css'
import type { Schedule } from './outcomes'
import { givenOf, newRule } from './rule'

const text = words.schedules.why

/** Why a schedule did or did not run at a time, asked by whoever looks at it. */
export function WhyNot({ schedule }: { schedule: Schedule }) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState<string | null>(null)
  const answer = useAsk('schedules.explain', { id: schedule.id, at: at ?? '' }, { when: at !== null })
  const ask = (event: FormEvent) => {
    event.preventDefault()
    setAt(givenOf({ ...newRule, kind: 'once', onceAt: typed }, schedule.zone).once_at ?? null)
  }
  const found = answer.data
  return (
    <Section inPanel title={text.title}>
      <form className={classes.why} onSubmit={ask} data-passing>
        <TextInput
          label={text.at}
          type="datetime-local"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" disabled={typed === ''}>
          {text.ask}
        </Button>
      </form>
      <Refusal error={answer.error} inPanel />
      {found && (
        <div className={classes.answer} role="status">
          <p>
            {found.because.message} {found.because.fix}
          </p>
          {found.verdict !== 'to_come' && found.verdict !== 'not_made' && <p>{text.office[found.office.state]}</p>}
          {found.occurrence?.task_id && <a href={`#/tasks/${found.occurrence.task_id}`}>{text.seeTask}</a>}
        </div>
      )}
    </Section>
  )
}
