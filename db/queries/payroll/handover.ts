import type { Db } from '../../open'
import { statement } from '../../statement'
import { REPLACED, standing } from './runs'

export type HandoverRunRow = {
  id: number
  no: number
  kind: string
  status: string
  start_on: string
  end_on: string
  description: string
  currency: string
  employees: number
  gross_minor: number
  deductions_minor: number
  employer_minor: number
  net_minor: number
}

const IN_MONTH = "r.status in ('approved', 'paid', 'reversed') and substr(p.end_on, 1, 7) = ?"

/** What was paid for a month: its approved runs as they stand, a reversed one together with the run that mirrors it. */
export const handoverRuns = (db: Db, month: string): HandoverRunRow[] =>
  statement(
    db,
    `select r.id, r.no, r.kind, r.status, p.start_on, p.end_on, p.description, r.currency,
            ${standing('r')}
     from pay_run r join period p on p.id = r.period_id left join ${REPLACED} on gone.run_id = r.id
     where ${IN_MONTH} order by p.end_on, p.id, r.no`,
  ).all(month) as HandoverRunRow[]

export type HandoverSumRow = {
  run_id: number
  code: string
  name: string
  kind: 'earning' | 'deduction' | 'employer' | 'information'
  people: number
  amount_minor: number
}

/** Each run's sums by component, in the order of the slip. */
export const handoverSums = (db: Db, month: string): HandoverSumRow[] =>
  statement(
    db,
    `select s.run_id, l.code, coalesce(c.name, l.code) as name, l.kind, count(distinct s.party_id) as people,
            sum(l.amount_minor) as amount_minor
     from pay_run r
     join period p on p.id = r.period_id
     join current_slip s on s.run_id = r.id and s.status = 'ok'
     join slip_line l on l.slip_id = s.id
     left join run_component c on c.run_id = r.id and c.code = l.code
     where ${IN_MONTH}
     group by s.run_id, l.code, l.kind
     order by p.end_on, s.run_id, coalesce(c.position, 999999), l.code`,
  ).all(month) as HandoverSumRow[]

export type HandoverDocumentRow = { sha256: string; name: string; type: string }

/** The payslips of these runs, one each and merged, by their file names. */
export const handoverDocuments = (db: Db, month: string): HandoverDocumentRow[] =>
  statement(
    db,
    `with runs as (select r.id from pay_run r join period p on p.id = r.period_id where ${IN_MONTH})
     select d.sha256, f.original_name as name, d.type from runs
       join current_slip s on s.run_id = runs.id
       join document d on d.entity = 'slip:' || s.id and d.type = 'payslip'
       join file f on f.sha256 = d.sha256
     union all
     select d.sha256, 'run-' || runs.id || '-' || f.original_name, d.type from runs
       join document d on d.entity = 'run:' || runs.id and d.type = 'payslips'
       join file f on f.sha256 = d.sha256
     order by 2`,
  ).all(month) as HandoverDocumentRow[]

export type HandoverRow = { id: number; year: number; number: number; sha256: string; created_at: number; name: string }

/** The handovers made of a month, newest first. */
export const handoversOf = (db: Db, month: string): HandoverRow[] =>
  statement(
    db,
    `select d.id, d.year, d.number, d.sha256, d.created_at, f.original_name as name
     from document d join file f on f.sha256 = d.sha256
     where d.entity = ? and d.type = 'handover' order by d.id desc`,
  ).all(`month:${month}`) as HandoverRow[]

export const handoverById = (db: Db, id: number): HandoverRow | undefined =>
  statement(
    db,
    `select d.id, d.year, d.number, d.sha256, d.created_at, f.original_name as name
     from document d join file f on f.sha256 = d.sha256 where d.id = ? and d.type = 'handover'`,
  ).get(id) as HandoverRow | undefined
