import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../jobs/api/contract'
import { useAct } from '../app/office'
import { Mark } from '../components/mark'
import { ReasonLine, Refusal } from '../components/refusal'
import { words } from '../words/en'

const text = words.tasks.queues
type Queue = Output<'queues.list'>['items'][number]

/** What can be done about a queue. Emptying one is asked for twice, after saying what it does. */
export function useQueueTools() {
  const [emptied, setEmptied] = useState<Queue | null>(null)
  const pause = useAct('queues.pause')
  const resume = useAct('queues.resume')
  const purge = useAct('queues.purge', { done: () => setEmptied(null) })
  const notice = (
    <>
      <Refusal error={pause.error ?? resume.error ?? purge.error} />
      {emptied && (
        <ReasonLine
          isCalm
          reason={{ code: '', message: text.purgeWhat(emptied.name, waitingIn(emptied)), fix: text.purgeHow }}
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
  return { notice, toggle, empty: setEmptied }
}

const waitingIn = (queue: Queue): number => queue.ready + queue.waiting

export function QueueName({ queue }: { queue: Queue }) {
  return (
    <>
      <a href={`#/tasks?queue=${encodeURIComponent(queue.name)}`}>{queue.name}</a>{' '}
      {queue.paused && <Mark state="paused" word={text.paused} />}
    </>
  )
}

type Tools = Pick<ReturnType<typeof useQueueTools>, 'toggle' | 'empty'>

export function QueueTools({ queue, tools }: { queue: Queue; tools: Tools }) {
  return (
    <Group gap="xs" justify="flex-end" wrap="nowrap">
      {waitingIn(queue) > 0 && (
        <Button size="compact-sm" aria-label={text.purgeOf(queue.name)} onClick={() => tools.empty(queue)}>
          {text.purge}
        </Button>
      )}
      <Button
        size="compact-sm"
        aria-label={queue.paused ? text.resumeOf(queue.name) : text.pauseOf(queue.name)}
        onClick={() => tools.toggle(queue)}
      >
        {queue.paused ? text.resume : text.pause}
      </Button>
    </Group>
  )
}
