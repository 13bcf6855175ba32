import type { Db } from '../../db/open'
import * as rows from '../../db/queries/payroll/year-to-date'
import { readSetting } from '../shared/settings'

export type YearColumn = Pick<rows.ComponentYearRow, 'code' | 'kind' | 'name'>
export type YearTotals = {
  year: number
  /** The years there are, the newest first. */
  years: number[]
  currency: string
  /** Every component of the year, in the order of the slip. */
  columns: YearColumn[]
  people: (rows.YearPersonRow & { /** One amount for each column. */ amounts: number[] })[]
}

const keyOf = (one: { kind: string; code: string }) => `${one.kind} ${one.code}`

/** What everybody got in a calendar year by approved runs, component by component; a period counts in the year it ends in. */
export function yearTotals(db: Db, year: number): YearTotals {
  const sums = rows.componentsOfYear(db, `${year}-12-31`, null)
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
    year,
    years: rows.yearsPaid(db),
    currency: rows.currencyOfYear(db, year) ?? readSetting(db, 'office').currency,
    columns: sorted.map(([, column]) => column),
    people: rows.peopleOfYear(db, year).map((person) => ({
      ...person,
      amounts: sorted.map(([key]) => amounts.get(person.party_id)?.get(key) ?? 0),
    })),
  }
}
