import type { Db } from '../open'
import { statement } from '../statement'

export type DraftRun = {
  id: number
  kind: 'regular' | 'off_cycle' | 'final' | 'arrears' | 'correction' | 'reversal'
  period_id: number
  period: string
  start_on: string
  end_on: string
  employees: number
  errors: number
  at: number
}

/** Computed runs that wait for a person, oldest period first; a trial run waits for nobody. */
export const draftRuns = (db: Db): DraftRun[] =>
  statement(
    db,
    `select run.id, run.kind, run.period_id, period.description as period, period.start_on, period.end_on, run.employees, run.errors,
       coalesce(run.computed_at, run.changed_at) as at
     from pay_run run join period on period.id = run.period_id
     where run.status = 'draft' and run.kind <> 'trial' order by period.start_on, run.id`,
  ).all() as DraftRun[]

export type OpenBatch = {
  id: number
  file_name: string
  state: 'mapping' | 'checked'
  rows: number
  errors: number
  at: number
}

/** Files that wait for an answer, for a mended row or to be applied; what was left lying since `since` is let go. */
export const openBatches = (db: Db, since: number): OpenBatch[] =>
  statement(
    db,
    `select id, file_name, state, rows_n as rows, error_n as errors, coalesce(checked_at, created_at) as at
     from import_batch where state in ('mapping', 'checked') and created_at >= ? order by id desc limit 50`,
  ).all(since) as OpenBatch[]

export type MailCount = { state: string; n: number; at: number; id: number }

/** Mail that is on its way or that somebody must look at, by state, with the last one of each. */
export const openMail = (db: Db): MailCount[] =>
  statement(
    db,
    `select state, count(*) as n, max(changed_at) as at, max(id) as id from outbox
     where state in ('held', 'queued', 'sending', 'failed', 'unknown') group by state`,
  ).all() as MailCount[]

export type FailedTask = { notice_id: number; task_id: number; task: string; error: string | null; at: number }

/** Failures that nobody has set aside and that did not end well since, newest first. Failed mail stands in the outbox. */
export const failedTasks = (db: Db, limit: number): FailedTask[] =>
  statement(
    db,
    `select notice.id as notice_id, task.id as task_id, task_name.name as task, task.error, task.finished_at as at
     from notice
     join task on task.id = cast(substr(notice.entity, 6) as integer)
     join task_name on task_name.id = task.name_id
     where notice.seen_at is null and notice.kind = 'failure' and notice.entity like 'task:%'
       and task.state = 'failure' and task_name.name <> 'notify.deliver_mail'
     order by notice.id desc limit ?`,
  ).all(limit) as FailedTask[]

export type DoneTasks = { task: string; n: number; at: number; last_id: number }

/** Of the newest `limit` tasks those that succeeded since `since`, by task, the latest first. */
export const doneSince = (db: Db, since: number, limit: number): DoneTasks[] =>
  statement(
    db,
    `select task_name.name as task, count(*) as n, max(done.finished_at) as at, max(done.id) as last_id
     from (select id, name_id, state, finished_at from task order by id desc limit ?) done
     join task_name on task_name.id = done.name_id
     where done.state = 'success' and done.finished_at >= ? group by done.name_id order by at desc`,
  ).all(limit, since) as DoneTasks[]

export type DueNext = {
  id: number
  name: string
  origin: string
  task: string
  module: string | null
  next_due_at: number
}

/** What falls due next. */
export const dueNext = (db: Db, limit: number): DueNext[] =>
  statement(
    db,
    `select id, name, task, origin, module, next_due_at from schedule
     where enabled = 1 and next_due_at is not null order by next_due_at, id limit ?`,
  ).all(limit) as DueNext[]

/** Nobody, no file and no pay period is known yet. */
export function isUntouched(db: Db): boolean {
  const sql = `select not exists (select 1 from party) and not exists (select 1 from import_batch)
    and not exists (select 1 from period) as untouched`
  return (statement(db, sql).get() as { untouched: number }).untouched === 1
}
