import { Button, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { type FormEvent, useRef, useState } from 'react'
import type { Output } from '../../jobs/api/contract'
import { useAct } from '../app/office'
import { Said } from '../components/said'
import { PanelTitle, SidePanel } from '../components/side-panel'
import { takeFocus } from '../components/take-focus'
import { isSame } from '../components/use-fields'
import { words } from '../words/en'
import { queueInWords } from '../words/en/tasks'
import classes from './queues.module.css'

const text = words.tasks.queues
type Queue = Output<'queues.list'>['items'][number]
type LimitPanelProps = { name: string; queues: Queue[]; close: () => void }

/** How many tasks of a queue run at once and how fast they start; an empty field is no limit. */
export function LimitPanel({ name, queues, close }: LimitPanelProps) {
  const queue = queues.find((one) => one.name === name)
  useHotkeys([['Escape', close]], [])
  return (
    <SidePanel label={text.limitOf(queueInWords(name))}>
      <PanelTitle title={queueInWords(name)} note={text.limitNote} />
      {queue && <LimitForm queue={queue} close={close} />}
    </SidePanel>
  )
}

/** Else “two” would go over the wire as null, which is no limit at all. */
const isCount = (typed: string) => /^\d*$/.test(typed.trim())

function LimitForm({ queue, close }: { queue: Queue; close: () => void }) {
  const [atOnce, typeAtOnce] = useState(String(queue.max_running ?? ''))
  const [tasks, typeTasks] = useState(String(queue.rate?.tasks ?? ''))
  const [seconds, typeSeconds] = useState(String(queue.rate?.seconds ?? 60))
  const [wrong, setWrong] = useState<string[]>([])
  const sent = useRef<string[]>([])
  const wrongWith = (typed: string) => wrong.includes(typed) && text.notCount(typed)
  const limit = useAct('queues.limit', {
    onScreen: () => isSame([atOnce, tasks, seconds], sent.current) && close(),
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    const wrong = [atOnce, tasks, ...(tasks.trim() === '' ? [] : [seconds])].filter((typed) => !isCount(typed))
    setWrong(wrong)
    if (wrong.length > 0) return
    sent.current = [atOnce, tasks, seconds]
    const rate = tasks.trim() === '' ? null : { tasks: Number(tasks), seconds: Number(seconds) }
    limit.mutate({ name: queue.name, max_running: atOnce.trim() === '' ? null : Number(atOnce), rate })
  }
  return (
    <form className={classes.form} onSubmit={send}>
      <TextInput
        label={text.atOnce}
        inputMode="numeric"
        value={atOnce}
        error={wrongWith(atOnce)}
        ref={takeFocus}
        onChange={(event) => typeAtOnce(event.currentTarget.value)}
      />
      <TextInput
        label={text.rateTasks}
        inputMode="numeric"
        value={tasks}
        error={wrongWith(tasks)}
        onChange={(event) => typeTasks(event.currentTarget.value)}
      />
      <TextInput
        label={text.rateSeconds}
        inputMode="numeric"
        value={seconds}
        error={wrongWith(seconds)}
        onChange={(event) => typeSeconds(event.currentTarget.value)}
      />
      <Said error={limit.error} />
      <div>
        <Button type="submit" variant="filled" disabled={limit.isPending}>
          {text.saveLimit}
        </Button>{' '}
        <Button onClick={close}>{text.leave}</Button>
      </div>
    </form>
  )
}
