import type { Db } from '../open'
import { statement } from '../statement'

export type ScheduleRow = {
  id: number
  name: string
  task: string
  /** JSON object */
  args: string
  cron: string | null
  every_minutes: number | null
  once_at: number | null
  zone: string
  misfire: 'skip' | 'latest' | 'all'
  overlap: 'skip' | 'queue' | 'replace' | 'allow'
  working_day: 'unchanged' | 'before' | 'after'
  jitter_s: number
  expires_s: number | null
  enabled: 0 | 1
  origin: string
  module: string | null
  anchor_at: number
  next_due_at: number | null
  created_at: number
  changed_at: number
  rest_reason: string | null
  laid_down: string | null
  /** With misfire 'all': so many missed occurrences run, the latest of them. */
  misfire_most: number
}

/** queued: it waits until the task of an earlier occurrence has ended. */
export type OccurrenceState = 'enqueued' | 'queued' | 'skipped' | 'coalesced' | 'by_hand'

export type OccurrenceRow = {
  id: number
  schedule_id: number
  due_at: number
  state: OccurrenceState
  /** JSON {code, params} */
  reason: string | null
  task_id: number | null
  late_s: number
  decided_at: number
}

const COLUMNS = [
  'name',
  'task',
  'args',
  'cron',
  'every_minutes',
  'once_at',
  'zone',
  'misfire',
  'overlap',
  'working_day',
  'jitter_s',
  'expires_s',
  'enabled',
  'origin',
  'module',
  'anchor_at',
  'next_due_at',
  'created_at',
  'changed_at',
  'rest_reason',
  'laid_down',
  'misfire_most',
] as const

export function insertSchedule(db: Db, row: Omit<ScheduleRow, 'id'>): number {
  const { lastInsertRowid } = statement(
    db,
    `insert into schedule (${COLUMNS.join(', ')}) values (${COLUMNS.map((column) => `@${column}`).join(', ')})`,
  ).run(row)
  return Number(lastInsertRowid)
}

export function updateSchedule(db: Db, row: ScheduleRow): void {
  statement(
    db,
    `update schedule set ${COLUMNS.map((column) => `${column} = @${column}`).join(', ')} where id = @id`,
  ).run(row)
}

/** Its occurrences go with it; the tasks they enqueued stay. */
export function deleteSchedule(db: Db, id: number): void {
  statement(db, 'delete from schedule where id = ?').run(id)
}

export function setNextDue(db: Db, id: number, next: number | null): void {
  statement(db, 'update schedule set next_due_at = ? where id = ?').run(next, id)
}

export const scheduleById = (db: Db, id: number): ScheduleRow | undefined =>
  statement(db, 'select * from schedule where id = ?').get(id) as ScheduleRow | undefined

export const scheduleByName = (db: Db, name: string): ScheduleRow | undefined =>
  statement(db, 'select * from schedule where name = ?').get(name) as ScheduleRow | undefined

/** The name itself, or with the first number that nobody has: 'Backup', 'Backup (2)', … */
export function nearestFreeName(db: Db, name: string): string {
  let free = name
  for (let n = 2; scheduleByName(db, free); n++) free = `${name} (${n})`
  return free
}

export const schedulesAfter = (db: Db, id: number, limit: number): ScheduleRow[] =>
  statement(db, 'select * from schedule where id > ? order by id limit ?').all(id, limit) as ScheduleRow[]

export const allSchedules = (db: Db): ScheduleRow[] =>
  statement(db, 'select * from schedule order by id').all() as ScheduleRow[]

export const dueSchedules = (db: Db, now: number, limit: number): ScheduleRow[] =>
  statement(db, 'select * from schedule where enabled = 1 and next_due_at <= ? order by next_due_at, id limit ?').all(
    now,
    limit,
  ) as ScheduleRow[]

export const nearestDue = (db: Db): number | null =>
  statement(db, 'select min(next_due_at) from schedule where enabled = 1').pluck().get() as number | null

export const hasOccurrence = (db: Db, scheduleId: number, dueAt: number): boolean =>
  statement(db, 'select 1 from occurrence where schedule_id = ? and due_at = ?').get(scheduleId, dueAt) !== undefined

/** False where that occurrence has been decided already: a schedule is decided once per instant. */
export function insertOccurrence(db: Db, row: Omit<OccurrenceRow, 'id'>): boolean {
  const { changes } = statement(
    db,
    `insert into occurrence (schedule_id, due_at, state, reason, task_id, late_s, decided_at)
     values (@schedule_id, @due_at, @state, @reason, @task_id, @late_s, @decided_at)
     on conflict (schedule_id, due_at) do nothing`,
  ).run(row)
  return changes === 1
}

/** Newest first. */
export const latestOccurrences = (db: Db, scheduleId: number, limit: number): OccurrenceRow[] =>
  statement(db, 'select * from occurrence where schedule_id = ? order by due_at desc limit ?').all(
    scheduleId,
    limit,
  ) as OccurrenceRow[]

/**
 * A task of the schedule's last occurrences that has not ended. The last are those started last, not those due last: where
 * the clock was set back, what ran before lies in the future. Twenty are looked at: with overlap `skip` at most one
 * that it enqueued itself is unfinished, besides those run by hand.
 */
export function unfinishedTaskOf(db: Db, scheduleId: number): number | null {
  const found = statement(
    db,
    `select task.id from (
       select task_id from occurrence where schedule_id = ? and task_id is not null order by task_id desc limit 20
     ) as last join task on task.id = last.task_id
     where task.finished_at is null limit 1`,
  )
    .pluck()
    .get(scheduleId)
  return (found as number | undefined) ?? null
}

/** Every unfinished task of the schedule's last occurrences, oldest first. */
export const unfinishedTasksOf = (db: Db, scheduleId: number): number[] =>
  statement(
    db,
    `select task.id from (
       select task_id from occurrence where schedule_id = ? and task_id is not null order by task_id desc limit 20
     ) as last join task on task.id = last.task_id
     where task.finished_at is null order by task.id`,
  )
    .pluck()
    .all(scheduleId) as number[]

/** The occurrences of a schedule that wait for an earlier one, oldest first. */
export const queuedOccurrences = (db: Db, scheduleId: number): OccurrenceRow[] =>
  statement(db, "select * from occurrence where schedule_id = ? and state = 'queued' order by due_at").all(
    scheduleId,
  ) as OccurrenceRow[]

export const countQueued = (db: Db, scheduleId: number): number =>
  statement(db, "select count(*) from occurrence where schedule_id = ? and state = 'queued'")
    .pluck()
    .get(scheduleId) as number

/** The schedules of which an occurrence waits. */
export const schedulesWithQueued = (db: Db): ScheduleRow[] =>
  statement(
    db,
    "select * from schedule where id in (select distinct schedule_id from occurrence where state = 'queued') order by id",
  ).all() as ScheduleRow[]

/** What became of an occurrence that waited. */
export function settleQueued(db: Db, row: Pick<OccurrenceRow, 'id' | 'state' | 'reason' | 'task_id'>): void {
  statement(
    db,
    "update occurrence set state = @state, reason = @reason, task_id = @task_id where id = @id and state = 'queued'",
  ).run(row)
}

/** When the office process before this boot said goodbye; null where it was killed or there was none. */
export const lastGoodbye = (db: Db, bootId: number): number | null =>
  (statement(db, 'select ended_at from boot where id < ? order by id desc limit 1').pluck().get(bootId) as
    | number
    | null
    | undefined) ?? null

export type LateRow = OccurrenceRow & { name: string; task: string }

/** What was decided late in the last catch-up, by schedule and due instant. */
export const lastLateOccurrences = (db: Db, limit: number): LateRow[] =>
  statement(
    db,
    `select occurrence.*, schedule.name, schedule.task from occurrence join schedule on schedule.id = occurrence.schedule_id
     where late_s > 60 and decided_at = (select max(decided_at) from occurrence where late_s > 60)
     order by occurrence.due_at desc, occurrence.id limit ?`,
  ).all(limit) as LateRow[]
