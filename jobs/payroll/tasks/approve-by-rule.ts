import { z } from 'zod'
import type { Db } from '../../../db/open'
import { forgetDueHandled } from '../../../db/queries/payroll/periods'
import type { RunRow } from '../../../db/queries/payroll/runs'
import { defineTask } from '../../engine/define-task'
import type { Write } from '../../engine/write'
import { addNotice } from '../../shared/notices'
import type { Reason } from '../../values/problem'
import { approveRun, needRun } from '../approve'
import { needPeriod } from '../load-run'
import { ruleOf } from '../period-schedule'
import { review } from '../review'
import type { ReviewRow } from '../rules/review'
import { payrollRuns } from '../runs'
import { staleReason } from '../supplementary/take-effect'

type Args = { run_id: number; version: number }

/** `look`: so many payslips that somebody has to see first. `gone`: it is no longer that draft. */
type Verdict = { kind: 'approve' } | { kind: 'look'; look: number } | { kind: 'gone' }

/** What the review puts first. A rise or a drop with its reason, a joiner or a leaver is what an office expects. */
const NEEDS_A_LOOK: readonly ReviewRow['group'][] = ['errors', 'nothing_paid', 'unexplained', 'new_account']

function judge(db: Db, { run_id, version }: Args): Verdict {
  const run = needRun(db, run_id)
  if (run.status !== 'draft' || run.version !== version || !ranByItsRule(db, run)) return { kind: 'gone' }
  const look = review(db, run_id).rows.filter(({ group }) => NEEDS_A_LOOK.includes(group)).length
  return look === 0 ? { kind: 'approve' } : { kind: 'look', look }
}

/** Whoever asks for this task by hand gets no more by it than the rule itself would have done. */
function ranByItsRule(db: Db, run: RunRow): boolean {
  const period = needPeriod(db, run.period_id)
  const isAnswered = period.due_at !== null && period.handled_due_at === period.due_at
  return run.kind === 'regular' && isAnswered && ruleOf(period)?.outcome === 'approve'
}

function approve(write: Write, verdict: Verdict, { run_id }: Args): { approved: boolean; why?: Reason } {
  if (verdict.kind === 'gone') {
    return { approved: false, why: { code: 'payroll.draft_is_another', params: { run: run_id } } }
  }
  const stale = staleReason(write.db, needRun(write.db, run_id))
  if (stale) {
    runAgain(write, run_id)
    return { approved: false, why: { code: 'payroll.recomputed_by_rule', params: { run: run_id } } }
  }
  if (verdict.kind === 'approve') {
    approveRun(write, run_id)
    return { approved: true }
  }
  const run = needRun(write.db, run_id)
  const params = {
    period: needPeriod(write.db, run.period_id).description,
    look: verdict.look,
    employees: run.employees,
  }
  const why = { code: 'payroll.not_approved_by_rule', params }
  addNotice(write, { kind: 'payroll', ...why, entity: `run:${run_id}` })
  return { approved: false, why }
}

/**
 * The rule answers its due instant anew: it was set up so that pay leaves on time with nobody at the desk, and what makes
 * the draft stale are runs that somebody has approved. The fresh draft is judged as the first one was.
 */
function runAgain(write: Write, runId: number): void {
  const { id, due_at: dueAt } = needPeriod(write.db, needRun(write.db, runId).period_id)
  if (dueAt === null) throw new Error(`run ${runId} ran by a rule, and its period ${id} is never due`)
  forgetDueHandled(write.db, id)
  write.enqueue('payroll.process_payroll_period', { period_id: id, due_at: dueAt })
}

/**
 * Approves the draft that a rule had computed, where the rule says so and nothing in it needs a look; one that other runs
 * have made stale is computed anew first. What an approval by hand would be refused for fails the task, in the same words;
 * the draft stays.
 */
export const approveByRule = defineTask({
  name: 'payroll.approve_by_rule',
  queue: 'processing',
  args: z.strictObject({ run_id: z.int().positive(), version: z.int().positive() }),
  positional: ['run_id', 'version'],
  key: (args) => String(args.run_id),
  limits: { softSeconds: 300, hardSeconds: 600 },
  retry: { max: 3, delaySeconds: 60, backoff: 'fixed' },
  load: judge,
  run: payrollRuns['payroll.approve_by_rule'],
  commit: approve,
})
