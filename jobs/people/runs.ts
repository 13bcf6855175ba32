import type { RunTable } from '../engine/define-task'

/** Where a slot finds the work of the area's tasks. */
export const peopleRuns = {
  'people.sync_chart_data_batch': () => import('./chart-sync-run'),
  'people.import_salaries': () => import('./import-salaries-run'),
  'people.cleanup_old_chart_data': () => import('./chart-cleanup-run'),
} satisfies RunTable
