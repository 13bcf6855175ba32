import type { RunTable } from '../engine/define-task'

/** Where each task's `run` is found, in a slot too. */
export const payrollRuns = {
  'payroll.process_payroll_period': () => import('./compute-run'),
  'payroll.prepare_supplementary_run': () => import('./supplementary/compute'),
  'payroll.approve_by_rule': () => import('./pass-on-run'),
  'payroll.auto_run_payroll': () => import('./pass-on-run'),
  'payroll.cleanup_old_payroll_locks': () => import('./pass-on-run'),
} satisfies RunTable
