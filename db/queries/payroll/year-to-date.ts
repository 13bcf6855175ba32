import type { LocalDate } from '../../../jobs/values/time'
import type { Db } from '../../open'
import { statement } from '../../statement'
import type { SlipLineRow } from './slips'

/** Runs whose slips are facts; a reversed run counts together with the run that mirrors it. */
const POSTED = `r.status in ('approved', 'paid', 'reversed')`

export type YearRow = { party_id: number; code: string; amount_minor: number }

/**
 * Approved runs of the periods that end within these days. Of the period that is being computed only the kinds named count
 * (a mirror as the run it mirrors), as far as they were approved by then.
 */
const RUNS = `
  select r.id from pay_run r
  join period p on p.id = r.period_id
  left join pay_run o on o.id = r.of_run_id and r.kind = 'reversal'
  where ${POSTED}
    and p.end_on between @from and @to
    and (p.id <> @ownPeriodId
         or (coalesce(o.kind, r.kind) in (select value from json_each(@ownKinds))
             and r.approved_at <= coalesce(@approvedBy, r.approved_at)))`

export type YearDays = {
  from: LocalDate
  to: LocalDate
  /** The period that is being computed. */
  ownPeriodId: number
  /** Which of its runs count all the same. */
  ownKinds: readonly string[]
  /** The instant it is computed at; null: now. */
  approvedBy: number | null
  partyId?: number | undefined
}

const given = ({ ownKinds, partyId, ...days }: YearDays) => ({
  ...days,
  ownKinds: JSON.stringify(ownKinds),
  partyId: partyId ?? null,
})

/**
 * What components came to by person, what could not be taken and waits among it: it is taken beside what a later period
 * comes to, which must not ask for it once more. A reversed run has no such entries in its mirror, so that there the lines
 * alone make nothing.
 */
export function linesToDate(db: Db, days: YearDays, codes: readonly string[]): YearRow[] {
  const mine = `s.run_id in (${RUNS}) and s.status = 'ok' and (@partyId is null or s.party_id = @partyId)`
  const sql = `
    with due as (
      select s.party_id, l.code, l.amount_minor
      from current_slip s join slip_line l on l.slip_id = s.id
      where ${mine} and l.code in (select value from json_each(@codes))
      union all
      select s.party_id, e.code, e.amount_minor
      from slip_entry e
      cross join current_slip s on s.id = e.slip_id
      join pay_run run on run.id = s.run_id and run.status in ('approved', 'paid')
      where e.kind in ('carried', 'brought') and ${mine} and e.code in (select value from json_each(@codes))
    )
    select party_id, code, sum(amount_minor) as amount_minor from due group by party_id, code`
  return statement(db, sql).all({ ...given(days), codes: JSON.stringify(codes) }) as YearRow[]
}

/** Gross pay by person. */
export function grossToDate(db: Db, days: YearDays): YearRow[] {
  const sql = `
    select s.party_id, 'GROSS' as code, sum(s.gross_minor) as amount_minor
    from current_slip s
    where s.run_id in (${RUNS}) and s.status = 'ok' and (@partyId is null or s.party_id = @partyId)
    group by s.party_id`
  return statement(db, sql).all(given(days)) as YearRow[]
}

/** Taxable pay by person, by the marks the components had when each run was computed. */
export function taxableToDate(db: Db, days: YearDays): YearRow[] {
  const sql = `
    select s.party_id, 'TAXABLE' as code, sum(s.taxable_minor) as amount_minor
    from current_slip s
    where s.run_id in (${RUNS}) and s.status = 'ok' and (@partyId is null or s.party_id = @partyId)
    group by s.party_id`
  return statement(db, sql).all(given(days)) as YearRow[]
}

/** Within which days the periods end that are counted: a tax year, or its beginning. */
export type TaxYearDays = { from: LocalDate; to: LocalDate }

/** What approved runs of a tax year paid out to a person. */
export function netYearToDate(db: Db, partyId: number, { from, to }: TaxYearDays): number {
  const sql = `
    select coalesce(sum(s.net_minor), 0)
    from current_slip s
    join pay_run r on r.id = s.run_id
    join period p on p.id = r.period_id
    where s.party_id = ? and s.status = 'ok' and ${POSTED} and p.end_on between ? and ?`
  return statement(db, sql).pluck().get(partyId, from, to) as number
}

export type ComponentYearRow = {
  party_id: number
  code: string
  kind: SlipLineRow['kind']
  name: string
  amount_minor: number
}

/**
 * What each component came to for people in a tax year, by the periods that end in these days; `partyIds` null:
 * everybody. By person, in the order of the slip.
 */
export function componentsOfYear(
  db: Db,
  { from, to }: TaxYearDays,
  partyIds: readonly number[] | null,
): ComponentYearRow[] {
  const sql = `
    with sums as (
      select s.party_id, l.code, l.kind, max(s.run_id) as run_id, sum(l.amount_minor) as amount_minor
      from pay_run r
      join period p on p.id = r.period_id
      join current_slip s on s.run_id = r.id and s.status = 'ok'
      join slip_line l on l.slip_id = s.id
      where ${POSTED} and p.end_on between @from and @to
        and (@parties is null or s.party_id in (select value from json_each(@parties)))
      group by s.party_id, l.code, l.kind
    )
    select sums.party_id, sums.code, sums.kind, coalesce(c.name, sums.code) as name, sums.amount_minor
    from sums left join run_component c on c.run_id = sums.run_id and c.code = sums.code
    order by sums.party_id, coalesce(c.position, 100000), sums.code`
  return statement(db, sql).all({ from, to, parties: partyIds && JSON.stringify(partyIds) }) as ComponentYearRow[]
}

export type YearPersonRow = {
  party_id: number
  name: string
  external_ref: string | null
  gross_minor: number
  deductions_minor: number
  employer_minor: number
  net_minor: number
}

/** Everybody whom a tax year's approved runs paid, with the sums of the slips, by name. */
export function peopleOfYear(db: Db, { from, to }: TaxYearDays): YearPersonRow[] {
  const sql = `
    select s.party_id, p.name, role.external_ref, sum(s.gross_minor) as gross_minor,
           sum(s.deductions_minor) as deductions_minor, sum(s.employer_minor) as employer_minor,
           sum(s.net_minor) as net_minor
    from pay_run r
    join period on period.id = r.period_id
    join current_slip s on s.run_id = r.id and s.status = 'ok'
    join party p on p.id = s.party_id
    left join party_role role on role.party_id = s.party_id and role.role = 'employee'
    where ${POSTED} and period.end_on between ? and ?
    group by s.party_id
    order by p.name collate nocase, s.party_id`
  return statement(db, sql).all(from, to) as YearPersonRow[]
}

/** The last days of the periods in which something was approved, the newest first. */
export function paidPeriodEnds(db: Db): LocalDate[] {
  const sql = `
    select distinct p.end_on from pay_run r join period p on p.id = r.period_id
    where ${POSTED} order by 1 desc`
  return statement(db, sql).pluck().all() as LocalDate[]
}

/** The currency of a tax year's runs; one office pays in one. */
export function currencyOfYear(db: Db, { from, to }: TaxYearDays): string | undefined {
  const sql = `
    select r.currency from pay_run r join period p on p.id = r.period_id
    where ${POSTED} and p.end_on between ? and ? order by r.id desc limit 1`
  return statement(db, sql).pluck().get(from, to) as string | undefined
}
