import { hashPassphrase, isPassphrase } from '../../shared/users/passphrase'
import { tryPassphrase } from '../../shared/users/try-passphrase'
import { addUser, changeUser, listUsers, needUser, setPassphrase, type UserRow } from '../../shared/users/users'
import { Problem } from '../../values/problem'
import { instant, toIso } from '../../values/time'
import type { userContract } from '../contract/users'
import type { HandlersOf, Office } from '../office'

const view = (row: UserRow) => ({
  id: row.id,
  name: row.name,
  role: row.role,
  disabled: row.disabled === 1,
  has_passphrase: row.passphrase !== null,
  created_at: toIso(instant(row.created_at)),
})

type UserHandlers = HandlersOf<Omit<typeof userContract, `session.${string}`>>

export const userHandlers: UserHandlers = {
  'users.list': ({ db }) => ({ items: listUsers(db).map(view), next: null }),

  'users.names': ({ db }) => ({ items: listUsers(db).map(({ id, name }) => ({ id, name })) }),

  async 'users.add'(office, { name, role, passphrase }, { actor }) {
    const hashed = await hashPassphrase(passphrase)
    const id = await office.engine.write(actor, (write) => addUser(write, { name, role, passphrase: hashed }))
    return view(needUser(office.db, id))
  },

  async 'users.change'(office, { id, name, role, disabled }, { actor }) {
    await office.engine.write(actor, (write) =>
      changeUser(write, id, {
        ...(name !== undefined && { name }),
        ...(role !== undefined && { role }),
        ...(disabled !== undefined && { disabled }),
      }),
    )
    return view(needUser(office.db, id))
  },

  async 'users.set_passphrase'(office, { id, passphrase, current }, caller) {
    const isOwn = caller.actor === `user:${id}`
    if (!isOwn && caller.role !== 'owner')
      throw new Problem('api.forbidden', { role: caller.role, needed: 'owner' }, { kind: 'forbidden' })
    // The token stands for the data folder itself, and brings an owner back in who has forgotten theirs.
    if (isOwn && caller.session) await proveCurrent(office, needUser(office.db, id), current ?? null)
    const hashed = await hashPassphrase(passphrase)
    await office.engine.write(caller.actor, (write) => {
      setPassphrase(write, id, hashed)
      // The window in which it was set stays open; the others of this user lock. Said before the commit, whose event
      // already looks at who may hear it.
      if (isOwn && caller.session) caller.session.holder = { userId: id, proof: hashed }
    })
    return view(needUser(office.db, id))
  },
}

async function proveCurrent(office: Office, user: UserRow, current: string | null): Promise<void> {
  const stored = user.passphrase
  if (stored === null) return
  if (current === null) throw new Problem('user.current_passphrase_needed', {}, { kind: 'forbidden' })
  const wrong = (when: string) => new Problem('user.wrong_current_passphrase', { when }, { kind: 'forbidden' })
  await tryPassphrase(office, { userId: user.id, purpose: 'unlock', wrong }, async () =>
    (await isPassphrase(current, stored)) ? true : null,
  )
}
