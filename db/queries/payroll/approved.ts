import type { Month } from '../../../jobs/values/time'
import type { Db } from '../../open'
import { statement } from '../../statement'

export type ApprovedRow = {
  party_id: number
  basic_minor: number
  gross_minor: number
  net_minor: number
  overtime_minor: number
  late_minor: number
  tds_minor: number
  advance_minor: number
  incentive_minor: number
  /** Twice the days paid. */
  paid_half_days: number
  /** 0: all of it was taken back by reversals. */
  stands: number
}

/**
 * What each employee was paid by the approved runs of the periods that end in a month. A reversed run counts together
 * with the run that mirrors it.
 */
export function approvedInMonth(db: Db, month: Month): ApprovedRow[] {
  const of = (code: string) => `sum(case when l.code = '${code}' then l.amount_minor else 0 end)`
  const sql = `
    with slips as materialized (
      select s.id, s.party_id, s.gross_minor, s.net_minor, s.paid_half_days,
             r.status <> 'reversed' and r.kind <> 'reversal' as stands
      from current_slip s
      join pay_run r on r.id = s.run_id
      join period p on p.id = r.period_id
      where r.status in ('approved', 'paid', 'reversed') and s.status = 'ok' and substr(p.end_on, 1, 7) = ?
    ),
    lines as (
      select s.party_id, ${of('BASE')} as basic_minor, ${of('OVERTIME')} as overtime_minor,
             ${of('LATE')} as late_minor, ${of('TDS')} as tds_minor, ${of('ADVANCE')} as advance_minor,
             ${of('INCENTIVE')} as incentive_minor
      from slips s join slip_line l on l.slip_id = s.id
      group by s.party_id
    ),
    totals as (
      select party_id, sum(gross_minor) as gross_minor, sum(net_minor) as net_minor,
             sum(paid_half_days) as paid_half_days, max(stands) as stands
      from slips group by party_id
    )
    select t.party_id, coalesce(l.basic_minor, 0) as basic_minor, t.gross_minor, t.net_minor,
           coalesce(l.overtime_minor, 0) as overtime_minor, coalesce(l.late_minor, 0) as late_minor,
           coalesce(l.tds_minor, 0) as tds_minor, coalesce(l.advance_minor, 0) as advance_minor,
           coalesce(l.incentive_minor, 0) as incentive_minor, t.paid_half_days, t.stands
    from totals t left join lines l on l.party_id = t.party_id
    order by t.party_id`
  return statement(db, sql).all(month) as ApprovedRow[]
}

export type ApprovedSlip = { party_id: number; slip_id: number; period_id: number }

/** The payslips behind `approvedInMonth` of some employees; where a month has several periods, the last one comes last. */
export const approvedSlips = (db: Db, month: Month, partyIds: readonly number[]): ApprovedSlip[] =>
  statement(
    db,
    `select s.party_id, s.id as slip_id, p.id as period_id
       from json_each(?) j
       join current_slip s on s.party_id = j.value
       join pay_run r on r.id = s.run_id
       join period p on p.id = r.period_id
      where r.status in ('approved', 'paid') and s.status = 'ok' and substr(p.end_on, 1, 7) = ?
      order by p.end_on, s.id`,
  ).all(JSON.stringify(partyIds), month) as ApprovedSlip[]
