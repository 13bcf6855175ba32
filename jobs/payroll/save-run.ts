import { markDueHandled, type PeriodRow, setPeriodStatus } from '../../db/queries/payroll/periods'
import {
  insertRun,
  type RunRow,
  regularRun,
  replaceRunComponents,
  runRow,
  saveFigures,
  setComputing,
  setDraft,
} from '../../db/queries/payroll/runs'
import { countStaged, dropStaged, promoteStaged, stageSlips } from '../../db/queries/payroll/slips'
import { setBasis } from '../../db/queries/payroll/supplementary'
import type { TaskCall } from '../engine/define-task'
import type { Write } from '../engine/write'
import { recordAudit } from '../shared/audit'
import { addNotice } from '../shared/notices'
import { readSetting } from '../shared/settings'
import { faultPoint } from '../values/faults'
import { Problem, type Reason } from '../values/problem'
import { type Instant, instant, toIso } from '../values/time'
import type { Computed, RunOutput, StagedSlip, StagedSlips } from './compute-run'
import { needPeriod, type RunArgs } from './load-run'
import { notifyOfDraft } from './notification'
import { ruleOf } from './period-schedule'

/** The answer of the task. */
export type RunResult = {
  period_id: number
  run_id: number | null
  status: string
  /** Why nothing was computed. */
  skipped?: Reason
  employees?: number
  errors?: number
  gross_minor?: number
  net_minor?: number
  currency?: string
  /** Nothing differs from the draft that was there. */
  unchanged?: boolean
}

/** A run later than this after its due instant says so. */
const LATE_MS = 15 * 60_000
const RAN_LATE = 'payroll.ran_late'

/** Before the first chunk of each attempt: the run is being computed by this task, and nothing is staged. */
export function beginStaging(write: Write, args: RunArgs, call: TaskCall): void {
  const run = regularRun(write.db, args.period_id)
  if (!run) {
    newRun(write, args.period_id, call)
    return
  }
  refuseApproved(run)
  dropStaged(write.db, run.id)
  setComputing(write.db, run.id, call.taskId, write.now)
}

const newRun = (write: Write, periodId: number, call: TaskCall): number =>
  insertRun(write.db, {
    periodId,
    currency: readSetting(write.db, 'office').currency,
    taskId: call.taskId,
    origin: `task:${call.taskId}`,
    now: write.now,
  })

function refuseApproved(run: RunRow): void {
  if (run.status === 'approved' || run.status === 'paid') {
    throw new Problem('payroll.run_already_approved', {}, { kind: 'conflict' })
  }
}

export function stageChunk(write: Write, args: RunArgs, chunks: StagedSlips[], call: TaskCall): void {
  const run = regularRun(write.db, args.period_id)
  if (run?.status !== 'computing' || run.task_id !== call.taskId) {
    throw new Problem('payroll.run_not_computing', { period: args.period_id }, { kind: 'conflict' })
  }
  for (const slips of chunks) stageSlips(write.db, run.id, JSON.parse(slips) as StagedSlip[]) // what our own run wrote
}

/** What was computed takes effect: slips, figures, notices and mails, or the reason why there was nothing to compute. */
export function saveRun(write: Write, output: RunOutput, args: RunArgs, call: TaskCall): RunResult {
  const period = needPeriod(write.db, args.period_id)
  const dueAt = args.due_at === undefined ? null : instant(args.due_at)
  if (output.kind === 'missed') return saveMissed(write, period, dueAt)
  if (output.kind === 'skip') {
    if (dueAt !== null && output.reason.code === 'payroll.run_already_approved') {
      markDueHandled(write.db, period.id, dueAt)
    }
    return { period_id: period.id, run_id: null, status: 'skipped', skipped: output.reason }
  }
  const run = runOf(write, period, call)
  const unchanged = run.version > 0 && run.digest === output.digest
  const note = lateNote(dueAt, write.now)
  if (unchanged) keepDraft(write, run, note)
  else promote(write, run, output, note, call)
  setBasis(write.db, run.id, output.basis)
  if (dueAt !== null) markDueHandled(write.db, period.id, dueAt)
  if (period.status === 'missed') setPeriodStatus(write.db, period.id, 'active', write.now)
  const version = unchanged ? run.version : run.version + 1
  recordAudit(write, {
    action: 'payroll.run_computed',
    entity: `run:${run.id}`,
    payload: {
      period: period.id,
      version,
      employees: output.employees,
      errors: output.errors,
      digest: output.digest,
      unchanged,
      due_at: dueAt,
    },
    personal: { partyId: null, payload: { gross: output.grossMinor, net: output.netMinor, currency: output.currency } },
  })
  const figures = { employees: output.employees, errors: output.errors }
  notifyOfDraft(write, period, { id: run.id, version, ...figures, dueAt, isLate: note !== null, taskId: call.taskId })
  if (dueAt !== null && ruleOf(period)?.outcome === 'approve') {
    write.enqueue('payroll.approve_by_rule', { run_id: run.id, version })
  }
  write.emit({ type: 'run_changed', id: run.id, period_id: period.id, status: 'draft', prepared: true })
  faultPoint('payroll.run_promoted_before_commit')
  return {
    period_id: period.id,
    run_id: run.id,
    status: 'draft',
    ...figures,
    gross_minor: output.grossMinor,
    net_minor: output.netMinor,
    currency: output.currency,
    unchanged,
  }
}

/** The run the slips were staged under; a period without anybody staged none. */
function runOf(write: Write, period: PeriodRow, call: TaskCall): RunRow {
  const id = regularRun(write.db, period.id)?.id ?? newRun(write, period.id, call)
  const run = runRow(write.db, id)
  if (!run) throw new Error(`run ${id} has vanished within its transaction`)
  refuseApproved(run)
  return run
}

function promote(write: Write, run: RunRow, output: Computed, note: string | null, call: TaskCall): void {
  // Nobody to pay stages nothing: what an attempt on other input has left there would count for them.
  if (output.employees === 0) dropStaged(write.db, run.id)
  const staged = countStaged(write.db, run.id)
  if (staged !== output.employees) {
    const params = { staged, computed: output.employees }
    throw new Problem('payroll.slips_incomplete', params, { kind: 'internal', transient: true })
  }
  promoteStaged(write.db, run.id)
  const components = output.components.map((one) => ({ ...one, taxable: one.taxable ? 1 : 0 }))
  replaceRunComponents(write.db, run.id, components)
  saveFigures(write.db, run.id, {
    currency: output.currency,
    employees: output.employees,
    errors: output.errors,
    gross_minor: output.grossMinor,
    deductions_minor: output.deductionsMinor,
    employer_minor: output.employerMinor,
    net_minor: output.netMinor,
    digest: output.digest,
    note,
    taskId: call.taskId,
    now: write.now,
  })
}

/**
 * Computing a draft again from the same input changes nothing: its slips, their numbers and its version stay. Only a
 * failure in between is forgotten.
 */
function keepDraft(write: Write, run: RunRow, note: string | null): void {
  dropStaged(write.db, run.id)
  const wasLate = run.note?.includes(RAN_LATE) ? run.note : null
  setDraft(write.db, run.id, note ?? wasLate, write.now)
}

function lateNote(dueAt: Instant | null, now: Instant): string | null {
  if (dueAt === null || now - dueAt <= LATE_MS) return null
  return JSON.stringify({ code: RAN_LATE, params: { due_at: toIso(dueAt), ran_at: toIso(now) } })
}

function saveMissed(write: Write, period: PeriodRow, dueAt: Instant | null): RunResult {
  missPeriod(write, period, dueAt)
  return { period_id: period.id, run_id: null, status: 'missed' }
}

/** Too late to run by itself: the period waits for a click. */
export function missPeriod(write: Write, period: PeriodRow, dueAt: Instant | null): void {
  setPeriodStatus(write.db, period.id, 'missed', write.now)
  if (dueAt !== null) markDueHandled(write.db, period.id, dueAt)
  const params = { period: period.description, end: period.end_on, due_at: dueAt === null ? null : toIso(dueAt) }
  addNotice(write, { kind: 'while_closed', code: 'payroll.period_missed', params, entity: `period:${period.id}` })
  recordAudit(write, { action: 'payroll.period_missed', entity: `period:${period.id}`, payload: { due_at: dueAt } })
  write.emit({ type: 'period_changed', id: period.id, status: 'missed' })
}

/** The task has ended without figures: what it had staged goes, the draft keeps the figures it had and the reason. */
export function freeRun(write: Write, run: { id: number; period_id: number }, reason: Reason): void {
  dropStaged(write.db, run.id)
  setDraft(write.db, run.id, JSON.stringify(reason), write.now)
  recordAudit(write, {
    action: 'payroll.run_freed',
    entity: `run:${run.id}`,
    payload: { period: run.period_id, reason: reason.code },
  })
  write.emit({ type: 'run_changed', id: run.id, period_id: run.period_id, status: 'draft' })
}

/** The computing task failed, was revoked or expired. */
export function computationFailed(
  write: Write,
  args: RunArgs,
  reason: { code: string; params: Record<string, unknown> },
): void {
  const run = regularRun(write.db, args.period_id)
  if (run?.status === 'computing') freeRun(write, run, { code: reason.code, params: reason.params as Reason['params'] })
}
