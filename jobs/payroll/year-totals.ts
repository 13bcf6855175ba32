import type { Db } from '../../db/open'
import * as rows from '../../db/queries/payroll/year-to-date'
import { readSetting } from '../shared/settings'
import type { TaxYear } from './rules/tax-year'
import { officeTaxYearOf } from './tax-year'

export type YearColumn = Pick<rows.ComponentYearRow, 'code' | 'kind' | 'name'>
export type YearTotals = {
  taxYear: TaxYear
  /** The tax years there are, the newest first. */
  taxYears: TaxYear[]
  currency: string
  /** Every component of the year, in the order of the slip. */
  columns: YearColumn[]
  people: (rows.YearPersonRow & { /** One amount for each column. */ amounts: number[] })[]
}

const keyOf = (one: { kind: string; code: string }) => `${one.kind} ${one.code}`

/** What everybody got in a tax year by approved runs, component by component; a period counts in the year it ends in. */
export function yearTotals(db: Db, taxYear: TaxYear): YearTotals {
  const sums = rows.componentsOfYear(db, taxYear, null)
  const columns = new Map<string, YearColumn>()
  const amounts = new Map<number, Map<string, number>>()
  for (const { party_id, code, kind, name, amount_minor } of sums) {
    const key = keyOf({ kind, code })
    columns.set(key, { code, kind, name })
    const own = amounts.get(party_id) ?? new Map<string, number>()
    own.set(key, amount_minor)
    amounts.set(party_id, own)
  }
  const order = ['earning', 'deduction', 'employer', 'information']
  const sorted = [...columns].sort(([, a], [, b]) => order.indexOf(a.kind) - order.indexOf(b.kind))
  return {
    taxYear,
    taxYears: taxYearsPaid(db),
    currency: rows.currencyOfYear(db, taxYear) ?? readSetting(db, 'office').currency,
    columns: sorted.map(([, column]) => column),
    people: rows.peopleOfYear(db, taxYear).map((person) => ({
      ...person,
      amounts: sorted.map(([key]) => amounts.get(person.party_id)?.get(key) ?? 0),
    })),
  }
}

/** The tax years in which something was approved, the newest first. */
export function taxYearsPaid(db: Db): TaxYear[] {
  const years = rows.paidPeriodEnds(db).map((day) => officeTaxYearOf(db, day))
  return years.filter((one, at) => years[at - 1]?.number !== one.number)
}
