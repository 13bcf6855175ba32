import type { Output } from '../../jobs/api/contract'
import { Mark } from '../components/mark'
import { words } from '../words/en'
import classes from './status-line.module.css'

type StatusLineProps = {
  health: Output<'system.health'> | undefined
  running: number
  about: Output<'system.about'>
  /** Of the office, now. */
  time: string
}

/** What the office does by itself, always in sight; on the right which Daybook this is and the office's time. */
export function StatusLine({ health, running, about, time }: StatusLineProps) {
  const slots = health?.stats.slots ?? []
  const alive = slots.filter((slot) => slot.state === 'idle' || slot.state === 'busy').length
  const waiting = (health?.stats.tasks.ready ?? 0) + (health?.stats.tasks.waiting ?? 0)
  return (
    <div className={classes.line}>
      <span className={classes.item}>
        {health?.status === 'degraded' ? (
          <Mark state="needs" word={words.needsYou} />
        ) : running > 0 ? (
          <Mark state="running" word={words.working} />
        ) : (
          <Mark state="done" word={words.ready} />
        )}
        <span className={classes.more}>
          {words.slots(alive, slots.length)}, {words.waiting(waiting)}
        </span>
      </span>
      <span className={classes.who}>
        Daybook {about.version}, {about.runtime}
      </span>
      <span className={classes.item}>{words.officeTime(time, about.zone)}</span>
    </div>
  )
}
