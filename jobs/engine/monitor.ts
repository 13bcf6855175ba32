import type { Db } from '../../db/open'
import type { TaskState } from '../../db/queries/engine'
import * as monitorQueries from '../../db/queries/monitor'
import { unpack } from '../values/deflated'
import type { Reason } from '../values/problem'
import { type Instant, toIso } from '../values/time'
import { apiState, isFinished } from './api-state'
import type { ApiState } from './engine'

const iso = (at: number | null): string | null => (at === null ? null : toIso(at as Instant))
const json = (text: string | null): unknown => (text === null ? null : JSON.parse(text))

export type AttemptView = {
  n: number
  started_at: string
  finished_at: string | null
  outcome: string
  slot: string
  error: Reason | null
}

export type TaskView = {
  task_id: string
  task: string
  state: ApiState
  ready: boolean
  successful: boolean | null
  progress: { current: number; total: number; status: string } | null
  args: unknown
  result: unknown
  error: Reason | null
  queue: string
  priority: number
  eta: string | null
  expires: string | null
  created_at: string
  started_at: string | null
  finished_at: string | null
  retries: number
  origin: string
  unique_key: string | null
  revoking: boolean
  batch_id: string | null
  /** Since when its result is no longer kept. */
  result_gone_at: string | null
  attempts: AttemptView[]
  log: { at: string; attempt: number; level: string; text: string }[]
}

export type TaskLine = Omit<TaskView, 'batch_id' | 'result_gone_at' | 'args' | 'result' | 'attempts' | 'log'>

function lineOf(row: monitorQueries.MonitorRow): TaskLine {
  const ready = isFinished(row.state)
  return {
    task_id: String(row.id),
    task: row.task,
    state: apiState(row),
    ready,
    successful: ready ? row.state === 'success' : null,
    progress: json(row.progress) as TaskView['progress'],
    error: json(row.error) as Reason | null,
    queue: row.queue,
    priority: row.priority,
    eta: iso(row.due_at),
    expires: iso(row.expires_at),
    created_at: toIso(row.created_at as Instant),
    started_at: iso(row.started_at),
    finished_at: iso(row.finished_at),
    retries: row.retries,
    origin: row.origin,
    unique_key: row.key,
    revoking: row.revoked === 1 && !ready,
  }
}

/** One task with its attempts and log lines; null where there is none. A running attempt is read from the lease. */
export function taskView(db: Db, id: number): TaskView | null {
  const row = monitorQueries.oneTask(db, id)
  if (!row) return null
  const attempts: AttemptView[] = monitorQueries.attemptsOf(db, id).map((one) => ({
    n: one.n,
    started_at: toIso(one.started_at as Instant),
    finished_at: toIso(one.finished_at as Instant),
    outcome: one.outcome,
    slot: one.slot,
    error: json(one.error) as Reason | null,
  }))
  if (row.state === 'running' && row.started_at !== null)
    attempts.push({
      n: row.attempt,
      started_at: toIso(row.started_at as Instant),
      finished_at: null,
      outcome: 'running',
      slot: row.slot ?? '',
      error: null,
    })
  const log = monitorQueries.logOf(db, id).map((line) => ({ ...line, at: toIso(line.at as Instant) }))
  const batch_id = row.batch_id === null ? null : String(row.batch_id)
  return {
    ...lineOf(row),
    batch_id,
    result_gone_at: iso(row.result_gone_at),
    args: json(unpack(row.args)),
    result: json(row.result && unpack(row.result)),
    attempts,
    log,
  }
}

/** The state of one task; null where it is no longer kept. */
export function taskState(db: Db, id: number): ApiState | null {
  const row = monitorQueries.stateOfTask(db, id)
  return row ? apiState(row) : null
}

/** A chain, group or chord with its members in order; null where there is none. */
export function batchView(db: Db, id: number) {
  const batch = monitorQueries.oneBatch(db, id)
  if (!batch) return null
  return {
    batch_id: String(batch.id),
    kind: batch.kind,
    state: batch.state,
    size: batch.size,
    ended: batch.ended,
    succeeded: batch.succeeded,
    created_at: toIso(batch.created_at as Instant),
    finished_at: iso(batch.finished_at),
    error: json(batch.error) as Reason | null,
    members: monitorQueries
      .membersOfBatch(db, id)
      .map((one) => ({ task_id: String(one.id), task: one.task, state: apiState(one) })),
  }
}

export type TaskFilter = {
  state?: ApiState | 'WAITING' | 'RUNNING' | undefined
  task?: string | undefined
  queue?: string | undefined
  q?: string | undefined
  before?: number | undefined
  limit: number
}

/** A page of tasks, newest first. `next` is the `before` of the following page. Runs on the reader thread. */
export function listTasks(db: Db, filter: TaskFilter): { items: TaskLine[]; next: number | null } {
  const { rows, next } = monitorQueries.tasksBefore(db, filter)
  return { items: rows.map(lineOf), next }
}

type QueueRow = ReturnType<typeof monitorQueries.queueCounts>[number]
export type QueueCount = Omit<QueueRow, 'paused' | 'paused_at' | 'oldest_at'> & {
  paused: boolean
  paused_at: string | null
  oldest_at: string | null
}

export const queueCounts = (db: Db): QueueCount[] =>
  monitorQueries.queueCounts(db).map((row) => ({
    ...row,
    paused: row.paused === 1,
    paused_at: iso(row.paused_at),
    oldest_at: iso(row.oldest_at),
  }))

/** Tasks per name and state, from the counters. */
export const taskCounts = (db: Db): { task: string; state: string; n: number }[] => monitorQueries.taskCounts(db)

const FACETS: Record<TaskState, 'WAITING' | 'RUNNING' | 'SUCCESS' | 'FAILURE' | 'REVOKED' | 'EXPIRED'> = {
  ready: 'WAITING',
  waiting: 'WAITING',
  running: 'RUNNING',
  success: 'SUCCESS',
  failure: 'FAILURE',
  revoked: 'REVOKED',
  expired: 'EXPIRED',
}

/** What the filters of the list would leave over, from the counters: the same at ten and at ten million. */
export const facetCounts = (db: Db) =>
  monitorQueries.facetCounts(db).map((row) => ({ ...row, state: FACETS[row.state] }))

/** The unfinished tasks of a stored state: what runs, what is handed out next, what waits for its time. */
export function unfinished(db: Db, state: 'running' | 'ready' | 'waiting', limit: number): TaskLine[] {
  return monitorQueries.unfinishedTasks(db, state, limit).map(lineOf)
}
