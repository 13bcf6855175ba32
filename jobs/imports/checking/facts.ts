import type { JoinRule, SplitRule } from '../../values/parted-text'
import type { Reason } from '../../values/problem'
import type { NamedColumn } from '../mapping/columns'
import type { Made } from '../mapping/made-columns'
import type { EitherName } from '../mapping/person-names'
import type { ChosenMapping, LeftAlone, MappedField } from '../mapping/propose'
import type { ColumnAnswer, ColumnReading, SheetChoices } from '../reading'

/** A column of the file, which field it holds and how its cells are read. */
export type ReadColumn = NamedColumn & {
  field: string | null
  reading: ColumnReading | null
  samples: string[]
  /** It may be the whole name or a part of it, row by row. */
  either?: EitherName
  /** No column of the file: it is made of others. */
  made?: Made
}

/**
 * Something only a person knows. `column` is what the answer is given for: a column of the file, a field that no column
 * fits, or a property of the file (`encoding`, `sheet`, …). `part` says which of a column's questions it is.
 */
export type OpenQuestion = {
  column: string
  part: 'field' | 'file' | keyof ColumnAnswer
  ask: Reason
  choices: string[]
  /** An example beside each choice, where the choice alone says little. */
  examples: string[]
}

/** What the check found out about the file; kept with the batch, so that a typed cell is read as the column was. */
export type FileFacts = {
  fingerprint: string
  format: string
  encoding: string | null
  delimiter: string | null
  sheet: string | null
  sheets: string[]
  headerRow: number
  columns: ReadColumn[]
  leftAlone: LeftAlone[]
  questions: OpenQuestion[]
  /** What was said about it, now or about an earlier file with these headers. */
  chosen: Chosen
}

export type Answers = {
  /** {column name: {question: choice}} */
  columns: Record<string, ColumnAnswer>
  file: { encoding?: string; delimiter?: string; sheet?: string; header_row?: string }
  /** {column: how it is cut into the two parts of a name}; null: taken back */
  splits?: Record<string, SplitRule | null>
  /** {field: the columns it is joined of} */
  joins?: Record<string, JoinRule | null>
}

/** What somebody said about a file: which columns hold what, and the answers to its questions. */
export type Chosen = { mapping: ChosenMapping; answers: Answers }

export const NO_ANSWERS: Answers = { columns: {}, file: {} }

/** Later answers win over earlier ones, question by question. */
export function mergeAnswers(earlier: Answers, later: Answers): Answers {
  const columns = { ...earlier.columns }
  for (const [column, answer] of Object.entries(later.columns)) columns[column] = { ...columns[column], ...answer }
  return {
    columns,
    file: { ...earlier.file, ...later.file },
    splits: { ...earlier.splits, ...later.splits },
    joins: { ...earlier.joins, ...later.joins },
  }
}

/** How the file is to be opened, as somebody said. */
export function sheetChoices({ file }: Answers): SheetChoices {
  const headerRow = Number(file.header_row)
  return {
    ...(file.encoding ? { encoding: file.encoding } : {}),
    ...(file.delimiter ? { delimiter: file.delimiter } : {}),
    ...(file.sheet ? { sheet: file.sheet } : {}),
    ...(file.header_row && Number.isInteger(headerRow) ? { headerRow } : {}),
  }
}

export type Counts = {
  rows: number
  create: number
  update: number
  unchanged: number
  duplicate: number
  error: number
  warning: number
  /** Left out by a person. */
  skipped: number
}
export const noCounts = (): Counts => ({
  rows: 0,
  create: 0,
  update: 0,
  unchanged: 0,
  duplicate: 0,
  error: 0,
  warning: 0,
  skipped: 0,
})

export type { MappedField }
