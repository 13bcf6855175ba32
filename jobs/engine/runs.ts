import type { RunTable } from './define-task'

export const engineRuns = {
  'engine.bulk': () => import('./run-bulk'),
} satisfies RunTable
