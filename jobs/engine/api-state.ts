import type { TaskState } from '../../db/queries/engine'
import type { ApiState } from './engine'

/** Celery's name of a state: what waits for another try is RETRY, what has reported progress is PROGRESS. */
export function apiState(task: { state: TaskState; retries: number; progress: string | null }): ApiState {
  switch (task.state) {
    case 'ready':
      return 'PENDING'
    case 'waiting':
      return task.retries > 0 ? 'RETRY' : 'PENDING'
    case 'running':
      return task.progress === null ? 'STARTED' : 'PROGRESS'
    case 'success':
      return 'SUCCESS'
    case 'failure':
      return 'FAILURE'
    case 'revoked':
      return 'REVOKED'
    case 'expired':
      return 'EXPIRED'
  }
}

export const isFinished = (state: TaskState): boolean =>
  state === 'success' || state === 'failure' || state === 'revoked' || state === 'expired'
