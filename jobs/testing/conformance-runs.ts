import type { RunTable } from '../engine/define-task'

/** What a run can do to its runner, each in its simplest form; test mode only. */
export const conformanceRuns = {
  'conformance.log': () => import('./conformance/log'),
  'conformance.throw': () => import('./conformance/throw'),
  'conformance.unfit': () => import('./conformance/unfit'),
  'conformance.uncloneable': () => import('./conformance/uncloneable'),
  'conformance.pages': () => import('./conformance/pages'),
  'conformance.loop': () => import('./conformance/loop'),
  'conformance.deaf': () => import('./conformance/deaf'),
  'conformance.hang': () => import('./conformance/hang'),
} satisfies RunTable
