import type { Db } from '../../db/open'
import { regularRun } from '../../db/queries/payroll/runs'
import type { Enqueued, Write } from '../engine/write'
import { recordAudit } from '../shared/audit'
import { Problem } from '../values/problem'
import { decide, needPeriod } from './load-run'
import { keepDifferences } from './sheets/keep-differences'

/**
 * "Run now": starts the computation of a period at once. Refuses what the task would refuse, so that the asker hears it:
 * `payroll.period_not_active`, `payroll.not_due` (with the due instant; `force` skips the rule), `payroll.run_already_approved`.
 */
export function requestRun(write: Write, periodId: number, force: boolean): Enqueued {
  const period = needPeriod(write.db, periodId)
  const args = { period_id: periodId, ...(force ? { force } : {}) }
  const decision = decide(write.db, period, args, write)
  if (decision.kind === 'refuse') throw new Problem(decision.reason.code, decision.reason.params, { kind: 'conflict' })
  const draft = regularRun(write.db, periodId)
  if (draft) keepDifferences(write, draft)
  const started = write.enqueue('payroll.process_payroll_period', args)
  recordAudit(write, {
    action: 'payroll.run_requested',
    entity: `period:${periodId}`,
    payload: { force, task: started.taskId },
  })
  return started
}

/** The run that stands for a period, by its id. Throws `payroll.run_not_found` where none has been computed. */
export function runOfPeriod(db: Db, periodId: number): number {
  const run = regularRun(db, periodId)
  if (!run) throw new Problem('payroll.run_not_found', { id: periodId }, { kind: 'not_found' })
  return run.id
}
