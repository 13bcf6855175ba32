import type { Instant, LocalDate } from '../../../jobs/values/time'
import type { Db } from '../../open'
import { statement } from '../../statement'

export type PeriodRow = {
  id: number
  period_type: 'monthly' | 'semimonthly' | 'biweekly' | 'weekly' | 'custom'
  start_on: LocalDate
  end_on: LocalDate
  status: 'draft' | 'active' | 'closed' | 'missed'
  description: string
  automation_enabled: number
  automation_rule: string | null
  due_at: Instant | null
  handled_due_at: Instant | null
}

const COLUMNS = `id, period_type, start_on, end_on, status, description, automation_enabled, automation_rule, due_at,
  handled_due_at`

export function periodRow(db: Db, id: number): PeriodRow | undefined {
  return statement(db, `select ${COLUMNS} from period where id = ?`).get(id) as PeriodRow | undefined
}

/** Newest first by their dates. */
export function allPeriods(db: Db): PeriodRow[] {
  return statement(db, `select ${COLUMNS} from period order by start_on desc, id desc`).all() as PeriodRow[]
}

/** The periods that share a day with these dates, whatever their type. */
export function periodsSharingDays(db: Db, startOn: LocalDate, endOn: LocalDate): PeriodRow[] {
  const sql = `select ${COLUMNS} from period where start_on <= ? and end_on >= ? order by start_on, id`
  return statement(db, sql).all(endOn, startOn) as PeriodRow[]
}

/** Active periods with a rule whose due instant has not been answered yet. */
export function automatedPeriods(db: Db): PeriodRow[] {
  const sql = `
    select ${COLUMNS} from period
    where status = 'active' and automation_enabled = 1 and due_at is not null
      and (handled_due_at is null or handled_due_at <> due_at)
    order by due_at, id`
  return statement(db, sql).all() as PeriodRow[]
}

export type PeriodValues = Omit<PeriodRow, 'id' | 'handled_due_at'>

export function insertPeriod(db: Db, values: PeriodValues, origin: string, now: number): number {
  const sql = `
    insert into period (period_type, start_on, end_on, status, description, automation_enabled, automation_rule, due_at,
                        origin, created_at, changed_at)
    values (@period_type, @start_on, @end_on, @status, @description, @automation_enabled, @automation_rule, @due_at,
            @origin, @now, @now)`
  return Number(statement(db, sql).run({ ...values, origin, now }).lastInsertRowid)
}

export function updatePeriod(db: Db, id: number, values: PeriodValues, now: number): void {
  const sql = `
    update period
    set period_type = @period_type, start_on = @start_on, end_on = @end_on, status = @status,
        description = @description, automation_enabled = @automation_enabled, automation_rule = @automation_rule,
        due_at = @due_at, changed_at = @now
    where id = @id`
  statement(db, sql).run({ ...values, id, now })
}

export function setPeriodStatus(db: Db, id: number, status: PeriodRow['status'], now: number): void {
  statement(db, 'update period set status = ?, changed_at = ? where id = ?').run(status, now, id)
}

/** The due instant has been answered: by a run, or by saying why not. */
export function markDueHandled(db: Db, id: number, dueAt: Instant): void {
  statement(db, 'update period set handled_due_at = ? where id = ?').run(dueAt, id)
}

/** Its due instant is to be answered once more. */
export function forgetDueHandled(db: Db, id: number): void {
  statement(db, 'update period set handled_due_at = null where id = ?').run(id)
}

export function setDueAt(db: Db, id: number, dueAt: Instant, now: number): void {
  statement(db, 'update period set due_at = ?, changed_at = ? where id = ?').run(dueAt, now, id)
}
