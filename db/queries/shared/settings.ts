import type { Db } from '../../open'
import { statement } from '../../statement'

/** The stored JSON of a setting; undefined where it was never written. */
export const settingText = (db: Db, name: string): string | undefined =>
  statement(db, 'select value from setting where name = ?').pluck().get(name) as string | undefined

export function putSetting(db: Db, name: string, value: string, at: number): void {
  statement(
    db,
    `insert into setting (name, value, changed_at) values (?, ?, ?)
     on conflict (name) do update set value = excluded.value, changed_at = excluded.changed_at`,
  ).run(name, value, at)
}

export const moduleRows = (db: Db): { name: string; enabled: number }[] =>
  statement(db, 'select name, enabled from module order by name').all() as { name: string; enabled: number }[]

export function putModule(db: Db, name: string, enabled: boolean): void {
  statement(
    db,
    `insert into module (name, enabled) values (?, ?)
     on conflict (name) do update set enabled = excluded.enabled`,
  ).run(name, enabled ? 1 : 0)
}

export type SecretRow = { sealed: Buffer; sealed_by: string }

export const secretRow = (db: Db, name: string): SecretRow | undefined =>
  statement(db, 'select sealed, sealed_by from secret where name = ?').get(name) as SecretRow | undefined

export function putSecret(db: Db, name: string, row: SecretRow, at: number): void {
  statement(
    db,
    `insert into secret (name, sealed, sealed_by, changed_at) values (?, ?, ?, ?)
     on conflict (name) do update
     set sealed = excluded.sealed, sealed_by = excluded.sealed_by, changed_at = excluded.changed_at`,
  ).run(name, row.sealed, row.sealed_by, at)
}

export function deleteSecret(db: Db, name: string): void {
  statement(db, 'delete from secret where name = ?').run(name)
}

/** Takes the next number of a series. It is the transaction's: rolled back, the number is given out again, without a gap. */
export const takeNext = (db: Db, series: string, year: number): number =>
  statement(
    db,
    `insert into sequence (series, year, next) values (?, ?, 2)
     on conflict (series, year) do update set next = next + 1
     returning next - 1`,
  )
    .pluck()
    .get(series, year) as number
