import type { Role } from '../../../jobs/values/roles'
import type { Db } from '../../open'
import { statement } from '../../statement'

export type UserRow = {
  id: number
  name: string
  role: Role
  /** As `hashPassphrase` wrote it; null until one is set. */
  passphrase: string | null
  created_at: number
  disabled: number
}

export const userRow = (db: Db, id: number): UserRow | undefined =>
  statement(db, 'select * from user where id = ?').get(id) as UserRow | undefined

export const userRows = (db: Db): UserRow[] => statement(db, 'select * from user order by id').all() as UserRow[]

export const insertUser = (db: Db, row: Omit<UserRow, 'id' | 'disabled'>): number =>
  Number(
    statement(
      db,
      'insert into user (name, role, passphrase, created_at) values (@name, @role, @passphrase, @created_at)',
    ).run(row).lastInsertRowid,
  )

export function updateUser(db: Db, row: Pick<UserRow, 'id' | 'name' | 'role' | 'disabled'>): void {
  statement(db, 'update user set name = @name, role = @role, disabled = @disabled where id = @id').run(row)
}

export function putPassphrase(db: Db, id: number, passphrase: string): void {
  statement(db, 'update user set passphrase = ? where id = ?').run(passphrase, id)
}

export type TryPurpose = 'unlock' | 'second'
export type TryRow = { wrong: number; last_at: number }

export const tryRow = (db: Db, userId: number, purpose: TryPurpose): TryRow | undefined =>
  statement(db, 'select wrong, last_at from passphrase_try where user_id = ? and purpose = ?').get(userId, purpose) as
    | TryRow
    | undefined

export function countTry(db: Db, userId: number, purpose: TryPurpose, at: number): void {
  statement(
    db,
    `insert into passphrase_try (user_id, purpose, wrong, last_at) values (?, ?, 1, ?)
     on conflict (user_id, purpose) do update set wrong = wrong + 1, last_at = excluded.last_at`,
  ).run(userId, purpose, at)
}

export function clearTries(db: Db, userId: number, purpose: TryPurpose): void {
  statement(db, 'delete from passphrase_try where user_id = ? and purpose = ?').run(userId, purpose)
}
