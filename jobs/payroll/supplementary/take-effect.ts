import type { Db } from '../../../db/open'
import { perhapsSentFile } from '../../../db/queries/payroll/bank'
import { type RunRow, runRow } from '../../../db/queries/payroll/runs'
import { slipsOfRun } from '../../../db/queries/payroll/slips'
import {
  chainOf,
  finallyPaid,
  paidBefore,
  postedRuns,
  replaceSlip,
  setReversed,
  slipInChain,
} from '../../../db/queries/payroll/supplementary'
import type { Write } from '../../engine/write'
import { faultPoint } from '../../values/faults'
import { Problem } from '../../values/problem'
import { needPeriod } from '../load-run'
import { askOf, periodsOf } from './ask'

/**
 * Refuses an approval whose figures rest on something that has changed: `payroll.run_is_stale` where other runs took
 * effect since, `paid_by_final_run` where a regular draft still pays leavers who got their final pay.
 */
export function refuseStale(db: Db, run: RunRow): void {
  if (run.kind === 'regular') {
    const paid = finallyPaid(db, needPeriod(db, run.period_id).end_on)
    if (paid.size === 0) return
    const twice = slipsOfRun(db, run.id).filter((slip) => paid.get(slip.party_id)?.includes(run.period_id))
    if (twice.length === 0) return
    const names = twice.map((slip) => slip.name).join(', ')
    throw new Problem('payroll.paid_by_final_run', { names }, { kind: 'conflict' })
  }
  if (run.basis !== postedRuns(db, periodsOf(run, askOf(run)))) {
    throw new Problem('payroll.run_is_stale', { no: run.no }, { kind: 'conflict' })
  }
}

/** What else is true once a supplementary run is approved. */
export function takeEffect(write: Write, run: RunRow): void {
  if (run.kind === 'reversal') setReversed(write.db, chainOf(write.db, run.of_run_id ?? 0), write.now)
  if (run.kind === 'correction') replaceSlips(write, run)
  if (run.kind !== 'regular') faultPoint('payroll.took_effect_before_commit')
}

function replaceSlips({ db }: Write, run: RunRow): void {
  const chain = chainOf(db, run.of_run_id ?? 0).filter((id) => id !== run.id)
  for (const slip of slipsOfRun(db, run.id)) {
    const old = slipInChain(db, chain, slip.party_id)
    if (!old) throw new Problem('payroll.slip_not_effective', { name: slip.name }, { kind: 'conflict' })
    replaceSlip(db, { oldSlipId: old.id, newSlipId: slip.id, paidBeforeMinor: paidFor(db, old) })
  }
}

/** What left the bank for a slip: its net once its run is paid, before that what had been paid for the one it replaced. */
function paidFor(db: Db, slip: { id: number; run_id: number; net_minor: number }): number {
  const run = runRow(db, slip.run_id)
  if (run?.status === 'paid') return slip.net_minor
  // Nobody said whether the bank has it: taken for unsent, the whole net could be paid twice, taken for sent, never.
  const reference = run && perhapsSentFile(db, run.id)
  if (run && reference) throw new Problem('payroll.perhaps_paid', { no: run.no, reference }, { kind: 'conflict' })
  return paidBefore(db, slip.id)
}
