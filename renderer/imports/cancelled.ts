import type { Output } from '../../jobs/api/contract'

/** Whether the last work on it ended because somebody called it off: that is no error. */
export const wasCancelled = ({ reason }: Output<'imports.get'>): boolean =>
  reason?.code === 'engine.revoked' || reason?.code === 'engine.terminated'
