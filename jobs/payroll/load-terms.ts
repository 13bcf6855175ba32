import type { Db } from '../../db/open'
import { type BalanceRow, balances } from '../../db/queries/payroll/balances'
import type { PeriodRow } from '../../db/queries/payroll/periods'
import { holdsOf, holdsOn, type LoanRow, loansDue, loansOf, unpaidWithin } from '../../db/queries/payroll/terms'
import {
  grossToDate,
  linesToDate,
  taxableToDate,
  type YearDays,
  type YearRow,
} from '../../db/queries/payroll/year-to-date'
import { addDays, firstOfMonth, lastOfMonth, type Month } from '../values/time'
import { GROSS, TAXABLE } from './rules/component'
import type { Employee, Loan, SlipPlan } from './rules/slip'
import { taxYearToDate } from './tax-year'

/** Employees with their unpaid leave, loans, carried deductions, held pay and, where a component asks, their year to date. */
export function withTerms(db: Db, row: PeriodRow, plan: SlipPlan, employees: Employee[], year: YearFor): Employee[] {
  const unpaid = byParty(unpaidWithin(db, row.start_on, row.end_on))
  const loans = byParty(loansDue(db, row.end_on))
  const holds = byParty(holdsOn(db, row.end_on))
  const stand = byParty(balances(db, { before: { endOn: row.end_on, exceptPeriodId: row.id } }))
  const toDate = byParty(yearToDate(db, row, yearCodes(plan), undefined, year))
  return employees.map((employee) => {
    const id = employee.partyId
    const own = stand.get(id) ?? []
    const hold = holdOf(own, holds.get(id)?.[0]?.amount_minor)
    return {
      ...employee,
      ...present(
        'unpaid',
        unpaid.get(id)?.map((one) => ({ from: one.from_on, to: one.to_on, halfDay: one.half_day === 1 })),
      ),
      ...present(
        'loans',
        loans.get(id)?.map((loan) => toLoan(loan, own)),
      ),
      ...present('carried', amountsBy(own.filter((one) => one.kind === 'carry'))),
      ...present('hold', hold),
      ...present('year', amountsBy(toDate.get(id) ?? [])),
    }
  })
}

function toLoan(loan: LoanRow, stand: readonly BalanceRow[]): Loan {
  const taken = stand.find((one) => one.kind === 'loan' && one.ref_id === loan.id)?.amount_minor ?? 0
  return {
    id: loan.id,
    code: loan.code,
    instalmentMinor: loan.instalment_minor,
    balanceMinor: loan.principal_minor - taken,
  }
}

/** All loans that are still recovered, each in one instalment, also those that begin later. */
export function wholeLoans(db: Db, { id, end_on: endOn }: PeriodRow, partyId: number): Loan[] {
  const stand = balances(db, { partyId, before: { endOn, exceptPeriodId: id } })
  return loansOf(db, partyId)
    .filter((loan) => loan.stopped_on === null || loan.stopped_on > endOn)
    .map((loan) => toLoan(loan, stand))
    .map((loan) => ({ ...loan, instalmentMinor: loan.balanceMinor }))
}

/** Of a leaver the hold as it stands today: there is no later period that pays what is released after this one ends. */
export function holdToday(db: Db, { id, end_on: endOn }: PeriodRow, partyId: number) {
  const open = holdsOf(db, partyId).find((one) => one.released_on === null && one.from_on <= endOn)
  return holdOf(balances(db, { partyId, before: { endOn, exceptPeriodId: id } }), open?.amount_minor)
}

/** `most` undefined: nothing is held back now. */
function holdOf(rows: readonly BalanceRow[], most: number | null | undefined) {
  const balanceMinor = rows.reduce((sum, one) => (one.kind === 'hold' ? sum + one.amount_minor : sum), 0)
  if (most === undefined && balanceMinor === 0) return undefined
  return { balanceMinor, isHeld: most !== undefined, mostMinor: most ?? null }
}

function amountsBy(rows: readonly { code: string; amount_minor: number }[]): Record<string, number> | undefined {
  return rows.length === 0 ? undefined : Object.fromEntries(rows.map((one) => [one.code, one.amount_minor]))
}

const present = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V }

function byParty<T extends { party_id: number }>(rows: readonly T[]): Map<number, T[]> {
  const parties = new Map<number, T[]>()
  for (const row of rows) {
    const list = parties.get(row.party_id)
    if (list) list.push(row)
    else parties.set(row.party_id, [row])
  }
  return parties
}

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
 * that together they are taxed as what they are together, whichever comes first; arrears in it carry their own tax.
 */
export function yearToDate(
  db: Db,
  row: Pick<PeriodRow, 'id' | 'end_on'>,
  codes: ReadonlySet<string>,
  partyId?: number,
  { isOffCycle, computedAt }: YearFor = REGULAR,
): YearRow[] {
  const ownKinds = isOffCycle ? ['regular', 'final', 'correction', 'off_cycle'] : ['off_cycle']
  const own = { ownPeriodId: row.id, ownKinds, approvedBy: computedAt }
  return yearWithin(db, { ...taxYearToDate(db, row.end_on), ...own, partyId }, codes)
}

/** A person's approved pay of the tax year that a month counts in, of the periods that ended before the month. */
export function yearBeforeMonth(db: Db, month: Month, plan: SlipPlan, partyId: number): Record<string, number> {
  const { from } = taxYearToDate(db, lastOfMonth(month))
  const none = { ownPeriodId: 0, ownKinds: [], approvedBy: null }
  const days = { from, to: addDays(firstOfMonth(month), -1), ...none, partyId }
  return amountsBy(yearWithin(db, days, yearCodes(plan))) ?? {}
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
