import type { LocalDate } from '../../../jobs/values/time'
import type { Db } from '../../open'
import { statement } from '../../statement'

export type RateTableRow = { id: number; code: string; name: string; kind: 'bands' | 'rate' | 'amount' }

export type RateVersionRow = {
  table_id: number
  from_on: LocalDate
  bands: string | null
  rate_ppm: number | null
  amount_minor: number | null
  source: string
  origin: string
  changed_at: number
}

export const allRateTables = (db: Db): RateTableRow[] =>
  statement(db, 'select id, code, name, kind from rate_table order by code').all() as RateTableRow[]

export const rateTableOf = (db: Db, code: string): RateTableRow | undefined =>
  statement(db, 'select id, code, name, kind from rate_table where code = ?').get(code) as RateTableRow | undefined

export function rateVersionOf(db: Db, tableId: number, fromOn: LocalDate): RateVersionRow | undefined {
  const sql = `
    select table_id, from_on, bands, rate_ppm, amount_minor, source, origin, changed_at
    from rate_table_version where table_id = ? and from_on = ?`
  return statement(db, sql).get(tableId, fromOn) as RateVersionRow | undefined
}

/** All versions, the newest of each table first. */
export function allRateVersions(db: Db): RateVersionRow[] {
  const sql = `
    select table_id, from_on, bands, rate_ppm, amount_minor, source, origin, changed_at
    from rate_table_version order by table_id, from_on desc`
  return statement(db, sql).all() as RateVersionRow[]
}

export function saveRateTable(db: Db, row: Omit<RateTableRow, 'id'>): number {
  const sql = `
    insert into rate_table (code, name, kind) values (@code, @name, @kind)
    on conflict (code) do update set name = excluded.name returning id`
  return (statement(db, sql).get(row) as { id: number }).id
}

export function saveRateVersion(db: Db, row: RateVersionRow): void {
  const sql = `
    insert into rate_table_version (table_id, from_on, bands, rate_ppm, amount_minor, source, origin, changed_at)
    values (@table_id, @from_on, @bands, @rate_ppm, @amount_minor, @source, @origin, @changed_at)
    on conflict (table_id, from_on) do update set
      bands = excluded.bands, rate_ppm = excluded.rate_ppm, amount_minor = excluded.amount_minor,
      source = excluded.source, origin = excluded.origin, changed_at = excluded.changed_at`
  statement(db, sql).run(row)
}

/** Removes one version, and the table with its last one. */
export function deleteRateVersion(db: Db, tableId: number, fromOn: LocalDate): void {
  statement(db, 'delete from rate_table_version where table_id = ? and from_on = ?').run(tableId, fromOn)
  const sql =
    'delete from rate_table where id = @id and not exists (select 1 from rate_table_version where table_id = @id)'
  statement(db, sql).run({ id: tableId })
}
