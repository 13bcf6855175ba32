import type { Db } from '../../../db/open'
import { Problem } from '../../values/problem'
import { mayCall } from '../../values/roles'
import { isPassphrase } from './passphrase'
import { type Desk, tryPassphrase } from './try-passphrase'
import { listUsers, needUser, type UserRow } from './users'

/** Who may be the second person beside this one: manager or owner, enabled, with a passphrase. */
export const secondPersons = (db: Db, first: number): (UserRow & { passphrase: string })[] =>
  listUsers(db).filter((one): one is UserRow & { passphrase: string } => one.id !== first && isSecondPerson(one))

const isSecondPerson = (user: UserRow): boolean =>
  user.disabled === 0 && user.passphrase !== null && mayCall(user.role, 'manager')

/**
 * The other person whose passphrase this is, and proof that it stood when it was looked at. Refuses
 * `user.no_second_person`, `user.second_is_first`, `user.wrong_second_passphrase` and `user.wait`; wrong tries count
 * against the one who asks, so that guessing locks out nobody else.
 */
export async function findSecondPerson(desk: Desk, first: number, passphrase: string): Promise<SecondPerson> {
  const others = secondPersons(desk.db, first)
  if (others.length === 0) throw nobodyElse()
  let isOwn = false
  const wrong = (when: string) =>
    isOwn
      ? new Problem('user.second_is_first', {}, { kind: 'forbidden' })
      : new Problem('user.wrong_second_passphrase', { when }, { kind: 'forbidden' })
  return tryPassphrase(desk, { userId: first, purpose: 'second', wrong }, async () => {
    for (const other of others) {
      if (await isPassphrase(passphrase, other.passphrase)) return { id: other.id, proof: other.passphrase }
    }
    const own = needUser(desk.db, first).passphrase
    isOwn = own !== null && (await isPassphrase(passphrase, own))
    return null
  })
}

export type SecondPerson = {
  id: number
  /** The stored passphrase at the time. */
  proof: string
}

/** Asked again in the transaction itself: between the passphrase and the approval the second person may have been disabled. */
export function stillSecondPerson(db: Db, first: number, second: SecondPerson): boolean {
  return secondPersons(db, first).some((one) => one.id === second.id && one.passphrase === second.proof)
}

export const nobodyElse = (): Problem => new Problem('user.no_second_person', {}, { kind: 'conflict' })
