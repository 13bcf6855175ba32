import { recordAudit } from '../../shared/audit'
import { isPassphrase } from '../../shared/users/passphrase'
import { tryPassphrase } from '../../shared/users/try-passphrase'
import { listUsers, needUser, soleUser } from '../../shared/users/users'
import { Problem } from '../../values/problem'
import type { userContract } from '../contract/users'
import type { Caller, HandlersOf, Office } from '../office'
import { holderOf, locksAt, SESSION_CHANGED } from '../session'

type SessionContract = Pick<typeof userContract, Extract<keyof typeof userContract, `session.${string}`>>

export const sessionHandlers: HandlersOf<SessionContract> = {
  'session.current': (office, _input, caller) => view(office, caller),

  async 'session.unlock'(office, { user: id, passphrase }, caller) {
    const session = needSession(caller)
    const user = needUser(office.db, id)
    const { name } = user
    if (user.disabled === 1) throw new Problem('user.disabled', { name }, { kind: 'forbidden' })
    const stored = user.passphrase
    if (stored === null) throw new Problem('user.no_passphrase', { name }, { kind: 'forbidden' })
    const wrong = (when: string) => new Problem('user.wrong_passphrase', { name, when }, { kind: 'forbidden' })
    await tryPassphrase(office, { userId: id, purpose: 'unlock', wrong }, async () =>
      (await isPassphrase(passphrase, stored)) ? true : null,
    )
    session.holder = { userId: id, proof: stored }
    session.usedAt = office.clock.now()
    await office.engine.write(`user:${id}`, (write) => {
      recordAudit(write, { action: 'session.unlocked', entity: `user:${id}` })
      write.emit(SESSION_CHANGED)
    })
    return view(office, caller)
  },

  async 'session.lock'(office, _input, caller) {
    needSession(caller).holder = null
    await office.engine.write(caller.actor, (write) => write.emit(SESSION_CHANGED))
    return view(office, caller)
  },

  'session.stay': (office, _input, caller) => view(office, caller),
}

function needSession({ session }: Caller) {
  if (!session) throw new Problem('session.none', {}, { kind: 'conflict' })
  return session
}

function view(office: Office, { session, actor, role, name }: Caller) {
  const canLock = session !== undefined && soleUser(office.db) === null
  if (!session) {
    const user = { id: Number(actor.replace('user:', '')), name, role }
    return { locked: false, user, users: [], can_lock: canLock, locks_in_seconds: null }
  }
  const user = holderOf(office, session)
  if (!user) {
    const users = listUsers(office.db)
      .filter((one) => one.disabled === 0)
      .map((one) => ({ id: one.id, name: one.name }))
    return { locked: true, user: null, users, can_lock: canLock, locks_in_seconds: null }
  }
  const end = locksAt(office, session)
  return {
    locked: false,
    user: { id: user.id, name: user.name, role: user.role },
    users: [],
    can_lock: canLock,
    locks_in_seconds: end === null ? null : Math.max(0, Math.ceil((end - office.clock.now()) / 1000)),
  }
}
