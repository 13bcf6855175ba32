import type { RunTable } from '../../engine/define-task'

/** What the slots run of this area. */
export const payslipRuns = {
  'payroll.generate_payslips': () => import('./generate-run'),
  'payroll.send_payslips': () => import('./send-run'),
} satisfies RunTable
