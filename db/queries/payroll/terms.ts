import type { LocalDate } from '../../../jobs/values/time'
import type { Db } from '../../open'
import { statement } from '../../statement'

/** Leave, loans and held pay: what an employee's pay depends on besides the contract. */

export type LeaveRow = {
  id: number
  party_id: number
  from_on: LocalDate
  to_on: LocalDate
  half_day: number
  kind: 'paid' | 'unpaid' | 'absence'
  note: string
  origin: string
  created_at: number
}

const LEAVE = 'id, party_id, from_on, to_on, half_day, kind, note, origin, created_at'

export const leavesOf = (db: Db, partyId: number): LeaveRow[] =>
  statement(db, `select ${LEAVE} from leave where party_id = ? order by from_on desc, id`).all(partyId) as LeaveRow[]

/** Leave of anybody that reaches into these days, paid leave left out. */
export function unpaidWithin(db: Db, startOn: LocalDate, endOn: LocalDate): LeaveRow[] {
  const sql = `
    select ${LEAVE} from leave
    where to_on >= ? and from_on <= ? and kind <> 'paid' order by party_id, from_on`
  return statement(db, sql).all(startOn, endOn) as LeaveRow[]
}

export function insertLeave(db: Db, row: Omit<LeaveRow, 'id'>): number {
  const sql = `
    insert into leave (party_id, from_on, to_on, half_day, kind, note, origin, created_at)
    values (@party_id, @from_on, @to_on, @half_day, @kind, @note, @origin, @created_at)`
  return Number(statement(db, sql).run(row).lastInsertRowid)
}

export const leaveById = (db: Db, id: number): LeaveRow | undefined =>
  statement(db, `select ${LEAVE} from leave where id = ?`).get(id) as LeaveRow | undefined

export function deleteLeave(db: Db, id: number): void {
  statement(db, 'delete from leave where id = ?').run(id)
}

export type LoanRow = {
  id: number
  party_id: number
  code: string
  principal_minor: number
  instalment_minor: number
  from_on: LocalDate
  stopped_on: LocalDate | null
  note: string
  origin: string
}

const LOAN = 'id, party_id, code, principal_minor, instalment_minor, from_on, stopped_on, note, origin'

export const loansOf = (db: Db, partyId: number): LoanRow[] =>
  statement(db, `select ${LOAN} from loan where party_id = ? order by from_on desc, id`).all(partyId) as LoanRow[]

export const loanById = (db: Db, id: number): LoanRow | undefined =>
  statement(db, `select ${LOAN} from loan where id = ?`).get(id) as LoanRow | undefined

/** Loans of which a period that ends on this day takes an instalment, as far as anything is owed. */
export function loansDue(db: Db, endOn: LocalDate): LoanRow[] {
  const sql = `
    select ${LOAN} from loan
    where from_on <= @endOn and (stopped_on is null or stopped_on > @endOn) order by party_id, id`
  return statement(db, sql).all({ endOn }) as LoanRow[]
}

export function insertLoan(db: Db, row: Omit<LoanRow, 'id' | 'stopped_on'>, now: number): number {
  const sql = `
    insert into loan (party_id, code, principal_minor, instalment_minor, from_on, note, origin, created_at, changed_at)
    values (@party_id, @code, @principal_minor, @instalment_minor, @from_on, @note, @origin, @now, @now)`
  return Number(statement(db, sql).run({ ...row, now }).lastInsertRowid)
}

export function stopLoan(db: Db, id: number, on: LocalDate | null, now: number): void {
  statement(db, 'update loan set stopped_on = ?, changed_at = ? where id = ?').run(on, now, id)
}

/** The codes of loans that are still taken. */
export const openLoanCodes = (db: Db): string[] =>
  statement(db, 'select distinct code from loan where stopped_on is null').pluck().all() as string[]

export type HoldRow = {
  id: number
  party_id: number
  from_on: LocalDate
  released_on: LocalDate | null
  amount_minor: number | null
  reason: string
  origin: string
}

const HOLD = 'id, party_id, from_on, released_on, amount_minor, reason, origin'

export const holdsOf = (db: Db, partyId: number): HoldRow[] =>
  statement(db, `select ${HOLD} from pay_hold where party_id = ? order by from_on desc, id`).all(partyId) as HoldRow[]

/** The holds in force on a day. */
export function holdsOn(db: Db, on: LocalDate): HoldRow[] {
  const sql = `
    select ${HOLD} from pay_hold
    where from_on <= @on and (released_on is null or released_on > @on) order by party_id, id`
  return statement(db, sql).all({ on }) as HoldRow[]
}

export function insertHold(db: Db, row: Omit<HoldRow, 'id' | 'released_on'>, now: number): number {
  const sql = `
    insert into pay_hold (party_id, from_on, amount_minor, reason, origin, created_at, changed_at)
    values (@party_id, @from_on, @amount_minor, @reason, @origin, @now, @now)`
  return Number(statement(db, sql).run({ ...row, now }).lastInsertRowid)
}

export function releaseHold(db: Db, id: number, on: LocalDate, now: number): void {
  statement(db, 'update pay_hold set released_on = ?, changed_at = ? where id = ?').run(on, now, id)
}
