import type { RunTable } from '../engine/define-task'

/** Checks the file of a whole import in one task; the areas name their uploads (jobs/imports/tasks/upload.ts). */
export const uploadRun = () => import('./checking/upload-run')

export const importRuns = {
  'imports.check': () => import('./checking/check-run'),
  'imports.apply': () => import('./apply-run'),
  'imports.undo': () => import('./undo-run'),
  'imports.edit': () => import('./editing/edit-run'),
} satisfies RunTable
