import type { Db } from '../../db/open'
import { type BalanceRow, balances } from '../../db/queries/payroll/balances'
import type { PeriodRow } from '../../db/queries/payroll/periods'
import { holdsOf, holdsOn, type LoanRow, loansDue, loansOf, unpaidWithin } from '../../db/queries/payroll/terms'
import type { Employee, Loan } from './rules/slip'
import type { Stand } from './stand'

/** Employees with their unpaid leave, loans, carried deductions, held pay and, where a component asks, their year to date. */
export function withTerms(db: Db, row: PeriodRow, employees: Employee[], posted: Stand): Employee[] {
  const unpaid = byParty(unpaidWithin(db, row.start_on, row.end_on))
  const loans = byParty(loansDue(db, row.end_on))
  const holds = byParty(holdsOn(db, row.end_on))
  const stand = byParty(posted.balances)
  const toDate = byParty(posted.year)
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

/** Of whom pay is held back in a period; `mostMinor` null: all of it. */
export const heldIn = (db: Db, { end_on: endOn }: PeriodRow): { partyId: number; mostMinor: number | null }[] =>
  holdsOn(db, endOn).map((one) => ({ partyId: one.party_id, mostMinor: one.amount_minor }))

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
