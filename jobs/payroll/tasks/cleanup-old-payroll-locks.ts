import { z } from 'zod'
import type { Db } from '../../../db/open'
import { abandonedRuns } from '../../../db/queries/payroll/runs'
import { defineTask } from '../../engine/define-task'
import type { Write } from '../../engine/write'
import { addNotice } from '../../shared/notices'
import { payrollRuns } from '../runs'
import { freeRun } from '../save-run'

type Abandoned = ReturnType<typeof abandonedRuns>

function freeAbandoned(write: Write, runs: Abandoned) {
  for (const run of runs) {
    const params = { task: run.task_id, run: run.id }
    freeRun(write, run, { code: 'payroll.task_gone', params })
    addNotice(write, { kind: 'freed', code: 'payroll.run_freed', params, entity: `run:${run.id}` })
  }
  return { freed: runs.map((run) => run.id) }
}

/** Frees runs that are marked as being computed although their task is gone; always safe, and mostly finds none. */
export const cleanupOldPayrollLocks = defineTask({
  name: 'payroll.cleanup_old_payroll_locks',
  aliases: ['payroll.tasks.cleanup_old_payroll_locks'],
  queue: 'payroll',
  args: z.strictObject({}),
  limits: { softSeconds: 300, hardSeconds: 600 },
  retry: { max: 3, delaySeconds: 60, backoff: 'fixed' },
  expiresSeconds: 300,
  load: (db: Db) => abandonedRuns(db),
  run: payrollRuns['payroll.cleanup_old_payroll_locks'],
  commit: freeAbandoned,
})
