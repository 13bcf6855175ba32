import type { Instant } from '../../../jobs/values/time'
import type { Db } from '../../open'
import { statement } from '../../statement'

export type RunRow = {
  id: number
  period_id: number
  no: number
  kind: 'regular' | 'off_cycle' | 'final' | 'arrears' | 'correction' | 'reversal' | 'trial'
  status: 'draft' | 'computing' | 'approved' | 'paid' | 'reversed' | 'discarded'
  version: number
  currency: string
  employees: number
  errors: number
  gross_minor: number
  deductions_minor: number
  employer_minor: number
  net_minor: number
  digest: string | null
  note: string | null
  task_id: number | null
  computed_at: Instant | null
  approved_at: Instant | null
  approved_by: string | null
  paid_at: Instant | null
  /** The run that a correction corrects, or a reversal mirrors. */
  of_run_id: number | null
  /** JSON of what a supplementary run was asked for. */
  ask: string | null
  basis: string | null
}

/** What corrections have replaced of each run: `gone`, to be joined. */
export const REPLACED = `
  (select o.run_id, count(*) as people, sum(o.gross_minor) as gross, sum(o.deductions_minor) as deductions,
          sum(o.employer_minor) as employer, sum(o.net_minor) as net
   from slip_replacement x join slip o on o.id = x.old_slip_id group by o.run_id) gone`

/** How many people and which sums of a run stand: those it was computed with, less what corrections have replaced. */
export const standing = (run: string): string => `
  ${run}.employees - coalesce(gone.people, 0) as employees,
  ${run}.gross_minor - coalesce(gone.gross, 0) as gross_minor,
  ${run}.deductions_minor - coalesce(gone.deductions, 0) as deductions_minor,
  ${run}.employer_minor - coalesce(gone.employer, 0) as employer_minor,
  ${run}.net_minor - coalesce(gone.net, 0) as net_minor`

const COLUMNS = `id, period_id, no, kind, status, version, currency, errors, ${standing('pay_run')},
  digest, note, task_id, computed_at, approved_at, approved_by, paid_at, of_run_id, ask, basis`
const RUNS = `pay_run left join ${REPLACED} on gone.run_id = pay_run.id`

export function runRow(db: Db, id: number): RunRow | undefined {
  return statement(db, `select ${COLUMNS} from ${RUNS} where id = ?`).get(id) as RunRow | undefined
}

/** Newest first. */
export function runsOfPeriod(db: Db, periodId: number): RunRow[] {
  return statement(db, `select ${COLUMNS} from ${RUNS} where period_id = ? order by no desc`).all(periodId) as RunRow[]
}

/** The runs of all periods, newest first within each. */
export function allRuns(db: Db): RunRow[] {
  return statement(db, `select ${COLUMNS} from ${RUNS} order by period_id, no desc`).all() as RunRow[]
}

/** The regular run that stands for a period: its newest one that was not reversed. */
export function regularRun(db: Db, periodId: number): RunRow | undefined {
  const sql = `
    select ${COLUMNS} from ${RUNS}
    where period_id = ? and kind = 'regular' and status <> 'reversed'
    order by no desc limit 1`
  return statement(db, sql).get(periodId) as RunRow | undefined
}

export function insertRun(
  db: Db,
  run: { periodId: number; currency: string; taskId: number; origin: string; now: number },
): number {
  const sql = `
    insert into pay_run (period_id, no, kind, status, currency, task_id, origin, created_at, changed_at)
    values (@periodId, (select coalesce(max(no), 0) + 1 from pay_run where period_id = @periodId), 'regular',
            'computing', @currency, @taskId, @origin, @now, @now)`
  return Number(statement(db, sql).run(run).lastInsertRowid)
}

export function setComputing(db: Db, id: number, taskId: number, now: number): void {
  statement(db, `update pay_run set status = 'computing', task_id = ?, changed_at = ? where id = ?`).run(
    taskId,
    now,
    id,
  )
}

export type RunFigures = Pick<
  RunRow,
  'currency' | 'employees' | 'errors' | 'gross_minor' | 'deductions_minor' | 'employer_minor' | 'net_minor' | 'digest'
>

/** A finished computation: the run is a draft again, its version one up. */
export function saveFigures(
  db: Db,
  id: number,
  figures: RunFigures & { note: string | null; taskId: number; now: number },
): void {
  const sql = `
    update pay_run
    set status = 'draft', version = version + 1, currency = @currency, employees = @employees, errors = @errors,
        gross_minor = @gross_minor, deductions_minor = @deductions_minor, employer_minor = @employer_minor,
        net_minor = @net_minor, digest = @digest, note = @note, task_id = @taskId, computed_at = @now, changed_at = @now
    where id = @id`
  statement(db, sql).run({ ...figures, id })
}

/** Back to draft with the figures it had, and the reason in its note. */
export function setDraft(db: Db, id: number, note: string | null, now: number): void {
  statement(db, `update pay_run set status = 'draft', note = ?, changed_at = ? where id = ?`).run(note, now, id)
}

/** A reason that stands beside the figures of a draft. */
export function setNote(db: Db, id: number, note: string): void {
  statement(db, 'update pay_run set note = ? where id = ?').run(note, id)
}

export function setApproved(db: Db, id: number, by: string, now: number): void {
  const sql = `
    update pay_run set status = 'approved', approved_at = ?, approved_by = ?, changed_at = ?
    where id = ? and status = 'draft'`
  statement(db, sql).run(now, by, now, id)
}

export function setPaid(db: Db, id: number, now: number): void {
  const sql = `update pay_run set status = 'paid', paid_at = ?, changed_at = ? where id = ? and status = 'approved'`
  statement(db, sql).run(now, now, id)
}

/** Runs that say they are being computed although their task has ended or is not there. */
export function abandonedRuns(db: Db): { id: number; period_id: number; task_id: number | null; version: number }[] {
  const sql = `
    select id, period_id, task_id, version from pay_run
    where status = 'computing'
      and not exists (
        select 1 from task
        where task.id = pay_run.task_id and task.state in ('ready', 'waiting', 'running'))
    order by id`
  return statement(db, sql).all() as { id: number; period_id: number; task_id: number | null; version: number }[]
}

export type RunComponentRow = {
  run_id: number
  code: string
  name: string
  kind: string
  taxable: number
  position: number
}

export function replaceRunComponents(db: Db, runId: number, components: Omit<RunComponentRow, 'run_id'>[]): void {
  statement(db, 'delete from run_component where run_id = ?').run(runId)
  const sql = `
    insert into run_component (run_id, code, name, kind, taxable, position)
    values (@runId, @code, @name, @kind, @taxable, @position)`
  for (const component of components) statement(db, sql).run({ ...component, runId })
}

/** The words and marks of a run's lines, as they were when it was computed. */
export function runComponents(db: Db, runId: number): RunComponentRow[] {
  const sql =
    'select run_id, code, name, kind, taxable, position from run_component where run_id = ? order by position, code'
  return statement(db, sql).all(runId) as RunComponentRow[]
}
