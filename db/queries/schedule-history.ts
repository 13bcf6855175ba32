import type { Db } from '../open'
import { statement } from '../statement'
import type { OccurrenceRow, ScheduleRow } from './schedule'

export type VersionRow = Pick<
  ScheduleRow,
  'cron' | 'every_minutes' | 'once_at' | 'anchor_at' | 'zone' | 'working_day'
> & {
  schedule_id: number
  /** From when on. */
  at: number
  /** JSON {code, params}; null: it was to run. */
  resting: string | null
  by: string
}

export const latestVersion = (db: Db, scheduleId: number): VersionRow | undefined =>
  statement(db, 'select * from schedule_version where schedule_id = ? order by id desc limit 1').get(scheduleId) as
    | VersionRow
    | undefined

/** What the schedule was at an instant; the version written last counts where the clock had been set back. */
export const versionAt = (db: Db, scheduleId: number, at: number): VersionRow | undefined =>
  statement(db, 'select * from schedule_version where schedule_id = ? and at <= ? order by id desc limit 1').get(
    scheduleId,
    at,
  ) as VersionRow | undefined

export function insertVersion(db: Db, row: VersionRow): void {
  statement(
    db,
    `insert into schedule_version (schedule_id, at, cron, every_minutes, once_at, anchor_at, zone, working_day, resting, by)
     values (@schedule_id, @at, @cron, @every_minutes, @once_at, @anchor_at, @zone, @working_day, @resting, @by)`,
  ).run(row)
}

/** What was decided of instants from `from` until before `to`, oldest first. */
export const occurrencesBetween = (db: Db, scheduleId: number, from: number, to: number): OccurrenceRow[] =>
  statement(db, 'select * from occurrence where schedule_id = ? and due_at >= ? and due_at < ? order by due_at').all(
    scheduleId,
    from,
    to,
  ) as OccurrenceRow[]

/** The last row at or before an instant that stands for many instants. */
export const rowForMany = (db: Db, scheduleId: number, at: number): OccurrenceRow | undefined =>
  statement(
    db,
    `select * from occurrence where schedule_id = ? and due_at <= ? and reason like '%_many"%'
     order by due_at desc limit 1`,
  ).get(scheduleId, at) as OccurrenceRow | undefined

type BootRow = { started_at: number; ended_at: number | null }

/** The office process that ran, or had last run, at an instant. */
export const bootBefore = (db: Db, at: number): BootRow | undefined =>
  statement(db, 'select started_at, ended_at from boot where started_at <= ? order by id desc limit 1').get(at) as
    | BootRow
    | undefined

/** Whether boots have been cleared away: then nobody knows what was before the oldest that is kept. */
export const isBootsCleared = (db: Db): boolean =>
  ((statement(db, 'select min(id) from boot').pluck().get() as number | null) ?? 1) > 1

/** When the office was next opened after an instant. */
export const nextStart = (db: Db, at: number): number | null =>
  statement(db, 'select min(started_at) from boot where started_at > ?').pluck().get(at) as number | null

/** Milliseconds from start to end of the last runs of a task that succeeded, newest first. */
export const lastDurations = (db: Db, task: string, limit: number): number[] =>
  statement(
    db,
    `select finished_at - started_at from task
     where name_id = (select id from task_name where name = ?) and state = 'success' and finished_at is not null
     order by id desc limit ?`,
  )
    .pluck()
    .all(task, limit) as number[]
