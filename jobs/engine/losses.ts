import type { AttemptOutcome } from '../../db/queries/engine'
import type { Reason } from '../values/problem'
import type { AnyTask } from './define-task'
import type { LossReason } from './runner'

export const MOST_LOSSES = 3
export const WORKER_LOST: Reason = { code: 'engine.worker_lost', params: { times: MOST_LOSSES } }

/** How a task ends whose place was ended on its account; null where it is not, and runs again. */
export function endOfLoss(
  why: LossReason,
  { limits }: AnyTask,
): { state: 'failure' | 'revoked'; reason: Reason; outcome: AttemptOutcome } | null {
  if (why === 'memory')
    return { state: 'failure', reason: { code: 'engine.memory_limit', params: {} }, outcome: 'limit' }
  if (why === 'terminated')
    return { state: 'revoked', reason: { code: 'engine.terminated', params: {} }, outcome: 'revoked' }
  if (why !== 'hard_limit') return null
  const seconds = limits?.hardSeconds ?? 1800
  return { state: 'failure', reason: { code: 'engine.hard_limit', params: { seconds } }, outcome: 'limit' }
}
