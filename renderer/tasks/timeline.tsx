import type { Output } from '../../jobs/api/contract'
import { Entry } from '../components/entry'
import { Mark, type MarkName } from '../components/mark'
import { words } from '../words/en'
import { spanInWords } from '../words/en/tasks'

const text = words.tasks.page

const marks: Record<string, MarkName> = {
  success: 'done',
  error: 'failed',
  lost: 'failed',
  limit: 'failed',
  stale: 'retrying',
  revoked: 'skipped',
  running: 'running',
}

type TimelineProps = { task: Output<'tasks.get'>; by: string; moment: (iso: string) => string }

/** From the wish to the end: each attempt with its slot, how long it took, and why it ended. */
export function Timeline({ task, by, moment }: TimelineProps) {
  const isLeftUndone = task.attempts.length === 0 && task.ready
  return (
    <ol>
      <Entry
        at={moment(task.created_at)}
        mark={<Mark state="waiting" word={text.askedFor} />}
        what={text.askedBy(by)}
        why={task.eta && task.attempts.length === 0 ? text.waitsUntil(moment(task.eta)) : text.inQueue(task.queue)}
      />
      {task.attempts.map((attempt) => {
        const took = attempt.finished_at
          ? spanInWords(Date.parse(attempt.finished_at) - Date.parse(attempt.started_at))
          : ''
        return (
          <Entry
            key={attempt.n}
            at={moment(attempt.started_at)}
            mark={<Mark state={marks[attempt.outcome] ?? 'waiting'} word={text.attempt(attempt.n)} />}
            what={`${text.outcomes[attempt.outcome] ?? attempt.outcome}, ${text.inSlot(attempt.slot, took)}`}
            why={attempt.error && `${attempt.error.message} ${attempt.error.fix}`}
          />
        )
      })}
      {task.state === 'RETRY' && task.eta && (
        <Entry
          at={moment(task.eta)}
          mark={<Mark state="retrying" word={text.next} />}
          what={text.nextAt(moment(task.eta))}
        />
      )}
      {isLeftUndone && (
        <Entry
          at={moment(task.finished_at ?? task.created_at)}
          mark={<Mark state="skipped" word={words.states[task.state]} />}
          what={task.state === 'EXPIRED' ? text.expired : text.takenBack}
        />
      )}
    </ol>
  )
}
