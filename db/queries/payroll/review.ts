import type { LocalDate, Month } from '../../../jobs/values/time'
import type { Db } from '../../open'
import { statement } from '../../statement'
import type { SlipLineRow, SlipRow } from './slips'

/** The approved regular run of the latest period of a type that ended before a day. */
export function runBefore(
  db: Db,
  periodType: string,
  startOn: LocalDate,
): { id: number; period_id: number; start_on: LocalDate; end_on: LocalDate; description: string } | undefined {
  const sql = `
    select r.id, p.id as period_id, p.start_on, p.end_on, p.description
    from pay_run r join period p on p.id = r.period_id
    where p.period_type = ? and p.end_on < ? and r.kind = 'regular' and r.status in ('approved', 'paid')
    order by p.end_on desc, r.no desc limit 1`
  return statement(db, sql).get(periodType, startOn) as ReturnType<typeof runBefore>
}

/** The approved regular run of the period that held the last day a year ago. */
export function runYearBefore(
  db: Db,
  periodType: string,
  endOn: LocalDate,
): { id: number; period_id: number } | undefined {
  // date() turns the 29 February of a year without one into 1 March: the last day of its month is meant.
  const sql = `
    select r.id, r.period_id
    from pay_run r join period p on p.id = r.period_id,
         (select min(date(@endOn, '-1 year'), date(@endOn, 'start of month', '-1 year', '+1 month', '-1 day')) as day)
    where p.period_type = @periodType and day between p.start_on and p.end_on
      and r.kind = 'regular' and r.status in ('approved', 'paid')
    order by r.no desc limit 1`
  return statement(db, sql).get({ periodType, endOn }) as ReturnType<typeof runYearBefore>
}

export type ComponentSum = {
  code: string
  name: string
  kind: SlipLineRow['kind']
  amount_minor: number
  before_minor: number
  year_ago_minor: number
}

/** What each component comes to in some runs, in those before and in those of a year ago; in the order of the slip. */
export function componentSums(
  db: Db,
  now: readonly number[],
  before: readonly number[],
  yearAgo: readonly number[],
): ComponentSum[] {
  const sql = `
    with side (name, run_id) as (
      select 'now', value from json_each(@now)
      union all select 'before', value from json_each(@before)
      union all select 'year_ago', value from json_each(@yearAgo)
    ),
    sums as (
      select l.code, l.kind, max(s.run_id) as run_id,
             sum(case side.name when 'now' then l.amount_minor else 0 end) as amount_minor,
             sum(case side.name when 'before' then l.amount_minor else 0 end) as before_minor,
             sum(case side.name when 'year_ago' then l.amount_minor else 0 end) as year_ago_minor
      from side
      join current_slip s on s.run_id = side.run_id and s.status = 'ok'
      join slip_line l on l.slip_id = s.id
      group by l.code, l.kind
    )
    select sums.code, coalesce(c.name, sums.code) as name, sums.kind, amount_minor, before_minor, year_ago_minor
    from sums left join run_component c on c.run_id = sums.run_id and c.code = sums.code
    order by coalesce(c.position, 100000), sums.code`
  const runs = { now: JSON.stringify(now), before: JSON.stringify(before), yearAgo: JSON.stringify(yearAgo) }
  return statement(db, sql).all(runs) as ComponentSum[]
}

/** Whose item of which code is paid within these months: `party code`. */
export function itemKeys(db: Db, from: Month, to: Month): Set<string> {
  const sql = `select distinct party_id || ' ' || code from month_item where month between ? and ?`
  return new Set(statement(db, sql).pluck().all(from, to) as string[])
}

/** First and last day of everybody's contracts; an open end is null. */
export function employments(db: Db): { party_id: number; from_on: LocalDate; to_on: LocalDate | null }[] {
  const sql = `
    select party_id, min(from_on) as from_on,
           case when count(*) = count(to_on) then max(to_on) end as to_on
    from contract group by party_id`
  return statement(db, sql).all() as ReturnType<typeof employments>
}

/** One slip with its employee; a voided one too. */
export function slipById(db: Db, id: number): SlipRow | undefined {
  const sql = `
    select s.*, p.name, p.email, r.external_ref
    from slip s join party p on p.id = s.party_id
    left join party_role r on r.party_id = s.party_id and r.role = 'employee'
    where s.id = ? and s.state <> 'staged'`
  return statement(db, sql).get(id) as SlipRow | undefined
}

export function slipOf(db: Db, runId: number, partyId: number): SlipRow | undefined {
  const id = statement(db, 'select id from current_slip where run_id = ? and party_id = ?').pluck().get(runId, partyId)
  return id === undefined ? undefined : slipById(db, id as number)
}

export function linesOfSlip(db: Db, slipId: number): SlipLineRow[] {
  const sql = `
    select slip_id, position, code, kind, quantity, rate, base_minor, amount_minor, for_period_id
    from slip_line where slip_id = ? order by position`
  return statement(db, sql).all(slipId) as SlipLineRow[]
}

export type ComponentNow = {
  method: string
  base: string
  bands: string | null
  formula: string | null
  rate_table: string | null
  carry_over: number
  cap_minor: number | null
  rounding: string
  prorate: number
  changed_at: number
}

export function componentNow(db: Db, code: string): ComponentNow | undefined {
  const sql = `
    select method, base, bands, formula, rate_table, carry_over, cap_minor, rounding, prorate, changed_at
    from component where code = ?`
  return statement(db, sql).get(code) as ComponentNow | undefined
}

export type ContractOrigin = {
  from_on: LocalDate
  to_on: LocalDate | null
  base_minor: number | null
  origin: string
  changed_at: number
}

export function contractOrigins(db: Db, partyId: number, startOn: string, endOn: string): ContractOrigin[] {
  const sql = `
    select from_on, to_on, base_minor, origin, changed_at from contract
    where party_id = ? and from_on <= ? and (to_on is null or to_on >= ?) order by from_on`
  return statement(db, sql).all(partyId, endOn, startOn) as ContractOrigin[]
}

export type ItemOrigin = {
  month: Month
  source: string
  amount_minor: number | null
  quantity: string | null
  rate_minor: number | null
  origin: string
}

export function itemOrigins(db: Db, partyId: number, code: string, from: Month, to: Month): ItemOrigin[] {
  const sql = `
    select month, source, amount_minor, quantity, rate_minor, origin from month_item
    where party_id = ? and code = ? and month between ? and ? order by month, source`
  return statement(db, sql).all(partyId, code, from, to) as ItemOrigin[]
}

export function importFileName(db: Db, batchId: number): string | undefined {
  return statement(db, 'select file_name from import_batch where id = ?').pluck().get(batchId) as string | undefined
}
