import type { Db } from '../open'
import { statement } from '../statement'
import type { BatchRow } from './batches'
import type { TaskState } from './engine'

export type MonitorRow = {
  id: number
  task: string
  queue: string
  priority: number
  state: TaskState
  args: string
  key: string | null
  origin: string
  created_at: number
  due_at: number | null
  expires_at: number | null
  started_at: number | null
  finished_at: number | null
  attempt: number
  retries: number
  slot: string | null
  progress: string | null
  result: string | null
  error: string | null
  revoked: number
  batch_id: number | null
  result_gone_at: number | null
}

const COLUMNS = `
  task.id, task_name.name as task, queue.name as queue, task.priority, task.state, task.args, task.key, task.origin,
  task.created_at, task.due_at, task.expires_at, task.started_at, task.finished_at, task.attempt, task.retries,
  task.slot, task.progress, task.result, task.error, task.revoked, task.batch_id,
  task.result_gone_at`
const JOINS = `
  join task_name on task_name.id = task.name_id
  join queue on queue.id = task.queue_id`

export const oneTask = (db: Db, id: number) =>
  statement(db, `select ${COLUMNS} from task ${JOINS} where task.id = ?`).get(id) as MonitorRow | undefined

export const stateOfTask = (db: Db, id: number) =>
  statement(db, 'select state, retries, progress from task where id = ?').get(id) as
    | Pick<MonitorRow, 'state' | 'retries' | 'progress'>
    | undefined

type AttemptRow = {
  n: number
  started_at: number
  finished_at: number
  outcome: string
  slot: string
  error: string | null
}
export const attemptsOf = (db: Db, id: number) =>
  statement(
    db,
    'select n, started_at, finished_at, outcome, slot, error from attempt where task_id = ? order by n',
  ).all(id) as AttemptRow[]

type LogRow = { at: number; attempt: number; level: string; text: string }
export const logOf = (db: Db, id: number) =>
  statement(db, 'select at, attempt, level, text from task_log where task_id = ? order by id limit 1000').all(
    id,
  ) as LogRow[]

export const oneBatch = (db: Db, id: number) =>
  statement(db, 'select * from batch where id = ?').get(id) as BatchRow | undefined

export const membersOfBatch = (db: Db, id: number) =>
  statement(
    db,
    `select task.id, task_name.name as task, task.state, task.retries, task.progress
     from batch_member member join task on task.id = member.task_id join task_name on task_name.id = task.name_id
     where member.batch_id = ? order by member.position`,
  ).all(id) as Pick<MonitorRow, 'id' | 'task' | 'state' | 'retries' | 'progress'>[]

export type PageFilter = {
  state?: string | undefined
  task?: string | undefined
  queue?: string | undefined
  q?: string | undefined
  before?: number | undefined
  limit: number
}

/** A part of the list that one index serves; what is not finished is few and sorted, not looked for among what is. */
type Part = { from?: 'task_ready' | 'task_waiting' | 'task_running'; terms: string }

const READY: Part = { from: 'task_ready', terms: "task.state = 'ready'" }
const WAITING: Part = { from: 'task_waiting', terms: "task.state = 'waiting'" }
const RUNNING: Part = { from: 'task_running', terms: "task.state = 'running'" }
const and = ({ from, terms }: Part, more: string): Part => ({ ...(from && { from }), terms: `${terms} and ${more}` })
/** What did not succeed; the terms are those of its partial index, word for word. */
const ended = (state: string): Part => ({
  terms: `task.state = '${state}' and task.finished_at is not null and task.state <> 'success'`,
})

/** Celery's states. */
const STATES: Record<string, Part[]> = {
  PENDING: [READY, and(WAITING, 'task.retries = 0')],
  WAITING: [READY, WAITING],
  RUNNING: [RUNNING],
  RETRY: [and(WAITING, 'task.retries > 0')],
  STARTED: [and(RUNNING, 'task.progress is null')],
  PROGRESS: [and(RUNNING, 'task.progress is not null')],
  SUCCESS: [{ terms: "task.state = 'success' and task.finished_at is not null" }],
  FAILURE: [ended('failure')],
  REVOKED: [ended('revoked')],
  EXPIRED: [ended('expired')],
}

/** Of one name, whatever its state: each part in the order of its index. */
const OF_A_NAME: Part[] = [
  ...['success', 'failure', 'revoked', 'expired'].map((state) => ({
    terms: `task.state = '${state}' and task.finished_at is not null`,
  })),
  READY,
  WAITING,
  RUNNING,
]

/** So many that sorting them takes longer than to come upon a page of them among all tasks, newest first. */
const MANY_OPEN = 50_000

const openTasks = (db: Db): number =>
  statement(db, "select coalesce(sum(n), 0) from task_count where state in ('ready', 'waiting')")
    .pluck()
    .get() as number

function partsOf(db: Db, { state, task, queue, q }: PageFilter): Part[] {
  if (state === 'SUCCESS' && !task && !q) {
    const parts = namesOf(db).map((id) => ({ terms: `task.name_id = ${id} and ${STATES.SUCCESS?.[0]?.terms}` }))
    return parts.length ? parts : [{ terms: '0' }]
  }
  if (state) return STATES[state] ?? [{ terms: '0' }]
  return task && !queue && !q ? OF_A_NAME : [{ terms: '1' }]
}

/** So many tasks that hold the words looked for are sorted at once. */
const WINDOW = 5_000
/** So many windows a question: on the reader thread others wait for its end. */
const MOST_WINDOWS = 20
const NO_ID = Number.MAX_SAFE_INTEGER

const matches = (count: number, after = 0): string =>
  `select rowid from task_text where task_text match ? and rowid < ? order by rowid desc limit ${count} offset ${after}`

/**
 * A page of tasks, newest first; `next` is the `before` of the following page. Where words are looked for that many tasks
 * hold, of which few fit otherwise, a page may be short, or empty, and yet not the last.
 */
export function tasksBefore(db: Db, filter: PageFilter): { rows: MonitorRow[]; next: number | null } {
  const rows: MonitorRow[] = []
  let before = filter.before
  for (let windows = 0; windows < MOST_WINDOWS; windows++) {
    rows.push(...pageOfTasks(db, { ...filter, before, limit: filter.limit - rows.length }))
    if (rows.length === filter.limit) return { rows, next: rows.at(-1)?.id ?? null }
    before = filter.q ? endOfWindow(db, filter.q, before) : undefined
    if (before === undefined) return { rows, next: null }
  }
  return { rows, next: before ?? null }
}

/** The last task of the window of those that hold the words; undefined where there are fewer than it takes. */
const endOfWindow = (db: Db, q: string, before = NO_ID): number | undefined =>
  statement(db, matches(1, WINDOW - 1))
    .pluck()
    .get(matchOf(wordsOf(q)), before) as number | undefined

const wordsOf = (q: string): string[] => q.split(/\s+/).filter(Boolean)

/** One window of a search. The ids are chosen first, on an index, and only the page's rows are read: the same at ten and at ten million. */
export function pageOfTasks(db: Db, filter: PageFilter): MonitorRow[] {
  const terms: string[] = []
  const values: (string | number)[] = []
  if (filter.q) {
    const words = wordsOf(filter.q)
    terms.push(`task.id in (
      select * from (${matches(WINDOW)}) union all ${notYetIndexed(words.length)})`)
    values.push(matchOf(words), filter.before ?? NO_ID, ...words)
  }
  if (filter.task) {
    terms.push('task.name_id = (select id from task_name where name = ?)')
    values.push(filter.task)
  }
  if (filter.queue) {
    terms.push('task.queue_id = (select id from queue where name = ?)')
    values.push(filter.queue)
  }
  if (filter.before) {
    terms.push('task.id < ?')
    values.push(filter.before)
  }
  const sorts = openTasks(db) <= MANY_OPEN
  const newest = (part: Part) => {
    const isSorted = part.from === 'task_running' || (part.from !== undefined && sorts)
    const where = [part.terms, ...terms].join(' and ')
    return `select * from (select task.id from task ${isSorted ? `indexed by ${part.from}` : ''}
      where ${where} order by ${isSorted ? '+' : ''}task.id desc limit ?)`
  }
  const parts = partsOf(db, filter)
  return statement(
    db,
    `select ${COLUMNS} from task ${JOINS} where task.id in (${parts.map(newest).join(' union all ')})
     order by task.id desc limit ?`,
  ).all(...parts.flatMap(() => [...values, filter.limit]), filter.limit) as MonitorRow[]
}

/** Successes of all names are merged from those of each: no index holds them without a name. */
const namesOf = (db: Db): number[] => statement(db, 'select id from task_name order by id').pluck().all() as number[]

/** Each word as a prefix, all of them; quoted, so that nothing a person types is read as a query language. */
const matchOf = (words: string[]): string => words.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' ')

/** The full text is filled in behind: the newest tasks, which it does not hold yet, are few and read as they are. */
function notYetIndexed(words: number): string {
  const text = "lower(name.name || ' ' || coalesce(new.key, '') || ' ' || substr(new.args, 1, 20000))"
  const terms = Array.from({ length: words }, () => `and instr(${text}, lower(?)) > 0`)
  return `select new.id from task new join task_name name on name.id = new.name_id
    where new.id > coalesce((select value from engine_mark where name = 'indexed_to'), 0) ${terms.join(' ')}`
}

type QueueRow = {
  name: string
  priority: number
  paused: number
  ready: number
  waiting: number
  running: number
  oldest_at: number | null
  paused_by: string | null
  paused_at: number | null
  max_running: number | null
  rate_tasks: number | null
  rate_seconds: number | null
}
export const queueCounts = (db: Db) =>
  statement(
    db,
    `select queue.name, queue.priority, queue.paused, queue.paused_by, queue.paused_at, queue.max_running,
       queue.rate_tasks, queue.rate_seconds,
       coalesce(sum(n) filter (where state = 'ready'), 0) as ready,
       coalesce(sum(n) filter (where state = 'waiting'), 0) as waiting,
       coalesce(sum(n) filter (where state = 'running'), 0) as running,
       (select created_at from task where id = (
         select min(id) from task where state = 'ready' and lane in (0, 1) and queue_id = queue.id)) as oldest_at
     from queue left join task_count on task_count.queue_id = queue.id
     group by queue.id order by queue.priority desc, queue.name`,
  ).all() as QueueRow[]

export const taskCounts = (db: Db) =>
  statement(
    db,
    `select task_name.name as task, state, sum(n) as n
     from task_count join task_name on task_name.id = task_count.name_id
     group by task_name.name, state having sum(n) > 0 order by task_name.name, state`,
  ).all() as { task: string; state: string; n: number }[]

export const facetCounts = (db: Db) =>
  statement(
    db,
    `select task_name.name as task, queue.name as queue, state, n
     from task_count join task_name on task_name.id = task_count.name_id join queue on queue.id = task_count.queue_id
     where n > 0 order by task_name.name, queue.name, state`,
  ).all() as { task: string; queue: string; state: TaskState; n: number }[]

const STORED: Record<string, string[]> = {
  PENDING: ['ready', 'waiting'],
  WAITING: ['ready', 'waiting'],
  RETRY: ['waiting'],
  STARTED: ['running'],
  PROGRESS: ['running'],
  RUNNING: ['running'],
}

/** How many tasks fit, from the counters; states the counters do not tell apart are counted together. */
export const countTasks = (db: Db, filter: Pick<PageFilter, 'state' | 'task' | 'queue'>): number => {
  const { state, task = null, queue = null } = filter
  const states = state === undefined ? null : (STORED[state] ?? [state.toLowerCase()])
  return statement(
    db,
    `select coalesce(sum(n), 0) from task_count
     where (@states is null or state in (select value from json_each(@states)))
       and (@task is null or name_id = (select id from task_name where name = @task))
       and (@queue is null or queue_id = (select id from queue where name = @queue))`,
  )
    .pluck()
    .get({ states: states && JSON.stringify(states), task, queue }) as number
}

export const unfinishedTasks = (db: Db, state: 'running' | 'ready' | 'waiting', limit: number) =>
  statement(
    db,
    `select ${COLUMNS} from task ${JOINS} where task.state = '${state}'
     order by task.priority desc, task.id limit ?`,
  ).all(limit) as MonitorRow[]
