import type { z } from 'zod'
import type { Db } from '../../../db/open'
import type { PeriodRow } from '../../../db/queries/payroll/periods'
import { type RunComponentRow, type RunRow, runComponents } from '../../../db/queries/payroll/runs'
import { linesOfRun, type SlipLineRow, type SlipRow, slipsOfRun } from '../../../db/queries/payroll/slips'
import { paidBefore } from '../../../db/queries/payroll/supplementary'
import { preview } from '../../engine/scheduler'
import { needRun } from '../../payroll/approve'
import { needPeriod } from '../../payroll/load-run'
import { dueOf, ruleOf } from '../../payroll/period-schedule'
import { periodWarnings, ruleSentence } from '../../payroll/period-view'
import { type Ask, askOf } from '../../payroll/supplementary/ask'
import { lookingForStale } from '../../payroll/supplementary/take-effect'
import { inTurns } from '../../shared/steps'
import type { Reason } from '../../values/problem'
import { type Instant, toIso } from '../../values/time'
import { wordReason } from '../../words'
import type { PeriodView, RunDetail, SlipLineView, SlipView } from '../contract/payroll'
import type { Office } from '../office'

type Period = z.infer<typeof PeriodView>

const inWords = (reason: Reason) => ({ code: reason.code, ...wordReason(reason) })
const isoOrNull = (at: Instant | null) => (at === null ? null : toIso(at))
const storedReason = (text: string | null) => (text === null ? null : inWords(JSON.parse(text) as Reason))

export async function periodView(office: Office, row: PeriodRow, runs: RunRow[]): Promise<Period> {
  const zone = office.engine.zone()
  const now = office.clock.now()
  const rule = ruleOf(row)
  const due = row.due_at === null ? null : (dueOf(office.db, row, zone)?.at ?? null)
  const cronWords = rule?.cron === undefined ? null : (await preview(rule.cron, zone, now, 1)).sentence
  return {
    id: row.id,
    start_date: row.start_on,
    end_date: row.end_on,
    period_type: row.period_type,
    automation_enabled: row.automation_enabled === 1,
    automation_rule: rule,
    status: row.status,
    description: row.description,
    due_at: isoOrNull(due),
    rule_sentence: row.automation_enabled === 1 ? ruleSentence(rule, cronWords) : null,
    warnings: periodWarnings(office.db, row, now, zone).map(inWords),
    runs: runs.map(runSummary),
  }
}

const runSummary = (run: RunRow) => ({
  id: run.id,
  no: run.no,
  kind: run.kind,
  status: run.status,
  employees: run.employees,
  errors: run.errors,
  gross_minor: run.gross_minor,
  net_minor: run.net_minor,
  currency: run.currency,
})

export const runView = async (db: Db, run: RunRow, period: PeriodRow): Promise<z.infer<typeof RunDetail>> => ({
  ...runSummary(run),
  of_run: run.of_run_id === null ? null : numberOf(needRun(db, run.of_run_id)),
  asked: run.ask === null ? null : askedView(db, askOf(run)),
  version: run.version,
  period: { id: period.id, description: period.description, start_date: period.start_on, end_date: period.end_on },
  deductions_minor: run.deductions_minor,
  employer_minor: run.employer_minor,
  note: storedReason(run.note),
  stale: await staleView(db, run),
  task_id: run.task_id === null ? null : String(run.task_id),
  computed_at: isoOrNull(run.computed_at),
  approved_at: isoOrNull(run.approved_at),
  approved_by: run.approved_by,
  paid_at: isoOrNull(run.paid_at),
})

async function staleView(db: Db, run: RunRow) {
  const isMeant = run.status === 'draft' && run.version > 0 && run.kind !== 'trial'
  const reason = isMeant ? await inTurns(lookingForStale(db, run)) : null
  return reason && inWords(reason)
}

const numberOf = ({ id, no }: RunRow) => ({ id, no })

const askedView = (db: Db, ask: Ask) => ({
  reason: ask.reason,
  for_periods:
    ask.kind === 'arrears' ? ask.periods.map((id) => ({ id, description: needPeriod(db, id).description })) : [],
})

/** Every slip of a run with its lines. */
export function slipViews(db: Db, runId: number): z.infer<typeof SlipView>[] {
  const components = new Map(runComponents(db, runId).map((one) => [one.code, one]))
  const lines = new Map<number, z.infer<typeof SlipLineView>[]>()
  for (const line of linesOfRun(db, runId)) {
    const shown = lineView(line, components)
    const list = lines.get(line.slip_id)
    if (list) list.push(shown)
    else lines.set(line.slip_id, [shown])
  }
  return slipsOfRun(db, runId).map((slip) => slipView(db, slip, lines.get(slip.id) ?? []))
}

const lineView = (line: SlipLineRow, components: Map<string, RunComponentRow>) => ({
  code: line.code,
  name: components.get(line.code)?.name ?? line.code,
  kind: line.kind,
  quantity: line.quantity,
  rate: line.rate,
  base_minor: line.base_minor,
  amount_minor: line.amount_minor,
  for_period_id: line.for_period_id,
})

const slipView = (db: Db, slip: SlipRow, lines: z.infer<typeof SlipLineView>[]) => ({
  id: slip.id,
  status: slip.status,
  reason: storedReason(slip.reason),
  employee: { id: slip.party_id, external_ref: slip.external_ref, name: slip.name, email: slip.email },
  total_days: slip.total_days,
  payment_days: slip.paid_half_days / 2,
  gross_minor: slip.gross_minor,
  deductions_minor: slip.deductions_minor,
  employer_minor: slip.employer_minor,
  net_minor: slip.net_minor,
  to_pay_minor: slip.status === 'ok' ? slip.net_minor - paidBefore(db, slip.id) : 0,
  lines,
})
