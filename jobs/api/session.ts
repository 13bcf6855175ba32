import type { OfficeEvent } from '../engine/write'
import { lockAfterMinutes } from '../shared/settings'
import { findUser, soleUser, type UserRow } from '../shared/users/users'
import { Problem } from '../values/problem'
import { type Instant, instant } from '../values/time'
import { methodOf } from './contract'
import type { Caller, Office } from './office'

/**
 * One window: a browser's cookie or a window's port. It ends with the office process, so an office of several people
 * starts locked. Nothing of the database depends on it.
 */
export type Session = {
  /** Who unlocked it, and the stored passphrase at that time: another one since then locks it. */
  holder: { userId: number; proof: string | null } | null
  /** When somebody last did something in it. */
  usedAt: Instant
}

export const openSession = (office: Office): Session => ({ holder: null, usedAt: office.clock.now() })

/** Who works in a session, as the database says it now: a changed role counts from the next call, a disabled user is out. */
export function holderOf(office: Office, session: Session): UserRow | null {
  const sole = soleUser(office.db)
  if (sole) {
    // Whoever is here when the second user is added has been the owner all the time, and goes on.
    session.holder = { userId: sole.id, proof: sole.passphrase }
    session.usedAt = office.clock.now()
    return sole
  }
  if (session.holder === null) return null
  const user = findUser(office.db, session.holder.userId)
  const holds = user && user.disabled === 0 && user.passphrase === session.holder.proof
  const end = locksAt(office, session)
  if (holds && (end === null || office.clock.now() < end)) return user
  session.holder = null
  return null
}

/** When an unlocked session locks by itself; null where it does not. */
export function locksAt(office: Office, session: Session): Instant | null {
  if (session.holder === null || soleUser(office.db)) return null
  const minutes = lockAfterMinutes(office.db)
  if (minutes === 0) return null
  const now = office.clock.now()
  if (now < session.usedAt) session.usedAt = now // the clock was set back
  return instant(session.usedAt + minutes * 60_000)
}

/** What a locked session may still ask. */
const OPEN = new Set(['session.current', 'session.unlock', 'session.lock'])

/**
 * Who calls a method from a session, with the right to call it. Refuses `session.locked`. Only what a person does keeps
 * a session open: a page asks again by itself whenever something changes, also with nobody in front of it.
 */
export function callerIn(office: Office, session: Session, method: string): Caller {
  const user = holderOf(office, session)
  if (user) {
    if (isAct(method)) session.usedAt = office.clock.now()
    return { actor: `user:${user.id}`, role: user.role, name: user.name, session }
  }
  if (!OPEN.has(method)) throw new Problem('session.locked', {}, { kind: 'unauthorized' })
  return { actor: 'system', role: 'viewer', name: '', session }
}

function isAct(name: string): boolean {
  return name === 'session.stay' || (methodOf(name)?.rest ?? []).some(({ verb }) => verb !== 'GET')
}

/** What every window is told when one is locked or unlocked: it asks how its own session stands. */
export const SESSION_CHANGED: OfficeEvent = { type: 'session_changed' }

/**
 * What a window hears of the events: all while it is open. When it is found locked, once, that its session changed, so
 * that the page leaves the screen whoever locked it; from then on nothing until it is unlocked.
 */
export function hearing(mayHear: () => boolean): (event: OfficeEvent) => OfficeEvent | null {
  let heard = mayHear()
  return (event) => {
    const before = heard
    heard = mayHear()
    return heard ? event : before ? SESSION_CHANGED : null
  }
}

/** Whether a session may hear what happens. */
export const mayHear = (office: Office, session: Session): boolean => holderOf(office, session) !== null
