import { useAsk } from '../app/office'
import { Mark } from '../components/mark'
import { RunningTask } from '../components/running-task'
import { words } from '../words/en'
import classes from './tasks.module.css'

const text = words.tasks.bulk

/** What one deed on many tasks does, while it goes on, and what it did: how many it changed and how many it left. */
export function BulkOutcome({ id }: { id: string }) {
  const task = useAsk('tasks.get', { id: Number(id) }).data
  const did = task?.successful ? readOutcome(task.result) : null
  if (!did) return <RunningTask id={id} />
  const left = did.found - did.done
  return (
    <p className={classes.outcome} role="status">
      <Mark state={left > 0 ? 'needs' : 'done'} word={text.did[did.action] ?? text.done} />
      <span>
        {text.counts(did.done, left)} <a href={`#/tasks/${id}`}>{text.seeTask}</a>
      </span>
    </p>
  )
}

type Did = { action: string; found: number; done: number }

/** The result of `engine.bulk`: what was asked for, how many tasks were met, and how many of them it was done to. */
function readOutcome(result: unknown): Did | null {
  if (typeof result !== 'object' || result === null) return null
  const { action, found, outcomes } = result as Record<string, unknown>
  if (typeof action !== 'string' || typeof found !== 'number') return null
  const done = typeof outcomes === 'object' && outcomes !== null ? (outcomes as Record<string, unknown>).done : 0
  return { action, found, done: typeof done === 'number' ? done : 0 }
}
