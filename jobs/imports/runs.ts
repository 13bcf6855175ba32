import type { RunTable } from '../engine/define-task'

export const importRuns = {
  'imports.check': () => import('./checking/check-run'),
  'imports.apply': () => import('./apply-run'),
  'imports.undo': () => import('./undo-run'),
} satisfies RunTable
