import type { Write } from '../../engine/write'
import { needRun } from '../../payroll/approve'
import { needPeriod } from '../../payroll/load-run'
import { withDifferences } from '../../payroll/sheets/keep-differences'
import {
  discardRun,
  type Requested,
  requestCorrection,
  requestRecompute,
  requestReversal,
} from '../../payroll/supplementary/request'
import { requestArrears } from '../../payroll/supplementary/request-arrears'
import { requestFinalPay, requestOffCycle } from '../../payroll/supplementary/request-chosen'
import { requestTrial } from '../../payroll/supplementary/request-trial'
import type { supplementaryContract } from '../contract/supplementary'
import type { HandlersOf, Office } from '../office'
import { runView } from './payroll-views'

async function opened({ db, engine }: Office, actor: Write['actor'], ask: (write: Write) => Requested) {
  const { runId, taskId, state, deduplicated } = await engine.write(actor, ask)
  return { run_id: runId, period_id: needRun(db, runId).period_id, task_id: String(taskId), state, deduplicated }
}

type Item = {
  code: string
  amount_minor?: number | null | undefined
  quantity?: string | null | undefined
  rate_minor?: number | null | undefined
}
const itemOf = (partyId: number, one: Item) => ({
  partyId,
  code: one.code,
  amountMinor: one.amount_minor ?? null,
  quantity: one.quantity ?? null,
  rateMinor: one.rate_minor ?? null,
})

export const supplementaryHandlers: HandlersOf<typeof supplementaryContract> = {
  'payroll.reverse_run': (office, { id, reason }, { actor }) =>
    opened(office, actor, (write) => requestReversal(write, id, reason)),
  'payroll.correct_slip': (office, { id, reason }, { actor }) =>
    opened(office, actor, (write) => requestCorrection(write, id, reason)),
  'payroll.draft_arrears': (office, { id, for_periods: periods, employee_ids: people, reason }, { actor }) =>
    opened(office, actor, (write) => requestArrears(write, id, { periods, people: people ?? null, reason })),
  'payroll.draft_off_cycle': (office, { id, items, codes, reason }, { actor }) =>
    opened(office, actor, (write) =>
      requestOffCycle(write, id, { items: items.map((one) => itemOf(one.employee_id, one)), codes, reason }),
    ),
  'payroll.draft_final_pay': (office, { id, items, reason }, { actor }) =>
    opened(office, actor, (write) =>
      requestFinalPay(write, id, { items: items.map((one) => itemOf(id, one)), reason }),
    ),
  'payroll.draft_trial': (office, { id }, { actor }) => opened(office, actor, (write) => requestTrial(write, id)),
  'payroll.recompute_run': (office, { id }, { actor }) =>
    withDifferences(office.db, id, () => opened(office, actor, (write) => requestRecompute(write, id))),
  'payroll.discard_run': async (office, { id }, { actor }) => {
    await office.engine.write(actor, (write) => discardRun(write, id))
    const run = needRun(office.db, id)
    return runView(office.db, run, needPeriod(office.db, run.period_id))
  },
}
