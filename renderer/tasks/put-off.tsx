import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useOfficeClock } from '../app/live'
import { useAsk } from '../app/office'
import { instantOf, wallOf } from '../components/wall-time'
import { words } from '../words/en'
import classes from './put-off.module.css'

const text = words.tasks.putOff
const HOUR = 3_600
const SPANS = { hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR } as const

/** For so many seconds, or until an instant. */
export type Later = { seconds: number } | { until: string }

type PutOffProps = { isBusy: boolean; choose: (later: Later) => void; leave: () => void }

/** For how long a task that waits is put off: a span, or a day and time on the office's clock. */
export function PutOff({ isBusy, choose, leave }: PutOffProps) {
  const about = useAsk('system.about', {}).data
  const now = useOfficeClock(about?.now)
  const [wall, type] = useState('')
  const [passed, setPassed] = useState<string | null>(null)
  if (!about) return null
  const { zone } = about
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const until = instantOf(wall, zone)
    if (Date.parse(until) > now.getTime()) choose({ until })
    else setPassed(text.passed(wall.replace('T', ' '), wallOf(now.toISOString(), zone).replace('T', ' ')))
  }
  return (
    <>
      {(['hour', 'day', 'week'] as const).map((span) => (
        <Button key={span} disabled={isBusy} onClick={() => choose({ seconds: SPANS[span] })}>
          {text.spans[span]}
        </Button>
      ))}
      <form className={classes.until} onSubmit={submit}>
        <TextInput
          type="datetime-local"
          aria-label={text.until(zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone)}
          error={passed}
          value={wall}
          onChange={({ currentTarget: { value } }) => {
            setPassed(null)
            type(value)
          }}
        />
        <Button type="submit" disabled={isBusy || wall === ''}>
          {text.untilThen}
        </Button>
      </form>
      <Button variant="subtle" onClick={leave}>
        {text.leave}
      </Button>
    </>
  )
}
