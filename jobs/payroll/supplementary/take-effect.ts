import type { Db } from '../../../db/open'
import { perhapsSentFile } from '../../../db/queries/payroll/bank'
import { type RunRow, runRow } from '../../../db/queries/payroll/runs'
import { slipsOfRun } from '../../../db/queries/payroll/slips'
import {
  chainOf,
  finallyPaid,
  paidBefore,
  replaceSlip,
  setReversed,
  slipInChain,
} from '../../../db/queries/payroll/supplementary'
import type { Write } from '../../engine/write'
import { atOnce, type Steps } from '../../shared/steps'
import { faultPoint } from '../../values/faults'
import { Problem, type Reason } from '../../values/problem'
import { factsOf, isStale } from '../basis'
import { digestOfFacts } from '../facts-digest'
import { needPeriod, readTypedFacts } from '../load-run'
import { digestOfDraft } from './facts'

/**
 * Why the figures of a draft do not hold any more: `run_is_stale` where runs they rest on took effect since,
 * `paid_by_final_run` where a regular draft still pays leavers who got their final pay, `run_facts_changed` (of a draft
 * beside the regular one `draft_facts_changed`) where what it was computed from is another today. Null: they hold.
 */
export const staleReason = (db: Db, run: RunRow): Reason | null => atOnce(lookingForStale(db, run))

/** The same in steps, for a page that is only looked at. */
export function* lookingForStale(db: Db, run: RunRow): Steps<Reason | null> {
  const names = run.kind === 'regular' ? finallyPaidIn(db, run) : []
  if (names.length > 0) return { code: 'payroll.paid_by_final_run', params: { names: names.join(', ') } }
  if (isStale(db, run)) return { code: 'payroll.run_is_stale', params: { no: run.no } }
  if (!(yield* haveFactsChanged(db, run))) return null
  const code = run.kind === 'regular' ? 'payroll.run_facts_changed' : 'payroll.draft_facts_changed'
  return { code, params: { no: run.no } }
}

/**
 * Salaries, items, leave, loans or rules of pay were changed after a draft was computed, perhaps so that it could not be
 * computed any more; of a draft beside the regular one those of its own people and periods.
 */
function* haveFactsChanged(db: Db, run: RunRow): Steps<boolean> {
  const facts = run.status === 'draft' ? factsOf(run) : null
  if (facts === null) return false
  try {
    const now =
      run.kind === 'regular'
        ? digestOfFacts(readTypedFacts(db, needPeriod(db, run.period_id)))
        : yield* digestOfDraft(db, run)
    return facts !== now
  } catch (error) {
    if (error instanceof Problem) return true // recalculating says what is wrong
    throw error
  }
}

/** Refuses an approval whose figures do not hold any more. */
export function refuseStale(db: Db, run: RunRow): void {
  const reason = staleReason(db, run)
  if (reason) throw new Problem(reason.code, reason.params, { kind: 'conflict' })
}

function finallyPaidIn(db: Db, run: RunRow): string[] {
  const paid = finallyPaid(db, needPeriod(db, run.period_id).end_on)
  if (paid.size === 0) return []
  return slipsOfRun(db, run.id)
    .filter((slip) => paid.get(slip.party_id)?.includes(run.period_id))
    .map((slip) => slip.name)
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
