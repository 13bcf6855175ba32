import type { Db } from '../../db/open'
import { entryKeys } from '../../db/queries/payroll/balances'
import type { PeriodRow } from '../../db/queries/payroll/periods'
import { employments, itemKeys, runBefore } from '../../db/queries/payroll/review'
import { runComponents } from '../../db/queries/payroll/runs'
import { linesOfRun, type SlipRow, slipsOfRun } from '../../db/queries/payroll/slips'
import { monthOf } from '../values/time'
import { needRun } from './approve'
import { needPeriod } from './load-run'
import { type Employed, type ReviewedLine, type ReviewedSlip, type ReviewRow, reviewRun } from './rules/review'

export type ReviewedRun = {
  /** The approved run of the period before; null: there is none. */
  before: { runId: number; period: PeriodRow } | null
  rows: ReviewRow[]
  /** This run's slips and those of the last, by person. */
  slips: Map<number, SlipRow>
  slipsBefore: Map<number, SlipRow>
  employed: Map<number, Employed>
}

/** A run beside the last approved one of its type, person by person. Throws `payroll.run_not_found`. */
export function review(db: Db, runId: number): ReviewedRun {
  const run = needRun(db, runId)
  const period = needPeriod(db, run.period_id)
  const last = runBefore(db, period.period_type, period.start_on)
  const lastPeriod = last && needPeriod(db, last.period_id)
  const slips = slipsOfRun(db, runId)
  const slipsBefore = last ? slipsOfRun(db, last.id) : []
  const employed = new Map<number, Employed>(
    employments(db).map((one) => [one.party_id, { from: one.from_on, to: one.to_on }]),
  )
  const rows = reviewRun({
    period: { start: period.start_on, end: period.end_on },
    slips: reviewed(db, runId, period, slips),
    before: last && lastPeriod ? reviewed(db, last.id, lastPeriod, slipsBefore) : null,
    employed,
  })
  return {
    before: last && lastPeriod ? { runId: last.id, period: lastPeriod } : null,
    rows,
    slips: byParty(slips),
    slipsBefore: byParty(slipsBefore),
    employed,
  }
}

const byParty = (slips: SlipRow[]) => new Map(slips.map((slip) => [slip.party_id, slip]))

function reviewed(db: Db, runId: number, period: PeriodRow, slips: SlipRow[]): ReviewedSlip[] {
  const names = new Map(runComponents(db, runId).map((one) => [one.code, one.name]))
  const items = itemKeys(db, monthOf(period.start_on), monthOf(period.end_on))
  const moved = entryKeys(db, runId)
  const partyOf = new Map(slips.map((slip) => [slip.id, slip.party_id]))
  const lines = new Map<number, ReviewedLine[]>()
  for (const line of linesOfRun(db, runId)) {
    const list = lines.get(line.slip_id) ?? []
    if (list.length === 0) lines.set(line.slip_id, list)
    list.push({
      code: line.code,
      name: names.get(line.code) ?? line.code,
      kind: line.kind,
      quantity: line.quantity,
      rate: line.rate,
      baseMinor: line.base_minor,
      amountMinor: line.amount_minor,
      oneOff: items.has(`${partyOf.get(line.slip_id)} ${line.code}`) || moved.has(`${line.slip_id} ${line.code}`),
    })
  }
  return slips.map((slip) => ({
    partyId: slip.party_id,
    isError: slip.status === 'error',
    netMinor: slip.net_minor,
    paidDays: slip.paid_half_days / 2,
    totalDays: slip.total_days,
    lines: lines.get(slip.id) ?? [],
  }))
}
