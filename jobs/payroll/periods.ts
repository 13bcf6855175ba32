import {
  insertPeriod,
  type PeriodRow,
  type PeriodValues,
  periodsSharingDays,
  updatePeriod,
} from '../../db/queries/payroll/periods'
import { regularRun } from '../../db/queries/payroll/runs'
import type { Write } from '../engine/write'
import { recordAudit } from '../shared/audit'
import { readSetting } from '../shared/settings'
import { canonicalJson } from '../values/json'
import { Problem } from '../values/problem'
import { needPeriod } from './load-run'
import { dueOf, schedulePeriod } from './period-schedule'
import { readAutomationRule, saysWhen } from './rules/automation-rule'
import { readPeriodDates } from './rules/period'
import type { PeriodType } from './rules/proration'

/** A period as it comes from outside, in the guide's words. */
export type PeriodInput = {
  start_date: string
  end_date: string
  period_type: PeriodType
  automation_enabled: boolean
  automation_rule: Readonly<Record<string, unknown>> | null
  status: 'draft' | 'active' | 'closed'
  description: string
}

/** Makes a period, with its schedule where it is active and automated. Refuses in words what cannot be right. */
export function createPeriod(write: Write, input: PeriodInput): number {
  const values = checked(write, input, null)
  const id = insertPeriod(write.db, values, write.actor, write.now)
  const period = needPeriod(write.db, id)
  schedulePeriod(write, period)
  auditPeriod(write, 'payroll.period_created', period)
  return id
}

/** Changes what is given and leaves the rest. Dates and type stay once a run has been computed. */
export function changePeriod(write: Write, id: number, patch: Partial<PeriodInput>): void {
  const before = needPeriod(write.db, id)
  const values = checked(write, { ...inputOf(before), ...patch }, before)
  const moved =
    values.start_on !== before.start_on || values.end_on !== before.end_on || values.period_type !== before.period_type
  if (moved && regularRun(write.db, id)) throw new Problem('payroll.period_has_a_run', {}, { kind: 'conflict' })
  updatePeriod(write.db, id, values, write.now)
  const after = needPeriod(write.db, id)
  schedulePeriod(write, after)
  if (canonicalJson(before) !== canonicalJson(after)) auditPeriod(write, 'payroll.period_changed', after)
}

/** A missed period that is saved again is active again: the administrator has looked at it. */
const inputOf = (row: PeriodRow): PeriodInput => ({
  start_date: row.start_on,
  end_date: row.end_on,
  period_type: row.period_type,
  automation_enabled: row.automation_enabled === 1,
  automation_rule: row.automation_rule === null ? null : (JSON.parse(row.automation_rule) as Record<string, unknown>),
  status: row.status === 'missed' ? 'active' : row.status,
  description: row.description,
})

function checked(write: Write, input: PeriodInput, before: PeriodRow | null): PeriodValues {
  const { start, end } = readPeriodDates(input.start_date, input.end_date)
  const rule = input.automation_rule === null ? null : readAutomationRule(input.automation_rule, { start, end })
  if (input.automation_enabled && !saysWhen(rule)) throw new Problem('payroll.rule_says_nothing')
  if (rule?.outcome === 'approve' && readSetting(write.db, 'payroll').two_person_approval) {
    throw new Problem('payroll.rule_cannot_approve')
  }
  const other = periodsSharingDays(write.db, start, end).find(
    (one) => one.period_type === input.period_type && one.id !== before?.id,
  )
  if (other) {
    const params = { start, end, type: input.period_type, other: other.description, id: other.id }
    const dates = { other_start: other.start_on, other_end: other.end_on }
    throw new Problem('payroll.period_overlaps', { ...params, ...dates }, { kind: 'conflict' })
  }
  const values = {
    period_type: input.period_type,
    start_on: start,
    end_on: end,
    status: input.status,
    description: input.description.trim() || `${input.period_type} ${start} to ${end}`,
    automation_enabled: input.automation_enabled ? 1 : 0,
    automation_rule: rule === null ? null : canonicalJson(rule),
  }
  // One that has been answered stays answered, whatever the office's days off and zone say by now: it runs once.
  const isAnswered = before !== null && before.handled_due_at === before.due_at && isSameRule(before, values)
  return { ...values, due_at: isAnswered ? before.due_at : (dueOf(write.db, values, write.zone)?.at ?? null) }
}

type Ruled = Pick<PeriodRow, 'start_on' | 'end_on' | 'automation_enabled' | 'automation_rule'>

const isSameRule = (a: Ruled, b: Ruled): boolean =>
  a.start_on === b.start_on &&
  a.end_on === b.end_on &&
  a.automation_enabled === b.automation_enabled &&
  a.automation_rule === b.automation_rule

function auditPeriod(write: Write, action: string, period: PeriodRow): void {
  const { id, start_on, end_on, period_type, status, automation_enabled, due_at } = period
  recordAudit(write, {
    action,
    entity: `period:${id}`,
    payload: { start_on, end_on, period_type, status, automation_enabled, due_at },
    // Addresses of the rule and a free text may name somebody.
    personal: { partyId: null, payload: { rule: period.automation_rule, description: period.description } },
  })
  write.emit({ type: 'period_changed', id, status })
}
