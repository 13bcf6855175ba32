import { addDays, type LocalDate } from '../../values/time'

/**
 * The year that cumulative bands, year to date and year totals count by. It need not be the calendar year: the office
 * says on which day it begins. A period counts in the tax year its last day lies in.
 */
export type TaxYear = {
  /** The calendar year it begins in. */
  number: number
  /** `2024`; where it is no calendar year `2024/25`. */
  name: string
  from: LocalDate
  to: LocalDate
}

/** The tax year that begins in a calendar year; `starts` as MM-DD. */
export function taxYear(number: number, starts: string): TaxYear {
  const day = (year: number) => `${String(year).padStart(4, '0')}-${starts}` as LocalDate
  const name = starts === '01-01' ? String(number) : `${number}/${String((number + 1) % 100).padStart(2, '0')}`
  return { number, name, from: day(number), to: addDays(day(number + 1), -1) }
}

/** The tax year a day lies in. */
export function taxYearOf(on: LocalDate, starts: string): TaxYear {
  const year = Number(on.slice(0, 4))
  return taxYear(on.slice(5) < starts ? year - 1 : year, starts)
}
