import type { Reason } from '../../values/problem'
import type { LocalDate } from '../../values/time'

/**
 * What a file becomes before anybody knows what it means: columns, and pages of rows of cells. Nothing here is bound to
 * csv or xlsx; what is said about the file in `findings` is for the administrator's eyes.
 */

export type CellKind = 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error' | 'formula_without_value'

export type Cell = {
  /** As a person reads it: trimmed; numbers as plain decimals (`12%` where the format says percent), dates `YYYY-MM-DD`. */
  text: string
  /** As it stands in the file. */
  raw: string
  /** The typed value of a spreadsheet's cell; null in text files. */
  value: number | boolean | null
  /** The day, where a spreadsheet's number format says that the number is a date and the day exists. */
  date: LocalDate | null
  /** The number format is a percentage: 0.125 is shown as 12.5%. */
  percent: boolean
  /** The currency sign or code of the number format (`€`, `USD`); null where it names none. */
  currency: string | null
  kind: CellKind
  /** As a spreadsheet names it: `C7`. */
  address: string
}

export type Column = {
  /** The place of this column's cell in `SourceRow.cells`. */
  index: number
  /** The spreadsheet's letter: `A` … `XFD`. */
  letter: string
  /** The header, trimmed; '' where the column has none. */
  header: string
  /** The header as it stands in the file. */
  original: string
  /** What stands above it and its neighbours, where headers are grouped. */
  group?: string
}

export type SourceRow = {
  /** The row's number as a spreadsheet shows it. */
  n: number
  /** One cell for every column of the sheet. */
  cells: Cell[]
  /** The row is hidden in the spreadsheet. */
  hidden: boolean
  /** The row looks like a line of totals below the table, not like one of its records. */
  totals: boolean
  /** Why the row as a whole cannot be trusted (more cells than headers: the values have shifted). Such a row is an error. */
  problems: Reason[]
}

/** A worksheet of the file; `rows` is what the file itself claims, null where it claims nothing. */
export type SheetName = { name: string; hidden: boolean; rows: number | null }

export type Sheet = {
  format: 'csv' | 'tsv' | 'xlsx' | 'ods'
  encoding: string | null
  /** False: guessed, to be confirmed by a person who looks at the accented letters. */
  encodingSure: boolean
  delimiter: string | null
  sheets: SheetName[]
  sheet: string | null
  /** The row of the headers as a person counts, from 1; 0 where a person said that there is none. */
  headerRow: number
  epoch1904: boolean
  columns: Column[]
  /** Pages of at most 200 rows, blank ones left out. Each call reads the file anew from its start. */
  rows(): AsyncIterable<SourceRow[]>
  /** Oddities of the file. Complete once `rows()` has been read to its end. */
  readonly findings: Reason[]
}

/** What a person (or a remembered mapping) has decided about a file. */
export type SheetChoices = {
  /** A WHATWG encoding label: `utf-8`, `windows-1252`, `iso-8859-2`, … */
  encoding?: string
  delimiter?: string
  sheet?: string
  /** From 1 as a person counts; 0: the file has no headers. */
  headerRow?: number
}
