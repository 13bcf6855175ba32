import type { Db } from '../../../db/open'
import { type PayslipRunRow, payslipRun } from '../../../db/queries/payslips'
import { Problem } from '../../values/problem'

/** A run whose figures are facts. Throws `payslips.unknown_run` and `payslips.run_not_approved`. */
export function approvedRun(db: Db, runId: number): PayslipRunRow {
  const run = payslipRun(db, runId)
  if (!run) throw new Problem('payslips.unknown_run', { id: runId }, { kind: 'not_found' })
  if (run.status !== 'approved' && run.status !== 'paid') {
    throw new Problem('payslips.run_not_approved', { id: runId, status: run.status }, { kind: 'conflict' })
  }
  return run
}
