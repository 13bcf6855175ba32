import type { LocalDate } from '../../../jobs/values/time'
import type { Db } from '../../open'
import { statement } from '../../statement'

export type YearRow = { party_id: number; code: string; amount_minor: number }

/** Approved runs of the periods that end within these days, one period left out. Mirrors of reversed runs count as well. */
const RUNS = `
  select r.id from pay_run r join period p on p.id = r.period_id
  where r.status in ('approved', 'paid', 'reversed')
    and p.end_on between @from and @to and p.id <> @exceptPeriodId`

export type YearDays = { from: LocalDate; to: LocalDate; exceptPeriodId: number; partyId?: number | undefined }

const given = ({ from, to, exceptPeriodId, partyId }: YearDays) => ({
  from,
  to,
  exceptPeriodId,
  partyId: partyId ?? null,
})

/** What components came to by person. */
export function linesToDate(db: Db, days: YearDays, codes: readonly string[]): YearRow[] {
  const sql = `
    select s.party_id, l.code, sum(l.amount_minor) as amount_minor
    from current_slip s join slip_line l on l.slip_id = s.id
    where s.run_id in (${RUNS}) and s.status = 'ok' and (@partyId is null or s.party_id = @partyId)
      and l.code in (select value from json_each(@codes))
    group by s.party_id, l.code`
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
    select s.party_id, 'TAXABLE' as code,
           sum(case when l.kind = 'deduction' then -l.amount_minor else l.amount_minor end) as amount_minor
    from current_slip s
    join slip_line l on l.slip_id = s.id
    join run_component c on c.run_id = s.run_id and c.code = l.code
    where s.run_id in (${RUNS}) and s.status = 'ok' and (@partyId is null or s.party_id = @partyId)
      and c.taxable = 1 and l.kind in ('earning', 'deduction')
    group by s.party_id`
  return statement(db, sql).all(given(days)) as YearRow[]
}
