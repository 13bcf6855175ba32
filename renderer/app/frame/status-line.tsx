import { Mark } from '../../components/mark'
import { whenOf } from '../../components/when'
import { words } from '../../words/en'
import { useOfficeClock } from '../live'
import { WhoIsHere } from '../lock/who-is-here'
import { useAsk } from '../office'
import classes from './status-line.module.css'

/** What the office does by itself, always in sight; on the right which Daybook this is and the office's time. */
export function StatusLine() {
  const about = useAsk('system.about', {}).data
  const health = useAsk('system.health', {}).data
  const running = useAsk('inspect.active', {}).data?.items.length ?? 0
  const now = useOfficeClock(about?.now)
  if (!about) return null
  const time = whenOf(now.toISOString(), about.zone, now)
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
      <WhoIsHere />
      <span className={classes.item}>{words.officeTime(time, about.zone)}</span>
    </div>
  )
}
