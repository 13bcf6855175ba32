import type { Db } from '../../open'
import { statement } from '../../statement'

/** A row of a sheet on its way in; `amounts` is JSON {column: minor units}. */
export type NewSheetRow = {
  runId: number
  importId: number
  row: number
  partyId: number | null
  number: string | null
  name: string | null
  amounts: string
  origin: string
}

export function insertSheetRow(db: Db, row: NewSheetRow): void {
  const sql = `
    insert into pay_sheet_row (run_id, import_id, row, party_id, number, name, amounts, origin)
    values (@runId, @importId, @row, @partyId, @number, @name, @amounts, @origin)`
  statement(db, sql).run(row)
}

/** The sheet that counts: of the newest import that wrote rows for the run and was not undone. */
export function sheetOfRun(
  db: Db,
  runId: number,
): { import_id: number; file_name: string; applied_at: number | null; rows: number } | undefined {
  const sql = `
    select b.id as import_id, b.file_name, b.applied_at, count(*) as rows
    from pay_sheet_row s join import_batch b on b.id = s.import_id
    where s.run_id = ? and b.state = 'applied'
    group by b.id order by b.id desc limit 1`
  return statement(db, sql).get(runId) as ReturnType<typeof sheetOfRun>
}

/** The columns of a sheet as its import read them: each with the field it holds, in the order of the file. */
export function readColumnsOf(db: Db, importId: number): { field: string; header: string }[] {
  const sql = `
    select c.value ->> '$.field' as field, c.value ->> '$.name' as header
    from import_batch b, json_each(b.reading, '$.columns') c
    where b.id = ? and field is not null order by c.key`
  return statement(db, sql).all(importId) as { field: string; header: string }[]
}

/** The columns of a sheet that hold nothing; not those without a heading, and none that was split or is our own. */
export function leftOutColumns(db: Db, importId: number): string[] {
  const sql = `
    select l.value ->> '$.column'
    from import_batch b, json_each(b.reading, '$.leftAlone') l
    where b.id = ?
      and l.value ->> '$.reason.code'
          not in ('import.column_own', 'import.column_without_header', 'import.column_split')
    order by l.key`
  return statement(db, sql).pluck().all(importId) as string[]
}

export type SheetRow = {
  row: number
  party_id: number | null
  number: string | null
  name: string | null
  amounts: string
  /** As the office knows the person. */
  known_name: string | null
  known_number: string | null
}

/** So many rows of a sheet that follow one. */
export function sheetRows(db: Db, importId: number, afterRow: number, limit: number): SheetRow[] {
  const sql = `
    select s.row, s.party_id, s.number, s.name, s.amounts, p.name as known_name, r.external_ref as known_number
    from pay_sheet_row s
    left join party p on p.id = s.party_id
    left join party_role r on r.party_id = s.party_id and r.role = 'employee'
    where s.import_id = ? and s.row > ? order by s.row limit ?`
  return statement(db, sql).all(importId, afterRow, limit) as SheetRow[]
}

export type SlipAmounts = {
  id: number
  party_id: number
  name: string
  number: string | null
  status: 'ok' | 'error'
  gross_minor: number
  deductions_minor: number
  employer_minor: number
  net_minor: number
  /** `CODE minor` of each line, one below the other; null where there is none. */
  lines: string | null
}

/** The slips of everybody in a run, by name. */
export function slipsByName(db: Db, runId: number): number[] {
  const sql = `
    select s.id from current_slip s join party p on p.id = s.party_id
    where s.run_id = ? order by p.name collate nocase, s.party_id`
  return statement(db, sql).pluck().all(runId) as number[]
}

/** These slips in this order, with what their lines say: a text a person, read in the order in which the lines lie. */
export function slipAmounts(db: Db, slipIds: readonly number[]): SlipAmounts[] {
  const sql = `
    select s.id, s.party_id, p.name, r.external_ref as number, s.status, s.gross_minor, s.deductions_minor,
           s.employer_minor, s.net_minor,
           (select group_concat(code || ' ' || amount_minor, char(10)) from slip_line where slip_id = s.id) as lines
    from json_each(?) j
    join current_slip s on s.id = j.value
    join party p on p.id = s.party_id
    left join party_role r on r.party_id = s.party_id and r.role = 'employee'
    order by j.key`
  return statement(db, sql).all(JSON.stringify(slipIds)) as SlipAmounts[]
}

export type SheetPersonRow = { party_id: number; name: string; number: string | null; in_run: number }

/** Whom a row of a sheet can be about: everybody who is or was an employee, and everybody in the run. */
export function peopleForSheet(db: Db, runId: number): SheetPersonRow[] {
  const sql = `
    select p.id as party_id, p.name, r.external_ref as number,
           exists (select 1 from current_slip s where s.run_id = @runId and s.party_id = p.id) as in_run
    from party p left join party_role r on r.party_id = p.id and r.role = 'employee'
    where r.party_id is not null
       or p.id in (select party_id from current_slip where run_id = @runId)
    order by p.id`
  return statement(db, sql).all({ runId }) as SheetPersonRow[]
}

export type AcceptedRow = {
  who: string
  column_key: string
  difference_minor: number
  because: string
  accepted_by: string
  accepted_at: number
}

export function acceptedDifferences(db: Db, runId: number): AcceptedRow[] {
  const sql = `
    select who, column_key, difference_minor, because, accepted_by, accepted_at
    from pay_sheet_accepted where run_id = ? order by who, column_key`
  return statement(db, sql).all(runId) as AcceptedRow[]
}

/** Another text where something was accepted or taken back since. */
export function acceptedStand(db: Db, runId: number): string {
  const sql = `select count(*) || ' ' || coalesce(max(accepted_at), 0) from pay_sheet_accepted where run_id = ?`
  return statement(db, sql).pluck().get(runId) as string
}

export function acceptDifference(db: Db, runId: number, row: AcceptedRow): void {
  const sql = `
    insert into pay_sheet_accepted (run_id, who, column_key, difference_minor, because, accepted_by, accepted_at)
    values (@runId, @who, @column_key, @difference_minor, @because, @accepted_by, @accepted_at)
    on conflict (run_id, who, column_key) do update
    set difference_minor = excluded.difference_minor, because = excluded.because,
        accepted_by = excluded.accepted_by, accepted_at = excluded.accepted_at`
  statement(db, sql).run({ runId, ...row })
}

/** Whether there was one. */
export function reopenDifference(db: Db, runId: number, who: string, column: string): boolean {
  const sql = 'delete from pay_sheet_accepted where run_id = ? and who = ? and column_key = ?'
  return statement(db, sql).run(runId, who, column).changes > 0
}

export type BeforeRow = { version: number; import_id: number; differences: string }

/** What was kept of the newest computation before this version. */
export function differencesBefore(db: Db, runId: number, version: number): BeforeRow | undefined {
  const sql = `
    select version, import_id, differences from pay_sheet_before
    where run_id = ? and version < ? order by version desc limit 1`
  return statement(db, sql).get(runId, version) as BeforeRow | undefined
}

/** Keeps the differences of a version. Those of the version before stay too: it may come out the same again. */
export function keepBefore(db: Db, runId: number, before: BeforeRow): void {
  const given = { runId, ...before }
  const sql = `
    insert into pay_sheet_before (run_id, version, import_id, differences)
    values (@runId, @version, @import_id, @differences)
    on conflict (run_id, version) do update
    set import_id = excluded.import_id, differences = excluded.differences`
  statement(db, sql).run(given)
  const older = `
    delete from pay_sheet_before
    where run_id = @runId
      and version < (select max(version) from pay_sheet_before where run_id = @runId and version < @version)`
  statement(db, older).run({ runId, version: before.version })
}
