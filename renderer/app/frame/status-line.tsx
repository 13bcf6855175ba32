import { Icon } from '../../components/icons'
import { Mark } from '../../components/mark'
import { whenOf } from '../../components/when'
import { words } from '../../words/en'
import { useOfficeClock } from '../live'
import { useMay } from '../lock/use-session'
import { WhoIsHere } from '../lock/who-is-here'
import { useAsk } from '../office'
import classes from './status-line.module.css'

const { status } = words.frame

/** What the office does by itself, always in sight: engine, backup, outbox; on the right which Daybook and when. */
export function StatusLine() {
  const about = useAsk('system.about', {}).data
  const health = useAsk('system.health', {}).data
  const today = useAsk('today.read', {}).data
  const mayOpenOutbox = useMay('clerk')
  const now = useOfficeClock(today?.now ?? about?.now)
  if (!about || !today) return null
  const when = (iso: string) => whenOf(iso, about.zone, now)
  const slots = health?.stats.slots ?? []
  const alive = slots.filter((slot) => slot.state === 'idle' || slot.state === 'busy').length
  const { outbox, backup } = today
  const inOutbox = outbox.held + outbox.going_out + outbox.unknown + outbox.failed
  return (
    <div className={classes.line}>
      <a
        className={classes.item}
        href="#/tasks"
        title={slots.length > 0 ? words.slots(alive, slots.length) : undefined}
      >
        {health?.status === 'degraded' ? (
          <Mark state="needs" word={words.needsYou} />
        ) : today.running.length > 0 ? (
          <Mark state="running" word={words.working} />
        ) : (
          <Mark state="done" word={words.ready} />
        )}
        <span className={classes.more}>
          {words.atWork(today.running.length)}, {words.waiting(today.waiting)}
        </span>
      </a>
      <a className={classes.item} href="#/settings/backup">
        <Icon name="backup" />
        {backup.last_at ? status.backup(when(backup.last_at)) : status.noBackup}
        {backup.last_at && <span className={classes.more}>{status.verified}</span>}
      </a>
      <a className={classes.item} {...(mayOpenOutbox ? { href: '#/outbox' } : {})}>
        <Icon name="outbox" />
        {inOutbox === 0 ? status.outboxEmpty : status.outbox(inOutbox)}
        <span className={classes.more}>{status.outboxMore(outbox)}</span>
      </a>
      <span className={classes.who}>
        Daybook {about.version}, {about.runtime}
      </span>
      <WhoIsHere />
      <span className={classes.item}>{words.officeTime(when(now.toISOString()), about.zone)}</span>
    </div>
  )
}
