import type { LocalDate } from '../../../jobs/values/time'
import type { Db } from '../../open'
import { statement } from '../../statement'

export type BalanceRow = {
  party_id: number
  kind: 'loan' | 'carry' | 'hold'
  code: string
  ref_id: number
  amount_minor: number
}

/** What stands of loans taken, of deductions carried over and of pay held back. */
const BALANCE = `case e.kind when 'loan' then 'loan' when 'carried' then 'carry' when 'brought' then 'carry' else 'hold' end`

/**
 * Balances by person, code and loan: the sums over the current slips of approved runs. A reversed run is as if it had not
 * been, a slip that was replaced likewise. `before`: of the periods that ended until then; of one, which is being computed
 * (again), only what off-cycle pay and arrears in it held back, since those are not computed with it.
 */
export function balances(
  db: Db,
  of: { partyId?: number; before?: { endOn: LocalDate; exceptPeriodId: number } } = {},
): BalanceRow[] {
  const sql = `
    select s.party_id, ${BALANCE} as kind, e.code, e.ref_id, sum(e.amount_minor) as amount_minor
    from slip_entry e
    join current_slip s on s.id = e.slip_id
    join pay_run r on r.id = s.run_id
    join period p on p.id = r.period_id
    where r.status in ('approved', 'paid') and s.status = 'ok'
      and (@partyId is null or s.party_id = @partyId)
      and (@endOn is null or (p.end_on <= @endOn and (p.id <> @exceptPeriodId or r.kind in ('off_cycle', 'arrears'))))
    group by s.party_id, 2, e.code, e.ref_id
    having sum(e.amount_minor) <> 0`
  return statement(db, sql).all({
    partyId: of.partyId ?? null,
    endOn: of.before?.endOn ?? null,
    exceptPeriodId: of.before?.exceptPeriodId ?? null,
  }) as BalanceRow[]
}

/** People whose approved slips together took more of a loan than was lent, or gave back more than was carried or held. */
export function overdrawn(db: Db): { party_id: number; name: string; code: string }[] {
  const sql = `
    with sums as (
      select s.party_id, ${BALANCE} as kind, e.code, e.ref_id, sum(e.amount_minor) as amount_minor
      from slip_entry e
      join current_slip s on s.id = e.slip_id
      join pay_run r on r.id = s.run_id
      where r.status in ('approved', 'paid') and s.status = 'ok'
      group by s.party_id, 2, e.code, e.ref_id
    )
    select sums.party_id, p.name, sums.code
    from sums join party p on p.id = sums.party_id
    left join loan l on sums.kind = 'loan' and l.id = sums.ref_id
    where (sums.kind = 'loan' and sums.amount_minor > l.principal_minor)
       or (sums.kind <> 'loan' and sums.amount_minor < 0)
    order by p.name`
  return statement(db, sql).all() as { party_id: number; name: string; code: string }[]
}

export type EntryRow = { kind: string; code: string; ref_id: number; amount_minor: number }

/** What one slip did to balances. */
export const entriesOfSlip = (db: Db, slipId: number): EntryRow[] =>
  statement(
    db,
    'select kind, code, ref_id, amount_minor from slip_entry where slip_id = ? order by kind, code, ref_id',
  ).all(slipId) as EntryRow[]

/** Which lines of a run moved a balance: `slip code`. */
export function entryKeys(db: Db, runId: number): Set<string> {
  const sql = `
    select distinct e.slip_id || ' ' || e.code from slip_entry e join current_slip s on s.id = e.slip_id
    where s.run_id = ?`
  return new Set(statement(db, sql).pluck().all(runId) as string[])
}
