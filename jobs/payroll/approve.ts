import type { Db } from '../../db/open'
import { type ApprovedRow, approvedInMonth } from '../../db/queries/payroll/approved'
import { overdrawn } from '../../db/queries/payroll/balances'
import { type RunRow, runRow, setApproved, setPaid } from '../../db/queries/payroll/runs'
import { type SlipRow, slipsOfRun } from '../../db/queries/payroll/slips'
import type { Actor, Enqueued, Write } from '../engine/write'
import { type ApprovedFact, approvedFacts } from '../people'
import { recordAudit } from '../shared/audit'
import { readSetting } from '../shared/settings'
import { nobodyElse, type SecondPerson, secondPersons, stillSecondPerson } from '../shared/users/second-person'
import { faultPoint } from '../values/faults'
import { Problem, type Reason } from '../values/problem'
import { monthOf } from '../values/time'
import { needPeriod } from './load-run'
import { refuseStale, takeEffect } from './supplementary/take-effect'

/** Throws `payroll.run_not_found`. */
export function needRun(db: Db, id: number): RunRow {
  const run = runRow(db, id)
  if (!run) throw new Problem('payroll.run_not_found', { id }, { kind: 'not_found' })
  return run
}

const conflict = (code: string, params: Reason['params'] = {}, details?: unknown) =>
  new Problem(code, params, { kind: 'conflict', details })

/** Names so many of the employees that block an approval; the others are counted. */
const NAMED = 5

/**
 * Approves a draft: from here on its slips are facts and never change. In one transaction the month's salary facts are
 * written and the payslips ordered. Refuses `payroll.run_already_approved`, `run_is_computing`, `run_is_empty` and
 * `run_has_errors` (which names the employees); where the office wants two people, `second_person_needed`. Whoever gave a
 * second passphrase is named in the audit beside the approver, also where the office does not ask for it. A supplementary
 * run takes its effect here (a correction voids the slip it replaces, a reversal ends the run it mirrors), and is refused
 * as `run_is_stale` where its figures no longer hold, a correction as `perhaps_paid` where it is open whether what it
 * replaces was paid. Null: no payslips are made of a reversal.
 */
export function approveRun(write: Write, runId: number, second: SecondPerson | null = null): Enqueued | null {
  const run = needRun(write.db, runId)
  refuseUnapprovable(write.db, run)
  refuseStale(write.db, run)
  refuseWithoutSecond(write, second)
  setApproved(write.db, runId, write.actor, write.now)
  takeEffect(write, run)
  refuseOverdrawn(write.db)
  const period = needPeriod(write.db, run.period_id)
  const month = monthOf(period.end_on)
  approvedFacts(write, month, approvedInMonth(write.db, month).map(factOf))
  // A mirror is no pay: nobody is handed a payslip of it.
  const payslips = run.kind === 'reversal' ? null : write.enqueue('payroll.generate_payslips', { run_id: runId })
  recordAudit(write, {
    action: 'payroll.run_approved',
    entity: `run:${runId}`,
    payload: {
      period: run.period_id,
      version: run.version,
      employees: run.employees,
      digest: run.digest,
      task: payslips?.taskId ?? null,
      ...(run.kind !== 'regular' && { kind: run.kind, of: run.of_run_id }),
      ...(second && { second: `user:${second.id}` }),
    },
    personal: { partyId: null, payload: { gross: run.gross_minor, net: run.net_minor, currency: run.currency } },
  })
  write.emit({ type: 'run_changed', id: runId, period_id: run.period_id, status: 'approved' })
  faultPoint('payroll.approved_before_commit')
  return payslips
}

const factOf = (row: ApprovedRow): ApprovedFact => ({
  partyId: row.party_id,
  stands: row.stands === 1,
  basicMinor: row.basic_minor,
  grossMinor: row.gross_minor,
  netMinor: row.net_minor,
  overtimeMinor: row.overtime_minor,
  lateMinor: row.late_minor,
  tdsMinor: row.tds_minor,
  advanceMinor: row.advance_minor,
  incentiveMinor: row.incentive_minor,
})

/** Two runs that were computed beside each other must not both take a loan's last instalment. */
function refuseOverdrawn(db: Db): void {
  const over = overdrawn(db)
  if (over.length === 0) return
  const codes = [...new Set(over.map((one) => one.code))].join(', ')
  throw conflict('payroll.balance_overdrawn', {
    code: codes,
    names: over
      .slice(0, NAMED)
      .map((one) => one.name)
      .join(', '),
  })
}

function refuseWithoutSecond(write: Write, second: SecondPerson | null): void {
  const first = userOf(write.actor)
  if (second !== null) {
    if (!stillSecondPerson(write.db, first, second)) throw conflict('payroll.second_person_changed')
  } else if (readSetting(write.db, 'payroll').two_person_approval) {
    if (secondPersons(write.db, first).length === 0) throw nobodyElse()
    throw new Problem('payroll.second_person_needed', {}, { kind: 'forbidden' })
  }
}

/** The user behind an actor; 0, which nobody is, where no user acts. */
export const userOf = (actor: Actor): number => Number(/^user:(\d+)$/.exec(actor)?.[1] ?? 0)

function refuseUnapprovable(db: Db, run: RunRow): void {
  if (run.kind === 'trial') throw conflict('payroll.trial_is_never_paid', { no: run.no })
  if (run.status === 'computing') throw conflict('payroll.run_is_computing', { task: run.task_id })
  if (run.status === 'discarded') throw conflict('payroll.run_is_discarded', { no: run.no })
  if (run.status !== 'draft') throw conflict('payroll.run_already_approved')
  if (run.version === 0 || run.employees === 0) throw conflict('payroll.run_is_empty')
  const errors = slipsOfRun(db, run.id, 'error')
  if (errors.length === 0) return
  const named = errors.slice(0, NAMED).map(nameOf).join(', ')
  const more = errors.length > NAMED ? ` and ${errors.length - NAMED} more` : ''
  const slips = errors.map((slip) => ({
    slip_id: slip.id,
    employee: slip.name,
    external_ref: slip.external_ref,
    reason: slip.reason === null ? null : (JSON.parse(slip.reason) as Reason),
  }))
  throw conflict('payroll.run_has_errors', { count: errors.length, names: named + more }, { slips })
}

const nameOf = (slip: SlipRow): string => (slip.external_ref ? `${slip.name} (${slip.external_ref})` : slip.name)

/** The money has left the bank. Refuses `payroll.run_not_approved` and `payroll.run_already_paid`. */
export function markRunPaid(write: Write, runId: number): void {
  const run = needRun(write.db, runId)
  if (run.status === 'paid') throw conflict('payroll.run_already_paid')
  if (run.kind === 'reversal') throw conflict('payroll.reversal_pays_nobody')
  if (run.status !== 'approved') throw conflict('payroll.run_not_approved', { status: run.status })
  setPaid(write.db, runId, write.now)
  recordAudit(write, { action: 'payroll.run_paid', entity: `run:${runId}`, payload: { period: run.period_id } })
  write.emit({ type: 'run_changed', id: runId, period_id: run.period_id, status: 'paid' })
}
