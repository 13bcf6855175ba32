import type { Db } from '../../db/open'
import { type BalanceRow, balances } from '../../db/queries/payroll/balances'
import type { PeriodRow } from '../../db/queries/payroll/periods'
import {
  grossToDate,
  linesToDate,
  taxableToDate,
  type YearDays,
  type YearRow,
} from '../../db/queries/payroll/year-to-date'
import { addDays, firstOfMonth, lastOfMonth, type Month } from '../values/time'
import { GROSS, TAXABLE } from './rules/component'
import type { SlipPlan } from './rules/slip'
import { taxYearToDate } from './tax-year'

type Dated = Pick<PeriodRow, 'id' | 'end_on'>

/** Of which run a stand is, and which components' year to date it holds. */
export type StandOf = { periodId: number; codes: string[]; isOffCycle: boolean }

/** What approved runs have posted, as far as a run of a period takes it up: balances, and the tax year to date. */
export type Stand = StandOf & { balances: BalanceRow[]; year: YearRow[] }

export const readStand = (db: Db, row: Dated, codes: string[], isOffCycle: boolean): Stand => ({
  periodId: row.id,
  codes,
  isOffCycle,
  balances: balances(db, { before: { endOn: row.end_on, exceptPeriodId: row.id } }),
  year: yearToDate(db, row, new Set(codes), undefined, { isOffCycle, computedAt: null }),
})

/** The codes whose year to date some component asks for. */
export function yearCodes(plan: SlipPlan): Set<string> {
  const codes = new Set<string>()
  for (const { component, formula } of plan.steps) {
    if (component.method === 'cumulative_bands') for (const code of [component.code, ...component.base]) codes.add(code)
    for (const code of formula?.year ?? []) codes.add(code)
  }
  return codes
}

/** Whose year to date it is: of a run of these, or of off-cycle pay; `computedAt` of one that was computed already. */
export type YearFor = { isOffCycle: boolean; computedAt: number | null }
const REGULAR: YearFor = { isOffCycle: false, computedAt: null }

/**
 * Approved pay of the tax year up to a period. Of the period itself the regular run and off-cycle pay count each other, so
 * that together they are taxed as what they are together, whichever comes first. Both count the arrears posted in it: those
 * carry the tax by which their own period differs, and in a year's last period no later run would take the rest.
 */
export function yearToDate(
  db: Db,
  row: Dated,
  codes: ReadonlySet<string>,
  partyId?: number,
  { isOffCycle, computedAt }: YearFor = REGULAR,
): YearRow[] {
  const ownKinds = isOffCycle ? ['regular', 'final', 'correction', 'off_cycle', 'arrears'] : ['off_cycle', 'arrears']
  const own = { ownPeriodId: row.id, ownKinds, approvedBy: computedAt }
  return yearWithin(db, { ...taxYearToDate(db, row.end_on), ...own, partyId }, codes)
}

/** A person's approved pay of the tax year that a month counts in, of the periods that ended before the month. */
export function yearBeforeMonth(db: Db, month: Month, plan: SlipPlan, partyId: number): Record<string, number> {
  const { from } = taxYearToDate(db, lastOfMonth(month))
  const none = { ownPeriodId: 0, ownKinds: [], approvedBy: null }
  const days = { from, to: addDays(firstOfMonth(month), -1), ...none, partyId }
  return Object.fromEntries(yearWithin(db, days, yearCodes(plan)).map((one) => [one.code, one.amount_minor]))
}

function yearWithin(db: Db, days: YearDays, codes: ReadonlySet<string>): YearRow[] {
  if (codes.size === 0) return []
  const lines = [...codes].filter((code) => code !== GROSS && code !== TAXABLE)
  return [
    ...(lines.length > 0 ? linesToDate(db, days, lines) : []),
    ...(codes.has(GROSS) ? grossToDate(db, days) : []),
    ...(codes.has(TAXABLE) ? taxableToDate(db, days) : []),
  ]
}
