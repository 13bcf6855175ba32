import type { Db } from '../../db/open'
import type { PeriodRow } from '../../db/queries/payroll/periods'
import * as rows from '../../db/queries/payroll/review'
import { type RunRow, runComponents } from '../../db/queries/payroll/runs'
import type { SlipLineRow, SlipRow } from '../../db/queries/payroll/slips'
import { chainOf, slipInChain } from '../../db/queries/payroll/supplementary'
import { componentsOfYear, netYearToDate } from '../../db/queries/payroll/year-to-date'
import type { Currency } from '../values/money'
import { Problem } from '../values/problem'
import { needRun } from './approve'
import type { Asked, ExplainInput } from './explain-inputs'
import * as inputs from './explain-inputs'
import { needPeriod } from './load-run'
import { type Band, GROSS } from './rules/component'
import { namesOfFormula } from './rules/formula'
import { officeTaxYearOf, taxYearToDate } from './tax-year'

export type { ExplainInput } from './explain-inputs'

export type Explained = {
  slip: SlipRow
  run: RunRow
  period: PeriodRow
  lines: (SlipLineRow & { name: string /** Approved runs of the tax year up to this period. */; yearMinor: number })[]
  /** Null: the net, which is the sum of the lines. */
  line: (SlipLineRow & { name: string }) | null
  /** How the component is computed today; null for the net. */
  rule: {
    method: string
    base: string[]
    bands: Band[] | null
    formula: string | null
    rateTable: string | null
    carryOver: boolean
    capMinor: number | null
    rounding: string
  } | null
  inputs: ExplainInput[]
  /** What was read has been changed since this was computed, so that it need not be what the amount was made from. */
  changedSince: ('rule' | 'contract' | 'table')[]
  beforeMinor: number | null
  beforePeriod: PeriodRow | null
  /** The same days a year ago. */
  yearAgoMinor: number | null
  yearAgoPeriod: PeriodRow | null
  /** Approved runs of the tax year up to this period. */
  yearMinor: number
  /** What the tax year is called. */
  taxYear: string
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
  const year = taxYearToDate(db, period.end_on)
  const toDate = new Map(componentsOfYear(db, year, [slip.party_id]).map((one) => [one.code, one.amount_minor]))
  const lines = oneACode(own).map((one) => ({ ...one, yearMinor: toDate.get(one.code) ?? 0 }))
  const line = code === NET ? null : (lines.find((one) => one.code === code) ?? null)
  if (code !== NET && !line) throw new Problem('payroll.line_not_found', { code }, { kind: 'not_found' })
  return {
    slip,
    run,
    period,
    lines,
    line,
    ...(line ? madeOf(db, run, { slip, period, line, lines: own }) : { rule: null, inputs: [], changedSince: [] }),
    ...beside(db, slip, period, code),
    yearMinor: line ? line.yearMinor : netYearToDate(db, slip.party_id, year),
    taxYear: officeTaxYearOf(db, period.end_on).name,
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

const ARREARS_RULE = {
  method: 'arrears',
  base: [],
  bands: null,
  formula: null,
  rateTable: null,
  carryOver: false,
  capMinor: null,
  rounding: 'half_up',
}

function madeOf(db: Db, run: RunRow, asked: Asked): Pick<Explained, 'rule' | 'inputs' | 'changedSince'> {
  if (asked.line.for_period_id === null) return madeFrom(db, run, asked)
  return { rule: ARREARS_RULE, inputs: inputs.arrearsInputs(db, asked), changedSince: [] }
}

function madeFrom(db: Db, run: RunRow, asked: Asked) {
  const { period, line } = asked
  const now = rows.componentNow(db, line.code)
  const at = run.computed_at ?? 0
  const items = inputs.itemInputs(db, asked)
  const stated = items.some((one) => one.amountMinor !== null || one.rate !== null)
  const method = now && items.length > 0 && (now.method !== 'formula' || stated) ? 'items' : now?.method
  const bases = method === 'base_pay' ? inputs.baseInputs(db, asked) : []
  const names = method === 'formula' && now?.formula ? namesOfFormula(now.formula, run.currency as Currency) : NO_NAMES
  const base = now ? (JSON.parse(now.base) as string[]) : [] // written by the office itself
  const tables = [now?.rate_table ?? null, ...names.all]
    .filter((code) => code !== null)
    .map((code) => ({ code, version: inputs.versionInForce(db, code, period.end_on) }))
  const own = tables.find((one) => one.code === now?.rate_table)?.version
  const changedSince: Explained['changedSince'] = []
  if (now && now.changed_at > at) changedSince.push('rule')
  if (bases.some((one) => one.changedAt > at)) changedSince.push('contract')
  if (tables.some((one) => (one.version?.changed_at ?? 0) > at)) changedSince.push('table')
  const takesDays = method === 'base_pay' || (now?.method === 'fixed' && now.prorate === 1) || names.all.some(isOfDays)
  const bands = own?.bands ?? now?.bands ?? null
  return {
    rule: now
      ? {
          method: method ?? now.method,
          base,
          bands: bands === null ? null : (JSON.parse(bands) as Band[]),
          formula: now.formula,
          rateTable: now.rate_table,
          carryOver: now.carry_over === 1,
          capMinor: now.cap_minor,
          rounding: now.rounding,
        }
      : null,
    inputs: [
      ...bases.map(({ changedAt: _, ...one }) => one),
      ...(takesDays ? inputs.leaveInputs(db, asked) : []),
      ...items,
      ...inputs.lineInputs(
        asked,
        names.all.filter((code) => asked.lines.some((one) => one.code === code) || code === GROSS),
      ),
      ...(method === 'cumulative_bands' ? inputs.yearInputs(db, run, asked, [...base, line.code]) : []),
      ...inputs.yearInputs(db, run, asked, names.year),
      ...tables.flatMap(({ code, version }) => (version ? [inputs.tableInput(db, code, version)] : [])),
      ...inputs.balanceInputs(db, asked),
    ],
    changedSince,
  }
}

const NO_NAMES: { all: string[]; year: string[] } = { all: [], year: [] }
const isOfDays = (name: string) => name === 'DAYS' || name === 'UNPAID_DAYS'

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
  }
}
