import { words } from '../../words/en'
import { roleWords } from '../../words/en/users'
import { useAct } from '../office'
import { useSaySession, useSession } from './use-session'
import classes from './who-is-here.module.css'

/** On the status line: who works here, and the lock. Nothing while the office has a single user. */
export function WhoIsHere() {
  const session = useSession().data
  const lock = useAct('session.lock', { done: useSaySession() })
  if (!session?.can_lock || !session.user) return null
  const { name, role } = session.user
  return (
    <span className={classes.who}>
      <a className={classes.link} href="#/settings/passphrase" title={words.lock.own}>
        {words.lock.here(name, roleWords[role][0])}
      </a>
      <button type="button" className={classes.link} onClick={() => lock.mutate({})}>
        {words.lock.lock}
      </button>
    </span>
  )
}
