import type { RunTable } from '../../engine/define-task'

/** What the slots run of this area. */
export const bankRuns = {
  'payroll.export_bank_file': () => import('./export-run'),
} satisfies RunTable
