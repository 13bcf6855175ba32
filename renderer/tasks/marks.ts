import type { Output } from '../../jobs/api/contract'
import type { MarkName } from '../components/mark'

export type TaskRow = Output<'tasks.list'>['items'][number]
export type TaskState = TaskRow['state']

/** How a state is marked; what waits for another try needs a look, not a hand. */
export const taskMarks: Record<TaskState, MarkName> = {
  PENDING: 'waiting',
  STARTED: 'running',
  PROGRESS: 'running',
  RETRY: 'retrying',
  SUCCESS: 'done',
  FAILURE: 'failed',
  REVOKED: 'skipped',
  EXPIRED: 'skipped',
}
