import type { Db } from '../../../db/open'
import { balances, entriesOfSlip } from '../../../db/queries/payroll/balances'
import { type RunRow, runRow } from '../../../db/queries/payroll/runs'
import { slipsOfRun } from '../../../db/queries/payroll/slips'
import { type Currency, toDecimal } from '../../values/money'
import type { Reason } from '../../values/problem'
import { needPeriod } from '../load-run'
import { wholeLoans } from '../load-terms'

/**
 * What final pay leaves open, since no run comes after it: what the person still owes (loans, advances, deductions that
 * could not be taken) and the pay that is held. Null: nothing, or the run is no final pay.
 */
export function finalNote(db: Db, run: RunRow): Reason | null {
  const root = run.kind === 'correction' ? runRow(db, run.of_run_id ?? 0) : run
  if (root?.kind !== 'final') return null
  const period = needPeriod(db, run.period_id)
  let owed = 0
  let held = 0
  for (const slip of slipsOfRun(db, run.id, 'ok')) {
    const before = balances(db, { partyId: slip.party_id, before: { endOn: period.end_on, exceptPeriodId: period.id } })
    const entries = entriesOfSlip(db, slip.id)
    const sum = (rows: readonly { kind: string; amount_minor: number }[], ...kinds: string[]) =>
      rows.reduce((total, one) => (kinds.includes(one.kind) ? total + one.amount_minor : total), 0)
    const lent = wholeLoans(db, period, slip.party_id).reduce((total, one) => total + one.balanceMinor, 0)
    owed += lent - sum(entries, 'loan') + sum(before, 'carry') + sum(entries, 'carried', 'brought')
    held += sum(before, 'hold') + sum(entries, 'held', 'released')
  }
  const shown = (minor: number) => toDecimal(BigInt(minor), run.currency as Currency)
  const params = { owed: shown(owed), held: shown(held), currency: run.currency }
  if (owed > 0) return { code: held > 0 ? 'payroll.final_pay_owes_and_holds' : 'payroll.final_pay_owes', params }
  return held > 0 ? { code: 'payroll.final_pay_holds', params } : null
}
