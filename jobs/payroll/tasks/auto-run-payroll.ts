import { z } from 'zod'
import type { Db } from '../../../db/open'
import { automatedPeriods, periodRow } from '../../../db/queries/payroll/periods'
import { defineTask, type TaskCall } from '../../engine/define-task'
import type { Write } from '../../engine/write'
import { type Instant, toIso } from '../../values/time'
import { decide } from '../load-run'
import { type MovedDue, movedDues, realignPeriods } from '../period-schedule'
import { payrollRuns } from '../runs'
import { missPeriod } from '../save-run'

type Found = {
  due: { id: number; dueAt: Instant }[]
  missed: { id: number; dueAt: Instant }[]
  moved: MovedDue[]
}

/** The net below the periods' own schedules: every period whose due instant has passed unanswered. */
function findDue(db: Db, _args: unknown, call: TaskCall): Found {
  const found: Found = { due: [], missed: [], moved: movedDues(db, call.zone) }
  const moved = new Set(found.moved.map(({ id }) => id))
  for (const period of automatedPeriods(db)) {
    const dueAt = period.due_at
    if (dueAt === null || dueAt > call.now || moved.has(period.id)) continue
    const decision = decide(db, period, { period_id: period.id, due_at: dueAt }, call)
    if (decision.kind === 'missed') found.missed.push({ id: period.id, dueAt })
    else found.due.push({ id: period.id, dueAt })
  }
  return found
}

function enqueueDue(write: Write, found: Found) {
  realignPeriods(write, found.moved)
  for (const { id, dueAt } of found.missed) {
    const period = periodRow(write.db, id)
    if (period) missPeriod(write, period, dueAt)
  }
  const started = found.due.map(({ id, dueAt }) => {
    const { taskId, deduplicated } = write.enqueue('payroll.process_payroll_period', { period_id: id, due_at: dueAt })
    return { period_id: id, due_at: toIso(dueAt), task_id: String(taskId), deduplicated }
  })
  return { started, missed: found.missed.map(({ id }) => id), moved: found.moved.map(({ id }) => id) }
}

export const autoRunPayroll = defineTask({
  name: 'payroll.auto_run_payroll',
  aliases: ['payroll.tasks.auto_run_payroll'],
  queue: 'payroll',
  args: z.strictObject({}),
  limits: { softSeconds: 300, hardSeconds: 600 },
  retry: { max: 3, delaySeconds: 60, backoff: 'fixed' },
  expiresSeconds: 3600,
  load: findDue,
  run: payrollRuns['payroll.auto_run_payroll'],
  commit: enqueueDue,
})
