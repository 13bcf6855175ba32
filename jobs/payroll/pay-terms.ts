import type { Db } from '../../db/open'
import { type BalanceRow, balances } from '../../db/queries/payroll/balances'
import { allComponents } from '../../db/queries/payroll/components'
import { type MonthItemRow, monthItemsOf, monthItemsOfParty } from '../../db/queries/payroll/month-items'
import { type HoldRow, holdsOf, type LeaveRow, type LoanRow, leavesOf, loansOf } from '../../db/queries/payroll/terms'
import type { Write } from '../engine/write'
import { Problem } from '../values/problem'
import { monthOf, parseLocalDate } from '../values/time'
import { type MonthItem, setMonthItems } from './month-items'
import { ABSENCE, type Standing, standingOf } from './rules/one-off'

/** Where an item was typed in by hand, one by one. */
const TYPED = 'typed'

export type PayTerms = {
  leave: LeaveRow[]
  loans: (LoanRow & { balanceMinor: number })[]
  hold: HoldRow | null
  heldMinor: number
  carried: BalanceRow[]
  items: (MonthItemRow & { name: string; standing: Standing })[]
  itemCodes: { code: string; name: string; takesLoans: boolean }[]
}

/** What an employee's pay depends on besides the contract. Balances are those of approved runs. */
export function payTermsOf(db: Db, partyId: number): PayTerms {
  const stand = balances(db, { partyId })
  const items = monthItemsOfParty(db, partyId)
  const components = allComponents(db)
  const names = new Map(components.map((one) => [one.code, one.name]))
  const taken = (id: number) => stand.find((one) => one.kind === 'loan' && one.ref_id === id)?.amount_minor ?? 0
  const usable = components.filter(
    ({ active, method }) => active === 1 && !['base_pay', 'net_rounding', 'held_pay'].includes(method),
  )
  return {
    leave: leavesOf(db, partyId),
    loans: loansOf(db, partyId).map((loan) => ({ ...loan, balanceMinor: loan.principal_minor - taken(loan.id) })),
    hold: holdsOf(db, partyId).find((one) => one.released_on === null) ?? null,
    heldMinor: stand.reduce((sum, one) => (one.kind === 'hold' ? sum + one.amount_minor : sum), 0),
    carried: stand.filter((one) => one.kind === 'carry'),
    items: items.map((one) => ({ ...one, name: names.get(one.code) ?? one.code, standing: standingOf(one, items) })),
    itemCodes: [
      ...usable.map(({ code, name, method, kind }) => ({
        code,
        name,
        takesLoans: method === 'fixed' && kind === 'deduction',
      })),
      { code: ABSENCE, name: 'Absence', takesLoans: false },
    ],
  }
}

/** One item of a month among those typed by hand; one that says nothing is taken out. */
export function setTypedItem(write: Write, partyId: number, monthText: string, item: MonthItem): void {
  const first = parseLocalDate(`${monthText}-01`)
  if (!first) throw new Problem('payroll.month_unreadable', { found: monthText })
  const month = monthOf(first)
  const others = monthItemsOf(write.db, partyId, month, TYPED).filter((one) => one.code !== item.code)
  const kept = others.map(
    (one): MonthItem => ({
      code: one.code,
      ...(one.amount_minor === null ? {} : { amountMinor: one.amount_minor }),
      ...(one.quantity === null ? {} : { quantity: one.quantity }),
      ...(one.rate_minor === null ? {} : { rateMinor: one.rate_minor }),
    }),
  )
  const says = item.amountMinor !== undefined || item.quantity !== undefined
  const items = says ? [...kept, item] : kept
  setMonthItems(write, { partyId, month, source: TYPED, items, origin: write.actor })
  write.emit({ type: 'pay_terms_changed', id: partyId })
}
