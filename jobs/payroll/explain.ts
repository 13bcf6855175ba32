import type { Db } from '../../db/open'
import type { PeriodRow } from '../../db/queries/payroll/periods'
import * as rows from '../../db/queries/payroll/review'
import { type RunRow, runComponents } from '../../db/queries/payroll/runs'
import type { SlipLineRow, SlipRow } from '../../db/queries/payroll/slips'
import { chainOf, slipInChain } from '../../db/queries/payroll/supplementary'
import { componentsOfYear } from '../../db/queries/payroll/year-totals'
import { Problem } from '../values/problem'
import { monthOf } from '../values/time'
import { needRun } from './approve'
import { needPeriod } from './load-run'
import { type Origin, readOrigin } from './origin'
import type { Band } from './rules/component'

/** One thing an amount was made from. */
export type ExplainInput = {
  kind: 'base' | 'item' | 'arrears'
  /** base: the days it counts in the period; item: its month; arrears: the days of the period they are of. */
  from: string
  to: string | null
  amountMinor: number | null
  quantity: string | null
  rateMinor: number | null
  /** arrears: what that period comes to with today's facts; what had been posted is so much less. */
  freshMinor?: number | null
  origin: Origin
}

export type Explained = {
  slip: SlipRow
  run: RunRow
  period: PeriodRow
  lines: (SlipLineRow & { name: string /** Approved runs of the year up to this period. */; yearMinor: number })[]
  /** Null: the net, which is the sum of the lines. */
  line: (SlipLineRow & { name: string }) | null
  /** How the component is computed today; null for the net. */
  rule: { method: string; base: string[]; bands: Band[] | null; capMinor: number | null; rounding: string } | null
  inputs: ExplainInput[]
  /** What was read has been changed since this was computed, so that it need not be what the amount was made from. */
  changedSince: ('rule' | 'contract')[]
  beforeMinor: number | null
  beforePeriod: PeriodRow | null
  /** The same days a year ago. */
  yearAgoMinor: number | null
  yearAgoPeriod: PeriodRow | null
  /** Approved runs of the year up to this period. */
  yearMinor: number
}

export const NET = 'NET'

/** What a line of a slip (or its net) was made from. Throws `payroll.slip_not_found` and `payroll.line_not_found`. */
export function explainLine(db: Db, slipId: number, code: string): Explained {
  const slip = rows.slipById(db, slipId)
  if (!slip) throw new Problem('payroll.slip_not_found', { id: slipId }, { kind: 'not_found' })
  const run = needRun(db, slip.run_id)
  const period = needPeriod(db, run.period_id)
  const names = new Map(runComponents(db, run.id).map((one) => [one.code, one.name]))
  const named = (line: SlipLineRow) => ({ ...line, name: names.get(line.code) ?? line.code })
  const own = rows.linesOfSlip(db, slipId).map(named)
  const toDate = new Map(
    componentsOfYear(db, period.end_on, [slip.party_id]).map((one) => [one.code, one.amount_minor]),
  )
  const lines = oneACode(own).map((one) => ({ ...one, yearMinor: toDate.get(one.code) ?? 0 }))
  const line = code === NET ? null : (lines.find((one) => one.code === code) ?? null)
  if (code !== NET && !line) throw new Problem('payroll.line_not_found', { code }, { kind: 'not_found' })
  return {
    slip,
    run,
    period,
    lines,
    line,
    ...(line ? madeOf(db, slip, run, period, line, own) : { rule: null, inputs: [], changedSince: [] }),
    ...beside(db, slip, period, code),
  }
}

type Named = SlipLineRow & { name: string }

/** Lines of one code together: arrears have one for each period. */
function oneACode(lines: readonly Named[]): Named[] {
  const sums = new Map<string, Named>()
  for (const line of lines) {
    const known = sums.get(line.code)
    sums.set(line.code, known ? { ...known, amount_minor: known.amount_minor + line.amount_minor } : line)
  }
  return [...sums.values()]
}

function madeOf(db: Db, slip: SlipRow, run: RunRow, period: PeriodRow, line: Named, lines: readonly Named[]) {
  if (line.for_period_id === null) return madeFrom(db, slip, run, period, line)
  const inputs = lines.flatMap((one): ExplainInput[] => {
    if (one.code !== line.code || one.for_period_id === null) return []
    const { start_on: from, end_on: to } = needPeriod(db, one.for_period_id)
    const origin = readOrigin(db, '')
    const fresh = one.base_minor
    return [
      {
        kind: 'arrears',
        from,
        to,
        amountMinor: one.amount_minor,
        quantity: null,
        rateMinor: null,
        freshMinor: fresh,
        origin,
      },
    ]
  })
  const rule = { method: 'arrears', base: [], bands: null, capMinor: null, rounding: 'half_up' }
  return { rule, inputs, changedSince: [] }
}

function madeFrom(db: Db, slip: SlipRow, run: RunRow, period: PeriodRow, line: SlipLineRow) {
  const now = rows.componentNow(db, line.code)
  const at = run.computed_at ?? 0
  const months = [monthOf(period.start_on), monthOf(period.end_on)] as const
  const items = rows.itemOrigins(db, slip.party_id, line.code, ...months)
  const contracts =
    now?.method === 'base_pay' ? rows.contractOrigins(db, slip.party_id, period.start_on, period.end_on) : []
  const changedSince: Explained['changedSince'] = []
  if (now && now.changed_at > at) changedSince.push('rule')
  if (contracts.some((one) => one.changed_at > at)) changedSince.push('contract')
  return {
    rule: now
      ? {
          method: items.length > 0 ? 'items' : now.method,
          base: JSON.parse(now.base) as string[], // written by the office itself
          bands: now.bands === null ? null : (JSON.parse(now.bands) as Band[]),
          capMinor: now.cap_minor,
          rounding: now.rounding,
        }
      : null,
    inputs: [
      ...contracts.map(
        (one): ExplainInput => ({
          kind: 'base',
          from: later(one.from_on, period.start_on),
          to: one.to_on === null || one.to_on > period.end_on ? period.end_on : one.to_on,
          amountMinor: one.base_minor,
          quantity: null,
          rateMinor: null,
          origin: readOrigin(db, one.origin),
        }),
      ),
      ...items.map(
        (one): ExplainInput => ({
          kind: 'item',
          from: one.month,
          to: null,
          amountMinor: one.amount_minor,
          quantity: one.quantity,
          rateMinor: one.rate_minor,
          origin: readOrigin(db, one.origin),
        }),
      ),
    ],
    changedSince,
  }
}

const later = (a: string, b: string): string => (a.localeCompare(b) > 0 ? a : b)

function beside(db: Db, slip: SlipRow, period: PeriodRow, code: string) {
  const last = rows.runBefore(db, period.period_type, period.start_on)
  const yearAgo = rows.runYearBefore(db, period.period_type, period.end_on)
  const amountIn = (runId: number | undefined): number | null => {
    const found = runId === undefined ? undefined : slipInChain(db, chainOf(db, runId), slip.party_id)
    const then = found && rows.slipById(db, found.id)
    if (!then || then.status === 'error') return null
    if (code === NET) return then.net_minor
    return rows.linesOfSlip(db, then.id).reduce((sum, one) => (one.code === code ? sum + one.amount_minor : sum), 0)
  }
  return {
    beforeMinor: amountIn(last?.id),
    beforePeriod: last ? needPeriod(db, last.period_id) : null,
    yearAgoMinor: amountIn(yearAgo?.id),
    yearAgoPeriod: yearAgo ? needPeriod(db, yearAgo.period_id) : null,
    yearMinor:
      code === NET
        ? rows.netYearToDate(db, slip.party_id, period.end_on)
        : rows.codeYearToDate(db, slip.party_id, code, period.end_on),
  }
}
