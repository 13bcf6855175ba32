import type { Db } from '../open'
import { statement } from '../statement'

export type SampleRow = {
  slipId: number
  partyId: number
  name: string
  externalRef: string | null
  language: string | null
  account: string | null
  sha256: string
  netMinor: number
  lines: number
  /** Net of the person's last payslip of an approved regular run before this period; null: there was none. */
  beforeMinor: number | null
}

/** Everybody who has a payslip of a run, with what tells these payslips apart. */
export const sampleCandidates = (db: Db, runId: number): SampleRow[] =>
  statement(
    db,
    `select s.id as slipId, s.party_id as partyId, p.name, r.external_ref as externalRef, p.language,
            coalesce(a.iban, a.number) as account, d.sha256, s.net_minor as netMinor,
            (select count(*) from slip_line l where l.slip_id = s.id) as lines,
            (select b.net_minor
             from current_slip b
             join pay_run q on q.id = b.run_id and q.kind = 'regular' and q.status in ('approved', 'paid')
             join period t on t.id = q.period_id
             where b.party_id = s.party_id and b.status = 'ok' and t.end_on < e.start_on
             order by t.end_on desc limit 1) as beforeMinor
     from current_slip s
     join pay_run u on u.id = s.run_id
     join period e on e.id = u.period_id
     join party p on p.id = s.party_id
     join document d on d.entity = 'slip:' || s.id and d.type = 'payslip'
     left join party_role r on r.party_id = s.party_id and r.role = 'employee'
     left join bank_account a on a.party_id = s.party_id
     where s.run_id = ? and s.status = 'ok'
     order by s.id`,
  ).all(runId) as SampleRow[]

/** The names of the employees who have an address, whatever its capitals. */
export const whoHasAddress = (db: Db, address: string): string[] =>
  statement(
    db,
    `select p.name from party p
     where lower(p.email) = lower(?) and exists (select 1 from party_role r where r.party_id = p.id and r.role = 'employee')
     order by p.name collate nocase`,
  )
    .pluck()
    .all(address) as string[]
