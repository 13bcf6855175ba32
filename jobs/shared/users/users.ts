import type { Db } from '../../../db/open'
import {
  clearTries,
  insertUser,
  putPassphrase,
  type UserRow,
  updateUser,
  userRow,
  userRows,
} from '../../../db/queries/shared/users'
import type { Write } from '../../engine/write'
import { withoutInvisible } from '../../values/invisible'
import { Problem } from '../../values/problem'
import type { Role } from '../../values/roles'
import { recordAudit } from '../audit'

export type { UserRow } from '../../../db/queries/shared/users'

const MAX_NAME = 100

export const listUsers = (db: Db): UserRow[] => userRows(db)

export const findUser = (db: Db, id: number): UserRow | undefined => userRow(db, id)

/** Throws `user.not_found`. */
export function needUser(db: Db, id: number): UserRow {
  const row = userRow(db, id)
  if (!row) throw new Problem('user.not_found', { id }, { kind: 'not_found' })
  return row
}

/**
 * The one user of an office that nobody else ever worked in: it is not locked. A second user, also a disabled one, locks
 * it for good; else whoever was disabled would be let in as the owner.
 */
export function soleUser(db: Db): UserRow | null {
  const [first, second] = userRows(db)
  return first && !second ? first : null
}

/** The first start makes an owner. Without a passphrase: as long as nobody else is there, nobody is asked for one. */
export function settleFirstOwner(write: Write): void {
  if (userRows(write.db).length > 0) return
  const id = insertUser(write.db, { name: 'Owner', role: 'owner', passphrase: null, created_at: write.now })
  recordAudit(write, { action: 'user.added', entity: `user:${id}`, payload: { role: 'owner' } })
}

/**
 * Adds a user whose passphrase is already hashed. Refuses `user.own_passphrase_first` while the one who was alone has
 * none, since from here on every session is asked for one.
 */
export function addUser(write: Write, given: { name: string; role: Role; passphrase: string }): number {
  const sole = soleUser(write.db)
  if (sole && sole.passphrase === null)
    throw new Problem('user.own_passphrase_first', { name: sole.name }, { kind: 'conflict' })
  const name = checkedName(write.db, given.name, null)
  const id = insertUser(write.db, { name, role: given.role, passphrase: given.passphrase, created_at: write.now })
  recordAudit(write, {
    action: 'user.added',
    entity: `user:${id}`,
    payload: { role: given.role },
    personal: { partyId: null, payload: { name } },
  })
  write.emit({ type: 'user_changed', id })
  return id
}

export type UserPatch = { name?: string; role?: Role; disabled?: boolean }

/** Changes what is given. Refuses `user.last_owner`: without an owner nobody could ever make one again. */
export function changeUser(write: Write, id: number, patch: UserPatch): void {
  const before = needUser(write.db, id)
  const name = patch.name === undefined ? before.name : checkedName(write.db, patch.name, id)
  const role = patch.role ?? before.role
  const disabled = patch.disabled === undefined ? before.disabled : Number(patch.disabled)
  if (isOwner(before) && !isOwner({ role, disabled }) && userRows(write.db).filter(isOwner).length === 1)
    throw new Problem('user.last_owner', { name: before.name }, { kind: 'conflict' })
  if (name === before.name && role === before.role && disabled === before.disabled) return
  updateUser(write.db, { id, name, role, disabled })
  recordAudit(write, {
    action: 'user.changed',
    entity: `user:${id}`,
    payload: {
      ...(role === before.role ? {} : { role, role_before: before.role }),
      ...(disabled === before.disabled ? {} : { disabled: disabled === 1 }),
    },
    ...(name === before.name ? {} : { personal: { partyId: null, payload: { name, before: before.name } } }),
  })
  write.emit({ type: 'user_changed', id })
}

/**
 * Sets a passphrase that is already hashed, and ends the wait after wrong tries with the old one. Sessions that were
 * unlocked with the old one are locked by it.
 */
export function setPassphrase(write: Write, id: number, passphrase: string): void {
  needUser(write.db, id)
  putPassphrase(write.db, id, passphrase)
  clearTries(write.db, id, 'unlock')
  recordAudit(write, { action: 'user.passphrase_set', entity: `user:${id}` })
  write.emit({ type: 'user_changed', id })
}

const isOwner = (user: Pick<UserRow, 'role' | 'disabled'>): boolean => user.role === 'owner' && user.disabled === 0

/** Names are chosen from a list when unlocking: no two may look the same there. */
function checkedName(db: Db, given: string, ownId: number | null): string {
  const name = withoutInvisible(given).normalize('NFC').replace(/\s+/gu, ' ').trim()
  const length = [...name].length
  if (length === 0 || length > MAX_NAME) throw new Problem('user.name_length', { found: length, most: MAX_NAME })
  const key = folded(name)
  const taken = userRows(db).find((row) => row.id !== ownId && folded(row.name) === key)
  if (taken) throw new Problem('user.name_taken', { name: taken.name }, { kind: 'conflict' })
  return name
}

const folded = (name: string): string => name.normalize('NFKC').toLowerCase()
