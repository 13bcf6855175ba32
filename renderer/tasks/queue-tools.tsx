import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../jobs/api/contract'
import { useAct } from '../app/office'
import { Mark } from '../components/mark'
import { ReasonLine, Refusal } from '../components/refusal'
import { useUserNames } from '../components/user-names'
import { words } from '../words/en'
import { limitsInWords, queueInWords } from '../words/en/tasks'
import classes from './queues.module.css'

const text = words.tasks.queues
type Queue = Output<'queues.list'>['items'][number]

/** What can be done about a queue. Emptying one is asked for twice, after saying what it does. */
export function useQueueTools() {
  const [emptied, setEmptied] = useState<Queue | null>(null)
  const [limited, setLimited] = useState<string | null>(null)
  const pause = useAct('queues.pause')
  const resume = useAct('queues.resume')
  const purge = useAct('queues.purge', {
    done: (_, { name }) => setEmptied((asked) => (asked?.name === name ? null : asked)),
  })
  const notice = (
    <>
      <Refusal error={pause.error ?? resume.error ?? purge.error} />
      {emptied && (
        <ReasonLine
          isCalm
          reason={{
            code: '',
            message: text.purgeWhat(queueInWords(emptied.name), waitingIn(emptied)),
            fix: text.purgeHow,
          }}
        >
          <Button variant="filled" loading={purge.isPending} onClick={() => purge.mutate({ name: emptied.name })}>
            {text.purgeNow}
          </Button>
          <Button onClick={() => setEmptied(null)}>{text.keep}</Button>
        </ReasonLine>
      )}
    </>
  )
  const toggle = ({ name, paused }: Queue) => (paused ? resume : pause).mutate({ name })
  const limit = ({ name }: Queue) => setLimited(name)
  return { notice, toggle, empty: setEmptied, limited, limit, leave: () => setLimited(null) }
}

const waitingIn = (queue: Queue): number => queue.ready + queue.waiting

/** A queue by what waits in it: who paused it and when, and what it is held to. */
export function QueueName({ queue, when }: { queue: Queue; when: (iso: string) => string }) {
  const nameOf = useUserNames()
  const by = nameOf(queue.paused_by?.split(':')[1] ?? '')
  const limits = limitsInWords(queue)
  return (
    <div className={classes.name}>
      <a href={`#/tasks?queue=${encodeURIComponent(queue.name)}`}>{queueInWords(queue.name)}</a>
      {queue.paused && <Mark state="paused" word={text.pausedBy(by, queue.paused_at && when(queue.paused_at))} />}
      {limits && <span className={classes.limits}>{limits}</span>}
    </div>
  )
}

type Tools = Pick<ReturnType<typeof useQueueTools>, 'toggle' | 'empty' | 'limit'>

export function QueueTools({ queue, tools }: { queue: Queue; tools: Tools }) {
  const name = queueInWords(queue.name)
  return (
    <div className={classes.buttons}>
      {waitingIn(queue) > 0 && (
        <Button size="compact-sm" aria-label={text.purgeOf(name)} onClick={() => tools.empty(queue)}>
          {text.purge}
        </Button>
      )}
      <Button
        size="compact-sm"
        aria-label={queue.paused ? text.resumeOf(name) : text.pauseOf(name)}
        onClick={() => tools.toggle(queue)}
      >
        {queue.paused ? text.resume : text.pause}
      </Button>
      <Button size="compact-sm" aria-label={text.limitOf(name)} onClick={() => tools.limit(queue)}>
        {text.limit}
      </Button>
    </div>
  )
}
