import type { Db } from '../../open'
import { statement } from '../../statement'

export type ProjectRow = { id: number; client_id: number; name: string; folded: string }

export const projectRows = (db: Db): ProjectRow[] =>
  statement(db, 'select id, client_id, name, folded from project order by client_id, folded').all() as ProjectRow[]

export const insertProject = (db: Db, row: Omit<ProjectRow, 'id'> & { origin: string }): number =>
  Number(
    statement(
      db,
      'insert into project (client_id, name, folded, origin) values (@client_id, @name, @folded, @origin)',
    ).run(row).lastInsertRowid,
  )

export type TimeEntryRow = {
  id: number
  person_id: number
  client_id: number | null
  project_id: number | null
  on_date: string
  from_time: string | null
  to_time: string | null
  minutes: number
  description: string | null
  billable: number
  rate_minor: number | null
  source_key: string
  entry_ref: string | null
  locked: number
}

/** All entries, or those of the sources named. */
export const timeEntryRows = (db: Db, sourceKeys?: readonly string[]): TimeEntryRow[] => {
  const all = `
    select id, person_id, client_id, project_id, on_date, from_time, to_time, minutes, description, billable, rate_minor,
           source_key, entry_ref, locked
    from time_entry`
  const order = 'order by on_date, person_id, from_time, id'
  if (!sourceKeys) return statement(db, `${all} ${order}`).all() as TimeEntryRow[]
  const sql = `${all} where source_key in (select value from json_each(?)) ${order}`
  return statement(db, sql).all(JSON.stringify(sourceKeys)) as TimeEntryRow[]
}

export type TimeEntryWrite = Omit<TimeEntryRow, 'id' | 'locked'> & {
  zone: string
  currency: string
  origin: string
  changed_at: number
}

/** Writes an entry over the one of the same source. */
export const putTimeEntry = (db: Db, row: TimeEntryWrite): number =>
  statement(
    db,
    `insert into time_entry (person_id, client_id, project_id, on_date, from_time, to_time, zone, minutes, description,
       billable, rate_minor, currency, source_key, entry_ref, origin, changed_at)
     values (@person_id, @client_id, @project_id, @on_date, @from_time, @to_time, @zone, @minutes, @description,
       @billable, @rate_minor, @currency, @source_key, @entry_ref, @origin, @changed_at)
     on conflict (source_key) do update
     set person_id = excluded.person_id, client_id = excluded.client_id, project_id = excluded.project_id,
         on_date = excluded.on_date, from_time = excluded.from_time, to_time = excluded.to_time, zone = excluded.zone,
         minutes = excluded.minutes, description = excluded.description, billable = excluded.billable,
         rate_minor = excluded.rate_minor, currency = excluded.currency, origin = excluded.origin,
         changed_at = excluded.changed_at
     returning id`,
  )
    .pluck()
    .get(row) as number
