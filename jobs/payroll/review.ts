import type { Db } from '../../db/open'
import { entryKeys } from '../../db/queries/payroll/balances'
import { changedAccounts } from '../../db/queries/payroll/bank'
import type { PeriodRow } from '../../db/queries/payroll/periods'
import * as rows from '../../db/queries/payroll/review'
import { type RunRow, runComponents } from '../../db/queries/payroll/runs'
import { linesOfRun, type SlipLineRow, type SlipRow, slipsOfRun } from '../../db/queries/payroll/slips'
import { chainOf, replacedSlips, slipFigures, slipInChain } from '../../db/queries/payroll/supplementary'
import { monthOf } from '../values/time'
import { needRun } from './approve'
import { needPeriod } from './load-run'
import { type Employed, type ReviewedLine, type ReviewedSlip, type ReviewRow, reviewRun } from './rules/review'
import { postedCauses } from './rules/review-causes'

/** Runs whose current slips together say what was paid: a run with its corrections. */
export type Compared = { runIds: number[]; period: PeriodRow; figures: ReturnType<typeof slipFigures> }

export type ReviewedRun = {
  run: RunRow
  figures: Compared['figures']
  /** The approved run of the period before, or the payslips that a correction replaces; null: nothing to compare with. */
  before: Compared | null
  /** The approved run of the same days a year ago. */
  yearAgo: Compared | null
  rows: ReviewRow[]
  /** This run's slips, those of the last and those of a year ago, by person. */
  slips: Map<number, SlipRow>
  slipsBefore: Map<number, SlipRow>
  slipsYearAgo: Map<number, SlipRow>
  employed: Map<number, Employed>
  /** What each component comes to over everybody, then and now. */
  components: rows.ComponentSum[]
}

/**
 * A run beside the last approved one of its type and that of a year ago, person by person and component by component. A
 * correction is compared with the slips it replaces; other supplementary runs with nothing. Throws `payroll.run_not_found`.
 */
export function review(db: Db, runId: number): ReviewedRun {
  const run = needRun(db, runId)
  const period = needPeriod(db, run.period_id)
  const now = slipsWithLines(db, effective(db, run))
  const last = baseline(db, run, period, now.slips)
  const ago = run.kind === 'regular' ? rows.runYearBefore(db, period.period_type, period.end_on) : undefined
  const yearAgo = ago ? compared(db, chainOf(db, ago.id), needPeriod(db, ago.period_id)) : null
  const employed = new Map<number, Employed>(
    rows.employments(db).map((one) => [one.party_id, { from: one.from_on, to: one.to_on }]),
  )
  const reviewed = reviewedSlips(db, period, now)
  const found = reviewRun({
    period: { start: period.start_on, end: period.end_on },
    slips: reviewed,
    before: last ? reviewedSlips(db, last.period, last) : null,
    // Both slips of a correction are of one period: nobody joins or leaves between them.
    employed: run.kind === 'correction' ? new Map() : employed,
    newAccounts: new Set(changedAccounts(db, run.id, lastApproval(db, period)).map((one) => one.party_id)),
  })
  return {
    run,
    figures: sumOf(db, now.runIds),
    before: last && { runIds: last.runIds, period: last.period, figures: last.figures },
    yearAgo,
    rows: run.kind === 'arrears' ? withPosted(db, found, reviewed) : found,
    slips: byParty(now.slips),
    slipsBefore: byParty(last?.slips ?? []),
    slipsYearAgo: byParty(yearAgo ? slipsWithLines(db, yearAgo.runIds).slips : []),
    employed,
    components: componentsOf(db, run, now, last, yearAgo),
  }
}

/** When the last run was approved: what changed since then nobody has seen in a review. */
function lastApproval(db: Db, period: PeriodRow): number {
  const last = rows.runBefore(db, period.period_type, period.start_on)
  return (last && needRun(db, last.id).approved_at) ?? Number.MAX_SAFE_INTEGER
}

const byParty = (slips: SlipRow[]) => new Map(slips.map((slip) => [slip.party_id, slip]))

/** What stands for a regular run today: its slips and those that corrections have put in their place. */
const effective = (db: Db, run: RunRow): number[] => (run.kind === 'regular' ? chainOf(db, run.id) : [run.id])

type Slips = { runIds: number[]; slips: SlipRow[]; lines: SlipLineRow[] }

function slipsWithLines(db: Db, runIds: number[]): Slips {
  const slips = runIds.flatMap((id) => slipsOfRun(db, id))
  return { runIds, slips, lines: runIds.flatMap((id) => linesOfRun(db, id)) }
}

/** The sums of runs that stand together. */
function sumOf(db: Db, runIds: readonly number[]): Compared['figures'] {
  const all = runIds.map((id) => slipFigures(db, id))
  const sum = (of: keyof Compared['figures']) => all.reduce((total, one) => total + one[of], 0)
  return {
    employees: sum('employees'),
    errors: sum('errors'),
    gross_minor: sum('gross_minor'),
    deductions_minor: sum('deductions_minor'),
    employer_minor: sum('employer_minor'),
    net_minor: sum('net_minor'),
  }
}

function componentsOf(db: Db, run: RunRow, now: Slips, last: (Compared & Slips) | null, yearAgo: Compared | null) {
  if (run.kind !== 'correction') {
    return rows.componentSums(db, now.runIds, last?.runIds ?? [], yearAgo?.runIds ?? [])
  }
  const before = new Map<string, number>()
  const key = (one: { kind: string; code: string }) => `${one.kind} ${one.code}`
  for (const line of last?.lines ?? []) before.set(key(line), (before.get(key(line)) ?? 0) + line.amount_minor)
  return rows.componentSums(db, now.runIds, last?.runIds ?? [], []).flatMap((one) => {
    const sum = { ...one, before_minor: before.get(key(one)) ?? 0 }
    return sum.before_minor === 0 && sum.amount_minor === 0 ? [] : [sum]
  })
}

const compared = (db: Db, runIds: number[], period: PeriodRow): Compared => ({
  runIds,
  period,
  figures: sumOf(db, runIds),
})

function baseline(db: Db, run: RunRow, period: PeriodRow, slips: SlipRow[]): (Compared & Slips) | null {
  if (run.kind === 'regular') {
    const last = rows.runBefore(db, period.period_type, period.start_on)
    if (!last) return null
    const runIds = chainOf(db, last.id)
    return { ...compared(db, runIds, needPeriod(db, last.period_id)), ...slipsWithLines(db, runIds) }
  }
  if (run.kind !== 'correction') return null
  const before = replacedBy(db, run, slips)
  const sum = (of: 'gross_minor' | 'deductions_minor' | 'employer_minor' | 'net_minor') =>
    before.reduce((total, slip) => total + slip[of], 0)
  return {
    runIds: [run.of_run_id ?? run.id],
    period,
    figures: {
      employees: before.length,
      errors: 0,
      gross_minor: sum('gross_minor'),
      deductions_minor: sum('deductions_minor'),
      employer_minor: sum('employer_minor'),
      net_minor: sum('net_minor'),
    },
    slips: before,
    lines: before.flatMap((slip) => rows.linesOfSlip(db, slip.id)),
  }
}

/** The slips that a correction has replaced, or would replace. */
function replacedBy(db: Db, run: RunRow, slips: SlipRow[]): SlipRow[] {
  const replaced = replacedSlips(db, run.id)
  const ids =
    replaced.length > 0
      ? replaced
      : slips.map((slip) => slipInChain(db, chainOf(db, run.of_run_id ?? 0), slip.party_id)?.id)
  return ids.flatMap((id) => (id === undefined ? [] : (rows.slipById(db, id) ?? [])))
}

/** Of arrears, each line is its own reason: what the period comes to today, and what had been posted for it. */
function withPosted(db: Db, found: ReviewRow[], slips: readonly ReviewedSlip[]): ReviewRow[] {
  const lines = new Map(slips.map((slip) => [slip.partyId, slip.lines]))
  const nameOf = (periodId: number | null) => (periodId === null ? '' : needPeriod(db, periodId).description)
  return found.map((row) => ({ ...row, causes: postedCauses(lines.get(row.partyId) ?? [], nameOf) }))
}

function reviewedSlips(db: Db, period: PeriodRow, { runIds, slips, lines }: Slips): ReviewedSlip[] {
  const names = new Map(runIds.flatMap((id) => runComponents(db, id).map((one) => [one.code, one.name] as const)))
  const items = rows.itemKeys(db, monthOf(period.start_on), monthOf(period.end_on))
  const moved = new Set(runIds.flatMap((id) => [...entryKeys(db, id)]))
  const partyOf = new Map(slips.map((slip) => [slip.id, slip.party_id]))
  const bySlip = new Map<number, ReviewedLine[]>()
  for (const line of lines) {
    const list = bySlip.get(line.slip_id) ?? []
    if (list.length === 0) bySlip.set(line.slip_id, list)
    list.push({
      code: line.code,
      name: names.get(line.code) ?? line.code,
      kind: line.kind,
      quantity: line.quantity,
      rate: line.rate,
      baseMinor: line.base_minor,
      amountMinor: line.amount_minor,
      oneOff: items.has(`${partyOf.get(line.slip_id)} ${line.code}`) || moved.has(`${line.slip_id} ${line.code}`),
      forPeriodId: line.for_period_id,
    })
  }
  return slips.map((slip) => ({
    partyId: slip.party_id,
    isError: slip.status === 'error',
    netMinor: slip.net_minor,
    paidDays: slip.paid_half_days / 2,
    totalDays: slip.total_days,
    lines: bySlip.get(slip.id) ?? [],
  }))
}
