import type { RunTable } from '../engine/define-task'

/** Where each task's `run` is found, in a slot too. */
export const payrollRuns = {
  'payroll.process_payroll_period': () => import('./compute-run'),
  'payroll.prepare_supplementary_run': () => import('./supplementary/compute'),
  'payroll.auto_run_payroll': () => import('./pass-on-run'),
  'payroll.cleanup_old_payroll_locks': () => import('./pass-on-run'),
} satisfies RunTable
