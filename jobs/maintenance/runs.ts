import type { RunTable } from '../engine/define-task'

export const maintenanceRuns = {
  'maintenance.backup': () => import('./backup-run'),
  'maintenance.collect_files': () => import('./collect-run'),
  'maintenance.cleanup_old_tasks': () => import('./cleanup-run'),
} satisfies RunTable
