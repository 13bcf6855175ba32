import { addressFault } from '../../values/email'
import type { Currency } from '../../values/money'
import type { Reason } from '../../values/problem'
import type { Field, FieldType, Value } from '../kind'
import type { Century } from './columns/century'
import { parseCurrency } from './columns/currency-cell'
import { parseDateCell } from './columns/date-cell'
import { type DateEvidence, decideDates, gatherDates, noDates } from './columns/date-column'
import { parseIdentifier } from './columns/identifier'
import { parseNumberCell } from './columns/number-cell'
import { decideNumbers, gatherNumbers, type NumberEvidence, noNumbers } from './columns/number-column'
import { parsePhone } from './columns/phone'
import { MAX_CELL_CHARS } from './limits'
import type { Cell } from './sheet'

/**
 * What the values of a column mean is decided once, from all of its cells: `03/04/2025` or `1.234` alone says nothing,
 * one `13/04/2025` or `1.234,56` beside it says everything. What stays open is asked, never guessed.
 */

export type Ask = 'date_order' | 'two_digit_year' | 'typed_dates' | 'number_style' | 'percent_scale'

/** The answers a person gave for one column, question by question. */
export type ColumnAnswer = Partial<Record<Ask, string>>

export type Question = { ask: Ask; choices: { answer: string; example: string }[] }

/** How the cells of one column are read. Plain data: it is stored with the mapping and travels to the slot. */
export type ColumnReading = {
  currency: Currency
  /** Which mark stands before the decimals; null: no cell of the column needed to know. */
  decimalMark: '.' | ',' | null
  /** What a number without a sign means in a column of percentages: 12.5 or 0.125 for 12.5 %. */
  percentScale: 'points' | 'fraction' | null
  dateOrder: 'day_first' | 'month_first' | null
  /** `1900s`, `2000s`, or `split_30`: 00–29 are 20xx and 30–99 are 19xx, as spreadsheets read them. */
  century: Century | null
  /** The spreadsheet that typed the dates had swapped day and month: they are swapped back. */
  swapTypedDates: boolean
}

/** The office's currency is what money columns must be in; its language only words the examples. */
export type OfficeHabits = { currency: Currency; language: string }

export type Decision = { reading: ColumnReading | null; question: Question | null }

/** Gathers what the cells of a column say, page by page, so that a long column need not be held in memory. */
export type ColumnWitness = { see(cell: Cell): void; decide(answer?: ColumnAnswer): Decision }

export function witnessColumn(type: FieldType, office: OfficeHabits): ColumnWitness {
  const dates: DateEvidence = noDates()
  const numbers: NumberEvidence = noNumbers()
  return {
    see(cell) {
      if (type === 'date') gatherDates(dates, cell)
      else if (isNumeric(type)) gatherNumbers(numbers, cell)
    },
    decide(answer = {}) {
      const undecided: ColumnReading = {
        currency: office.currency,
        decimalMark: null,
        percentScale: null,
        dateOrder: null,
        century: null,
        swapTypedDates: false,
      }
      if (type === 'date') return decideDates(dates, undecided, answer, office.language)
      if (isNumeric(type)) return decideNumbers(numbers, undecided, answer, type === 'percent')
      return { reading: undecided, question: null }
    },
  }
}

/** Decides a column from all of its cells. Either a reading or a question; a further question may follow an answer. */
export function decideColumn(
  cells: Iterable<Cell>,
  type: FieldType,
  office: OfficeHabits,
  answer?: ColumnAnswer,
): Decision {
  const witness = witnessColumn(type, office)
  for (const cell of cells) witness.see(cell)
  return witness.decide(answer)
}

export type Parsed = { value: Value } | { problem: Reason }

/**
 * One cell in the light of its column. Exact: money becomes bigint minor units, percentages ppm, and what does not fit
 * (half a cent, a day that does not exist) is a problem that names it, never rounded. An empty cell is null whether or
 * not the field is required. `min` and `max` of a money field are in whole units of the currency, of a percent field in
 * percent.
 */
export function parseCell(
  cell: Cell,
  type: FieldType,
  reading: ColumnReading,
  field: Pick<Field, 'decimals' | 'min' | 'max'>,
): Parsed {
  if (cell.kind === 'empty') return { value: null }
  if (cell.kind === 'error') return { problem: { code: 'import.cell_is_error', params: { found: cell.text } } }
  if (cell.kind === 'formula_without_value') {
    return { problem: { code: 'import.formula_without_value', params: { cell: cell.address, formula: cell.raw } } }
  }
  if (cell.text.length > MAX_CELL_CHARS) {
    return { problem: { code: 'import.cell_too_long', params: { found: cell.text.length, limit: MAX_CELL_CHARS } } }
  }
  if (cell.text.length < 7 && NOTHING.test(cell.text) && (type === 'text' || type === 'identifier')) {
    return { problem: { code: 'import.nothing_in_words', params: { found: cell.text } } }
  }
  if (isMadeDate(cell) && (type === 'text' || type === 'identifier' || type === 'phone')) {
    return { problem: { code: 'import.date_for_text', params: { found: cell.text } } }
  }
  switch (type) {
    case 'text':
      return { value: cell.text }
    case 'identifier':
      return parseIdentifier(cell)
    case 'email':
      return emailOf(cell.text)
    case 'phone':
      return parsePhone(cell)
    case 'currency':
      return parseCurrency(cell, reading.currency)
    case 'date':
      return parseDateCell(cell, reading)
    default:
      return parseNumberCell(cell, type, reading, field)
  }
}

/** What databases and programs write where there is nothing. “Null” in small letters is a family's name. */
const NOTHING = /^(?:NULL|\\N|\((?:null|NULL)\)|<(?:null|NULL)>|\[(?:null|NULL)\]|NaN)$/

/** A day without a time, which a spreadsheet also makes of `1-2` or `3/4`. */
const isMadeDate = ({ kind, text }: Cell): boolean => kind === 'date' && !text.includes(':')

function emailOf(text: string): Parsed {
  const fault = addressFault(text)
  return fault ? { problem: fault } : { value: text }
}

const isNumeric = (type: FieldType): boolean =>
  type === 'integer' || type === 'decimal' || type === 'money' || type === 'percent'
