import type { Db } from '../../db/open'
import { componentMethods } from '../../db/queries/payroll/components'
import { contractsOfParty } from '../../db/queries/payroll/contracts'
import * as rows from '../../db/queries/payroll/terms'
import type { Write } from '../engine/write'
import { recordAudit } from '../shared/audit'
import { Problem } from '../values/problem'
import { type LocalDate, parseLocalDate } from '../values/time'

/** Leave, loans and held pay of one employee. Amounts in minor units; days as YYYY-MM-DD. */

export type NewLeave = {
  partyId: number
  from: string
  to: string
  halfDay: boolean
  kind: rows.LeaveRow['kind']
  note: string
}
export type NewLoan = {
  partyId: number
  code: string
  principalMinor: number
  instalmentMinor: number
  from: string
  note: string
}
export type NewHold = { partyId: number; from: string; amountMinor: number | null; reason: string }

function day(field: string, text: string): LocalDate {
  const date = parseLocalDate(text)
  if (!date) throw new Problem('payroll.period_date_unreadable', { field, found: text })
  return date
}

function needEmployee(db: Db, partyId: number): void {
  if (contractsOfParty(db, partyId).length === 0) {
    throw new Problem('payroll.no_contract_to_change', { id: partyId }, { kind: 'not_found' })
  }
}

/** What is personal goes apart, so that erasing the person erases it. */
function audit(write: Write, action: string, partyId: number, personal: object): void {
  recordAudit(write, {
    action: `payroll.${action}`,
    entity: `party:${partyId}`,
    payload: {},
    personal: { partyId, payload: personal },
  })
  write.emit({ type: 'pay_terms_changed', id: partyId })
}

/** Notes days of leave or absence. Days that are noted already are refused (`payroll.leave_overlaps`). */
export function addLeave(write: Write, given: NewLeave): number {
  needEmployee(write.db, given.partyId)
  const from = day('from', given.from)
  const to = day('to', given.to)
  if (to < from) throw new Problem('payroll.leave_ends_before_it_begins', { from, to })
  const there = rows.leavesOf(write.db, given.partyId).find((one) => one.from_on <= to && one.to_on >= from)
  if (there) {
    throw new Problem('payroll.leave_overlaps', { from: there.from_on, to: there.to_on }, { kind: 'conflict' })
  }
  const id = rows.insertLeave(write.db, {
    party_id: given.partyId,
    from_on: from,
    to_on: to,
    half_day: given.halfDay ? 1 : 0,
    kind: given.kind,
    note: given.note.trim(),
    origin: write.actor,
    created_at: write.now,
  })
  audit(write, 'leave_added', given.partyId, { id, from, to, half_day: given.halfDay, kind: given.kind })
  return id
}

export function removeLeave(write: Write, id: number): void {
  const leave = rows.leaveById(write.db, id)
  if (!leave) throw new Problem('payroll.leave_not_found', { id }, { kind: 'not_found' })
  rows.deleteLeave(write.db, id)
  audit(write, 'leave_removed', leave.party_id, leave)
}

/** A loan that the component `code` recovers in instalments; an advance is one of a single instalment. */
export function addLoan(write: Write, given: NewLoan): number {
  const { partyId, code, principalMinor, instalmentMinor } = given
  needEmployee(write.db, partyId)
  const from = day('from', given.from)
  const method = componentMethods(write.db).get(code)
  if (method !== 'fixed') throw new Problem('payroll.loan_without_component', { code })
  if (principalMinor <= 0 || instalmentMinor <= 0 || instalmentMinor > principalMinor) {
    throw new Problem('payroll.loan_amounts')
  }
  const id = rows.insertLoan(
    write.db,
    {
      party_id: partyId,
      code,
      principal_minor: principalMinor,
      instalment_minor: instalmentMinor,
      from_on: from,
      note: given.note.trim(),
      origin: write.actor,
    },
    write.now,
  )
  audit(write, 'loan_added', partyId, { id, code, principal: principalMinor, instalment: instalmentMinor, from })
  return id
}

/** No instalment is taken by periods that end on this day or later; null: they are taken again. */
export function stopLoan(write: Write, id: number, onText: string | null): void {
  const loan = rows.loanById(write.db, id)
  if (!loan) throw new Problem('payroll.loan_not_found', { id }, { kind: 'not_found' })
  const on = onText === null ? null : day('on', onText)
  rows.stopLoan(write.db, id, on, write.now)
  audit(write, on === null ? 'loan_resumed' : 'loan_stopped', loan.party_id, { id, on })
}

/** From the period that holds this day on the net (or at most an amount of it) is computed and not paid out. */
export function holdPay(write: Write, given: NewHold): number {
  needEmployee(write.db, given.partyId)
  const from = day('from', given.from)
  if (given.amountMinor !== null && given.amountMinor <= 0) throw new Problem('payroll.hold_amount')
  const open = rows.holdsOf(write.db, given.partyId).find((one) => one.released_on === null)
  if (open) throw new Problem('payroll.held_already', { from: open.from_on }, { kind: 'conflict' })
  const id = rows.insertHold(
    write.db,
    {
      party_id: given.partyId,
      from_on: from,
      amount_minor: given.amountMinor,
      reason: given.reason.trim(),
      origin: write.actor,
    },
    write.now,
  )
  audit(write, 'pay_held', given.partyId, { id, from, amount: given.amountMinor, reason: given.reason.trim() })
  return id
}

/** Periods that end on this day or later pay again, and the first of them what was held. */
export function releasePay(write: Write, partyId: number, onText: string): void {
  const open = rows.holdsOf(write.db, partyId).find((one) => one.released_on === null)
  if (!open) throw new Problem('payroll.nothing_held', {}, { kind: 'not_found' })
  const on = day('on', onText)
  if (on < open.from_on) throw new Problem('payroll.released_before_held', { on, from: open.from_on })
  rows.releaseHold(write.db, open.id, on, write.now)
  audit(write, 'pay_released', partyId, { id: open.id, on })
}
