import type { RunTable } from '../../engine/define-task'

/** What the slots run of this area. */
export const handoverTaskRuns = {
  'payroll.export_handover': () => import('./handover-run'),
} satisfies RunTable
