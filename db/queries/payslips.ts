import type { Db } from '../open'
import { statement } from '../statement'

/** A run with its period, as its payslips need it. */
export type PayslipRunRow = {
  id: number
  period_id: number
  kind: string
  status: 'draft' | 'computing' | 'approved' | 'paid' | 'reversed' | 'discarded'
  version: number
  currency: string
  approved_at: number | null
  start_on: string
  end_on: string
  description: string
}

export function payslipRun(db: Db, runId: number): PayslipRunRow | undefined {
  return statement(
    db,
    `select r.id, r.period_id, r.kind, r.status, r.version, r.currency, r.approved_at, p.start_on, p.end_on, p.description
     from pay_run r join period p on p.id = r.period_id
     where r.id = ?`,
  ).get(runId) as PayslipRunRow | undefined
}

/** The slips of a run that can be printed, in the order in which they are handed out: by name, then number. */
export function slipOrder(db: Db, runId: number): number[] {
  return statement(
    db,
    `select s.id from current_slip s join party p on p.id = s.party_id
     where s.run_id = ? and s.status = 'ok'
     order by p.name collate nocase, s.party_id`,
  )
    .pluck()
    .all(runId) as number[]
}

export type PayslipRow = {
  id: number
  party_id: number
  name: string
  external_ref: string | null
  language: string | null
  /** IBAN or account number. */
  account: string | null
  gross_minor: number
  deductions_minor: number
  net_minor: number
}

/** A page of a run's slips by id: the order of pages must not move when a name is corrected meanwhile. */
export function payslipPage(db: Db, runId: number, afterId: number, limit: number): PayslipRow[] {
  return statement(
    db,
    `select s.id, s.party_id, p.name, r.external_ref, p.language, coalesce(a.iban, a.number) as account, s.gross_minor, s.deductions_minor, s.net_minor
     from current_slip s
     join party p on p.id = s.party_id
     left join party_role r on r.party_id = s.party_id and r.role = 'employee'
     left join bank_account a on a.party_id = s.party_id
     where s.run_id = ? and s.status = 'ok' and s.id > ?
     order by s.id limit ?`,
  ).all(runId, afterId, limit) as PayslipRow[]
}

export type PayslipLineRow = {
  slip_id: number
  code: string
  name: string
  kind: 'earning' | 'deduction' | 'employer' | 'information'
  quantity: string | null
  amount_minor: number
}

/** The lines of some slips with the names their components had when the run was computed. */
export function payslipLines(db: Db, runId: number, slipIds: number[]): PayslipLineRow[] {
  return statement(
    db,
    `select l.slip_id, l.code, coalesce(c.name, l.code) as name, l.kind, l.quantity, l.amount_minor
     from slip_line l left join run_component c on c.run_id = ? and c.code = l.code
     where l.slip_id in (select value from json_each(?))
     order by l.slip_id, l.position`,
  ).all(runId, JSON.stringify(slipIds)) as PayslipLineRow[]
}

export type YearToDateRow = {
  party_id: number
  slips: number
  gross_minor: number
  deductions_minor: number
  net_minor: number
}

/**
 * What these people got by runs that were approved, of periods that end in these days of a tax year. A reversed run
 * counts together with the run that mirrors it.
 */
export function yearToDate(db: Db, partyIds: number[], days: { from: string; to: string }): YearToDateRow[] {
  return statement(
    db,
    `select s.party_id, count(*) as slips, sum(s.gross_minor) as gross_minor,
            sum(s.deductions_minor) as deductions_minor, sum(s.net_minor) as net_minor
     from current_slip s
     join pay_run r on r.id = s.run_id
     join period p on p.id = r.period_id
     where s.party_id in (select value from json_each(?)) and s.status = 'ok'
       and r.status in ('approved', 'paid', 'reversed')
       and p.end_on between ? and ?
     group by s.party_id`,
  ).all(JSON.stringify(partyIds), days.from, days.to) as YearToDateRow[]
}

export type StagedPayslip = {
  slip_id: number
  number: number
  sha256: string
  size: number
  original_name: string
}

export function stagePayslips(db: Db, runId: number, rows: StagedPayslip[]): void {
  const insert = statement(
    db,
    `insert into payslip_stage (run_id, slip_id, number, sha256, size, original_name)
     values (@run_id, @slip_id, @number, @sha256, @size, @original_name)`,
  )
  for (const row of rows) insert.run({ ...row, run_id: runId })
}

export function dropStagedPayslips(db: Db, runId: number): void {
  statement(db, 'delete from payslip_stage where run_id = ?').run(runId)
}

/** Digests of what is staged, by slip: what one audit entry says of the whole lot. */
export function stagedDigests(db: Db, runId: number): string[] {
  return statement(db, 'select sha256 from payslip_stage where run_id = ? and slip_id > 0 order by slip_id')
    .pluck()
    .all(runId) as string[]
}

export type PromotedFacts = { runId: number; year: number; mergedNumber: number; origin: string; now: number }

/** Staged payslips become linked files and documents: set by set, for 5,000 slips in one short turn. */
export function promotePayslips(db: Db, facts: PromotedFacts): void {
  statement(
    db,
    `insert into file (sha256, size, media_type, original_name, created_at)
     select sha256, size, 'application/pdf', original_name, @now from payslip_stage where run_id = @runId
     on conflict (sha256) do nothing`,
  ).run({ runId: facts.runId, now: facts.now })
  statement(
    db,
    `insert into document (type, series, year, number, status, party_id, entity, sha256, origin, created_at)
     select 'payslip', 'PS', @year, t.number, 'issued', s.party_id, 'slip:' || t.slip_id, t.sha256, @origin, @now
     from payslip_stage t join slip s on s.id = t.slip_id
     where t.run_id = @runId`,
  ).run({ runId: facts.runId, year: facts.year, origin: facts.origin, now: facts.now })
  statement(
    db,
    `insert into document (type, series, year, number, status, entity, sha256, origin, created_at)
     select 'payslips', 'PSM', @year, @mergedNumber, 'issued', 'run:' || run_id, sha256, @origin, @now
     from payslip_stage where run_id = @runId and slip_id = 0`,
  ).run(facts)
  dropStagedPayslips(db, facts.runId)
}

/** The next number of a series, without taking it. */
export function nextNumber(db: Db, series: string, year: number): number {
  const next = statement(db, 'select next from sequence where series = ? and year = ?').pluck().get(series, year)
  return (next as number | undefined) ?? 1
}

/** Takes `count` numbers of a series in a row; answers with the first. */
export function takeNumbers(db: Db, series: string, year: number, count: number): number {
  return statement(
    db,
    `insert into sequence (series, year, next) values (@series, @year, 1 + @count)
     on conflict (series, year) do update set next = next + @count
     returning next - @count`,
  )
    .pluck()
    .get({ series, year, count }) as number
}

/** The merged payslips of a run: its document's file; undefined while there is none. */
export function mergedPayslips(db: Db, runId: number): string | undefined {
  return statement(db, "select sha256 from document where entity = ? and type = 'payslips'")
    .pluck()
    .get(`run:${runId}`) as string | undefined
}

export function payslipOf(db: Db, slipId: number): { sha256: string; original_name: string } | undefined {
  return statement(
    db,
    `select d.sha256, f.original_name from document d join file f on f.sha256 = d.sha256
     where d.entity = ? and d.type = 'payslip'`,
  ).get(`slip:${slipId}`) as { sha256: string; original_name: string } | undefined
}

export type AddresseeRow = {
  slip_id: number
  party_id: number
  name: string
  external_ref: string | null
  email: string | null
  language: string | null
  /** Where their last payslip of another run went; null: there was none. */
  last_email: string | null
  account: string | null
  sha256: string
}

/** Everybody who has a payslip of a run, with where it goes. */
export function addressees(db: Db, runId: number): AddresseeRow[] {
  return statement(
    db,
    `select s.id as slip_id, s.party_id, p.name, r.external_ref, p.email, p.language, d.sha256, coalesce(a.iban, a.number) as account,
            (select o.to_address from outbox o
             where o.party_id = s.party_id and o.kind = 'payslip' and o.state in ('accepted', 'unknown', 'queued', 'sending')
               and o.entity <> 'slip:' || s.id
             order by o.id desc limit 1) as last_email
     from current_slip s
     join party p on p.id = s.party_id
     join document d on d.entity = 'slip:' || s.id and d.type = 'payslip'
     left join party_role r on r.party_id = s.party_id and r.role = 'employee'
     left join bank_account a on a.party_id = s.party_id
     where s.run_id = ? and s.status = 'ok'
     order by p.name collate nocase, s.party_id`,
  ).all(runId) as AddresseeRow[]
}

/** How many mails of a kind a task has queued. */
export function queuedBy(db: Db, origin: string, kind: string): number {
  return statement(db, 'select count(*) from outbox where origin = ? and kind = ?').pluck().get(origin, kind) as number
}

export type PayslipMailRow = {
  id: number
  slip_id: number
  state: 'held' | 'queued' | 'sending' | 'accepted' | 'failed' | 'unknown' | 'cancelled'
}

/** The mails that carry payslips of a run, newest first. */
export function payslipMails(db: Db, runId: number): PayslipMailRow[] {
  return statement(
    db,
    `select o.id, s.id as slip_id, o.state from slip s
     join outbox o on o.party_id = s.party_id and o.kind = 'payslip' and o.entity = 'slip:' || s.id
     where s.run_id = ? order by o.id desc`,
  ).all(runId) as PayslipMailRow[]
}

/** The newest task of a name that was asked for a run; null where there is none. */
export function taskOfRun(db: Db, name: string, runId: number): number | null {
  const id = statement(
    db,
    `with name as (select id from task_name where name = @name)
     select max(id) from (
       select id from task where name_id = (select id from name) and finished_at is not null and key = @key
       union all select id from task
        where name_id = (select id from name) and open_key is not null and open_key = @key)`,
  )
    .pluck()
    .get({ name, key: String(runId) })
  return (id as number | null) ?? null
}
