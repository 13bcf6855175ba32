import type { Db } from '../../db/open'
import { readSetting } from '../shared/settings'
import type { LocalDate } from '../values/time'
import { type TaxYear, taxYear, taxYearOf } from './rules/tax-year'

const starts = (db: Db): string => readSetting(db, 'payroll').tax_year_starts

/** The office's tax year that begins in a calendar year. */
export const officeTaxYear = (db: Db, number: number): TaxYear => taxYear(number, starts(db))

/** The office's tax year a day lies in. */
export const officeTaxYearOf = (db: Db, on: LocalDate): TaxYear => taxYearOf(on, starts(db))

/** The days of the tax year up to the end of a period: what “to date” counts. */
export function taxYearToDate(db: Db, endOn: LocalDate): { from: LocalDate; to: LocalDate } {
  return { from: officeTaxYearOf(db, endOn).from, to: endOn }
}
