import type { ColumnAnswer, ColumnReading, Decision } from '../column-types'
import type { Cell } from '../sheet'
import { askForCentury, askForOrder, askForSwap } from './date-questions'
import { readDateText } from './date-text'

/** What the cells of a column of dates say about how they are to be read. */
export type DateEvidence = {
  dayFirst: number
  monthFirst: number
  dayFirstExample: string | null
  monthFirstExample: string | null
  /** Dates that are another day under each order (`03/04/2025`). */
  either: number
  eitherExample: string | null
  short: number
  shortExample: string | null
  /** Dates that the spreadsheet itself holds as dates, and whether one of them lies after the 12th of its month. */
  typed: number
  typedExample: string | null
  typedAfter12th: boolean
}

export const noDates = (): DateEvidence => ({
  dayFirst: 0,
  monthFirst: 0,
  dayFirstExample: null,
  monthFirstExample: null,
  either: 0,
  eitherExample: null,
  short: 0,
  shortExample: null,
  typed: 0,
  typedExample: null,
  typedAfter12th: false,
})

export function gatherDates(evidence: DateEvidence, cell: Cell): void {
  if (cell.kind === 'date') {
    if (!cell.date) return
    evidence.typed++
    evidence.typedExample ??= cell.date
    if (Number(cell.date.slice(8)) > 12) evidence.typedAfter12th = true
    return
  }
  if (cell.kind !== 'text') return
  const date = readDateText(cell.text)
  if (!date || date.form === 'zoned' || date.form === 'month_only') return
  if (date.short) {
    evidence.short++
    evidence.shortExample ??= cell.text
  }
  if (date.form === 'fixed') return
  const { first, second } = date
  if (first === second) return
  if (first <= 12 && second <= 12 && first >= 1 && second >= 1) {
    evidence.either++
    evidence.eitherExample ??= cell.text
  } else if (first <= 31 && second <= 12) {
    evidence.dayFirst++
    evidence.dayFirstExample ??= cell.text
  } else if (first <= 12 && second <= 31) {
    evidence.monthFirst++
    evidence.monthFirstExample ??= cell.text
  }
}

/**
 * One date that can be read one way only decides the column, whatever was answered for an earlier file. Contradicting
 * ones: the majority holds and the others become errors of their rows, unless a date beside them could be read both
 * ways or the sides are equal, which is asked.
 */
export function decideDates(
  evidence: DateEvidence,
  undecided: ColumnReading,
  answer: ColumnAnswer,
  language: string,
): Decision {
  const { dayFirst, monthFirst, either } = evidence
  let dateOrder: ColumnReading['dateOrder'] = null
  const isOpen = either > 0 ? dayFirst > 0 === monthFirst > 0 : dayFirst > 0 && dayFirst === monthFirst
  if (isOpen) {
    const given = answer.date_order
    if (given !== 'day_first' && given !== 'month_first') {
      return { reading: null, question: askForOrder(evidence, language) }
    }
    dateOrder = given
  } else if (dayFirst !== monthFirst) {
    dateOrder = dayFirst > monthFirst ? 'day_first' : 'month_first'
  }

  let century: ColumnReading['century'] = null
  if (evidence.short > 0) {
    const given = answer.two_digit_year
    if (given !== '1900s' && given !== '2000s' && given !== 'split_30') {
      return { reading: null, question: askForCentury(evidence.shortExample ?? '', dateOrder, language) }
    }
    century = given
  }

  let swapTypedDates = false
  if (mayBeSwapped(evidence)) {
    const given = answer.typed_dates
    if (given !== 'keep' && given !== 'swap') {
      return { reading: null, question: askForSwap(evidence.typedExample ?? '', language) }
    }
    swapTypedDates = given === 'swap'
  }
  return { reading: { ...undecided, dateOrder, century, swapTypedDates }, question: null }
}

/**
 * A spreadsheet of another region that opened a text file turned `03/04/2025` into a date, day and month swapped, and
 * left `13/04/2025` as text: then every written date has a day above 12 and no typed one has.
 */
function mayBeSwapped({ typed, typedAfter12th, dayFirst, monthFirst, either }: DateEvidence): boolean {
  return typed > 0 && !typedAfter12th && either === 0 && dayFirst > 0 !== monthFirst > 0
}
