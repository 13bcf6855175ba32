import type { Db } from '../../db/open'
import { entriesOfSlip } from '../../db/queries/payroll/balances'
import type { PeriodRow } from '../../db/queries/payroll/periods'
import { allRateTables, allRateVersions, type RateVersionRow } from '../../db/queries/payroll/rate-tables'
import * as rows from '../../db/queries/payroll/review'
import type { RunRow } from '../../db/queries/payroll/runs'
import type { SlipLineRow, SlipRow } from '../../db/queries/payroll/slips'
import { holdsOf, loanById, unpaidWithin } from '../../db/queries/payroll/terms'
import { type LocalDate, monthOf } from '../values/time'
import { needPeriod } from './load-run'
import { type Origin, readOrigin } from './origin'
import { GROSS, TAXABLE } from './rules/component'
import { yearToDate } from './stand'

/** One thing an amount was made from. Amounts in minor units. */
export type ExplainInput = {
  /**
   * base: the contract, for the days it counts; item: of a month; leave: days without pay; table: the version of a rate
   * table in force; line: another amount of the same slip; year: a year to date before the period; loan: an instalment;
   * hold: pay held back; carried: what waits for the next period; brought: what waited for this one; arrears: the
   * difference of a closed period, whose days it gives.
   */
  kind: 'base' | 'item' | 'leave' | 'table' | 'line' | 'year' | 'loan' | 'hold' | 'carried' | 'brought' | 'arrears'
  /** A code, or what was noted with it. */
  name: string | null
  /** base, leave: the days it counts in the period; item: its month; else from when it holds. */
  from: string
  to: string | null
  amountMinor: number | null
  quantity: string | null
  /** Minor units of a per-unit rate; ppm of a table's. */
  rate: number | null
  /** loan: the principal; arrears: what the period comes to with today's facts; what had been posted is so much less. */
  ofMinor: number | null
  origin: Origin
}

export type Asked = { slip: SlipRow; period: PeriodRow; line: SlipLineRow; lines: SlipLineRow[] }

const NONE = { name: null, to: null, amountMinor: null, quantity: null, rate: null, ofMinor: null }
const UNKNOWN: Origin = { kind: 'unknown' }
const later = (a: string, b: string): string => (a.localeCompare(b) > 0 ? a : b)
const earlier = (a: string, b: string): string => (a.localeCompare(b) < 0 ? a : b)

/** The parts of the contract that lie in the period. */
export function baseInputs(db: Db, { slip, period }: Asked): (ExplainInput & { changedAt: number })[] {
  return rows.contractOrigins(db, slip.party_id, period.start_on, period.end_on).map((one) => ({
    ...NONE,
    kind: 'base',
    from: later(one.from_on, period.start_on),
    to: one.to_on === null ? period.end_on : earlier(one.to_on, period.end_on),
    amountMinor: one.base_minor,
    origin: readOrigin(db, one.origin),
    changedAt: one.changed_at,
  }))
}

export function itemInputs(db: Db, { slip, period, line }: Asked): ExplainInput[] {
  const months = [monthOf(period.start_on), monthOf(period.end_on)] as const
  return rows.itemOrigins(db, slip.party_id, line.code, ...months).map((one) => ({
    ...NONE,
    kind: 'item',
    from: one.month,
    amountMinor: one.amount_minor,
    quantity: one.quantity,
    rate: one.rate_minor,
    origin: readOrigin(db, one.origin),
  }))
}

/** Unpaid leave and absence with dates, in the days of the period. */
export function leaveInputs(db: Db, { slip, period }: Asked): ExplainInput[] {
  return unpaidWithin(db, period.start_on, period.end_on)
    .filter((one) => one.party_id === slip.party_id)
    .map((one) => ({
      ...NONE,
      kind: 'leave',
      name: one.note || one.kind,
      from: later(one.from_on, period.start_on),
      to: earlier(one.to_on, period.end_on),
      quantity: one.half_day === 1 ? '0.5' : null,
      origin: readOrigin(db, one.origin),
    }))
}

/** The version of a rate table that a run of a period takes. */
export function versionInForce(db: Db, code: string, on: LocalDate): RateVersionRow | undefined {
  const table = allRateTables(db).find((one) => one.code === code)
  return allRateVersions(db).find((one) => one.table_id === table?.id && one.from_on <= on)
}

export function tableInput(db: Db, code: string, version: RateVersionRow): ExplainInput {
  return {
    ...NONE,
    kind: 'table',
    name: version.source === '' ? code : `${code}: ${version.source}`,
    from: version.from_on,
    amountMinor: version.amount_minor,
    rate: version.rate_ppm,
    origin: readOrigin(db, version.origin),
  }
}

/** Other amounts of the slip that were named, GROSS and TAXABLE among them as far as they stand on it. */
export function lineInputs({ slip, period, lines }: Asked, codes: readonly string[]): ExplainInput[] {
  const of = (code: string): number | null =>
    code === GROSS
      ? slip.gross_minor
      : code === TAXABLE
        ? null
        : lines.reduce((sum, one) => (one.code === code ? sum + one.amount_minor : sum), 0)
  return codes.flatMap((code) => {
    const amountMinor = of(code)
    if (amountMinor === null) return []
    return [{ ...NONE, kind: 'line' as const, name: code, from: period.start_on, amountMinor, origin: UNKNOWN }]
  })
}

export function yearInputs(db: Db, run: RunRow, { slip, period }: Asked, codes: readonly string[]): ExplainInput[] {
  const year = { isOffCycle: run.kind === 'off_cycle', computedAt: run.computed_at }
  return yearToDate(db, period, new Set(codes), slip.party_id, year).map((one) => ({
    ...NONE,
    kind: 'year',
    name: one.code,
    from: period.start_on,
    amountMinor: one.amount_minor,
    origin: UNKNOWN,
  }))
}

/** Loans, held pay and what was carried over: the balances this line moved. */
export function balanceInputs(db: Db, { slip, period, line }: Asked): ExplainInput[] {
  return entriesOfSlip(db, slip.id)
    .filter((one) => one.code === line.code)
    .map((one): ExplainInput => {
      const entry = { ...NONE, amountMinor: one.amount_minor, from: period.start_on as string, origin: UNKNOWN }
      if (one.kind === 'loan') {
        const loan = loanById(db, one.ref_id)
        if (!loan) return { ...entry, kind: 'loan' }
        const { note, from_on: from, principal_minor: ofMinor, origin } = loan
        return { ...entry, kind: 'loan', name: note, from, ofMinor, origin: readOrigin(db, origin) }
      }
      if (one.kind === 'carried' || one.kind === 'brought') return { ...entry, kind: one.kind }
      const hold = holdsOf(db, slip.party_id).find((held) => held.from_on <= period.end_on)
      if (!hold) return { ...entry, kind: 'hold' }
      const { reason: name, from_on: from, released_on: to, origin } = hold
      return { ...entry, kind: 'hold', name, from, to, origin: readOrigin(db, origin) }
    })
}

/** The closed periods whose differences the line adds up. */
export function arrearsInputs(db: Db, { line, lines }: Asked): ExplainInput[] {
  return lines.flatMap((one) => {
    if (one.code !== line.code || one.for_period_id === null) return []
    const { start_on: from, end_on: to } = needPeriod(db, one.for_period_id)
    const [amountMinor, ofMinor] = [one.amount_minor, one.base_minor]
    return [{ ...NONE, kind: 'arrears' as const, from, to, amountMinor, ofMinor, origin: UNKNOWN }]
  })
}
