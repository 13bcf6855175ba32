import type { RunTable } from '../engine/define-task'

export const testingRuns = {
  'test.noop': () => import('./run-noop'),
  'test.echo': () => import('./run-echo'),
  'test.sleep': () => import('./run-sleep'),
  'test.spin': () => import('./run-spin'),
  'test.fail': () => import('./run-fail'),
  'test.snooze': () => import('./run-snooze'),
  'test.crash': () => import('./run-crash'),
  'test.progress': () => import('./run-progress'),
  'test.limited': () => import('./run-limited'),
  'test.runaway': () => import('./run-runaway'),
  'test.first_line': () => import('./run-first-line'),
  'test.effect': () => import('./run-effect'),
} satisfies RunTable
