import { z } from 'zod'
import { defineTask } from '../../engine/define-task'
import { payrollRuns } from '../runs'
import { loadSupplementary } from '../supplementary/load'
import { beginSupplementary, saveSupplementary, stageSupplementary, supplementaryFailed } from '../supplementary/save'

/** Computes a correction, a reversal, arrears, off-cycle or final pay: a draft to be reviewed and approved as a regular run. */
export const prepareSupplementaryRun = defineTask({
  name: 'payroll.prepare_supplementary_run',
  queue: 'processing',
  args: z.strictObject({ run_id: z.int().positive() }),
  positional: ['run_id'],
  key: (args) => String(args.run_id),
  limits: { softSeconds: 300, hardSeconds: 600 },
  retry: { max: 3, delaySeconds: 60, backoff: 'fixed' },
  load: loadSupplementary,
  run: payrollRuns['payroll.prepare_supplementary_run'],
  unstage: beginSupplementary,
  stage: stageSupplementary,
  commit: saveSupplementary,
  failed: supplementaryFailed,
})
