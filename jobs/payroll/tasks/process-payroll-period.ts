import { z } from 'zod'
import { defineTask } from '../../engine/define-task'
import { loadRun } from '../load-run'
import { payrollRuns } from '../runs'
import { beginStaging, computationFailed, saveRun, stageChunk } from '../save-run'

const Args = z.strictObject({
  period_id: z.int().positive(),
  /** Skips the rule, never the status. */
  force: z.boolean().optional(),
  /** The due instant it answers, in milliseconds; absent where a person asked for it. */
  due_at: z.int().optional(),
})

/** Computes a period's run: one slip per employee, a draft to be reviewed. A draft is computed anew in place. */
export const processPayrollPeriod = defineTask({
  name: 'payroll.process_payroll_period',
  aliases: ['payroll.tasks.process_payroll_period'],
  queue: 'processing',
  args: Args,
  positional: ['period_id', 'force'],
  key: (args) => String(args.period_id),
  limits: { softSeconds: 300, hardSeconds: 600 },
  retry: { max: 3, delaySeconds: 60, backoff: 'fixed' },
  load: loadRun,
  run: payrollRuns['payroll.process_payroll_period'],
  unstage: beginStaging,
  stage: stageChunk,
  commit: saveRun,
  failed: computationFailed,
})
