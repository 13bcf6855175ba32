import type { Db } from '../../open'
import { statement } from '../../statement'
import type { SalaryFactRow } from './salary-facts'

export type RoleRow = { role: string; external_ref: string | null; from_on: string | null; to_on: string | null }

export const rolesOfParty = (db: Db, partyId: number): RoleRow[] =>
  statement(db, 'select role, external_ref, from_on, to_on from party_role where party_id = ? order by id').all(
    partyId,
  ) as RoleRow[]

export type ContractHistoryRow = {
  from_on: string
  to_on: string | null
  base_minor: number | null
  origin: string
  changed_at: number
}

/** Newest first. */
export const contractHistory = (db: Db, partyId: number): ContractHistoryRow[] =>
  statement(
    db,
    `select from_on, to_on, base_minor, origin, changed_at from contract where party_id = ? order by from_on desc`,
  ).all(partyId) as ContractHistoryRow[]

export type PersonSlipRow = {
  slip_id: number
  run_id: number
  period_id: number
  start_on: string
  end_on: string
  description: string
  run_status: 'draft' | 'computing' | 'approved' | 'paid' | 'reversed'
  status: 'ok' | 'error'
  gross_minor: number
  net_minor: number
  currency: string
  /** Its payslip is made. */
  document: number
}

/** Newest first; what a trial run says is nobody's payslip. */
export const slipsOfParty = (db: Db, partyId: number): PersonSlipRow[] =>
  statement(
    db,
    `select s.id as slip_id, r.id as run_id, p.id as period_id, p.start_on, p.end_on, p.description,
            r.status as run_status, s.status, s.gross_minor, s.net_minor, r.currency,
            exists (select 1 from document d where d.entity = 'slip:' || s.id and d.type = 'payslip') as document
     from current_slip s join pay_run r on r.id = s.run_id join period p on p.id = r.period_id
     where s.party_id = ? and r.kind <> 'trial' order by p.end_on desc, r.no desc`,
  ).all(partyId) as PersonSlipRow[]

/** What all sources say, newest month first. */
export const factsOfParty = (db: Db, partyId: number): (SalaryFactRow & { origin: string })[] =>
  statement(
    db,
    `select party_id, month, source, department_id, currency, basic_minor, gross_minor, net_minor, overtime_minor,
            late_minor, tds_minor, advance_minor, incentive_minor, overtime_hours, late_minutes, advances_open_minor,
            stated_net_minor, present_halves, absent_halves, origin
     from salary_fact where party_id = ? order by month desc, source`,
  ).all(partyId) as (SalaryFactRow & { origin: string })[]

export type PersonAuditRow = { seq: number; at: number; actor: string; action: string; payload: string }

/** The newest entries about a person. */
export const auditOfParty = (db: Db, partyId: number, limit: number): PersonAuditRow[] =>
  statement(
    db,
    `select a.seq, a.at, a.actor, a.action, a.payload
     from audit_personal p join audit a on a.seq = p.seq
     where p.party_id = ? order by a.seq desc limit ?`,
  ).all(partyId, limit) as PersonAuditRow[]

export const departmentNames = (db: Db): string[] =>
  statement(db, 'select name from department order by folded').pluck().all() as string[]
