import type { Db } from '../../../db/open'
import { type PayslipRunRow, payslipRun } from '../../../db/queries/payslips'
import { Problem } from '../../values/problem'

/** A run whose figures stand. Throws `payslips.unknown_run` and `payslips.run_not_approved`. */
export function approvedRun(db: Db, runId: number): PayslipRunRow {
  return issuedRun(db, runId, ['approved', 'paid'])
}

/** A run whose payslips were given out: a reversed one too, since they stay in the records. Throws as `approvedRun` does. */
export function issuedRun(
  db: Db,
  runId: number,
  states: readonly PayslipRunRow['status'][] = ['approved', 'paid', 'reversed'],
): PayslipRunRow {
  const run = payslipRun(db, runId)
  if (!run) throw new Problem('payslips.unknown_run', { id: runId }, { kind: 'not_found' })
  if (!states.includes(run.status)) {
    throw new Problem('payslips.run_not_approved', { id: runId, status: run.status }, { kind: 'conflict' })
  }
  return run
}
