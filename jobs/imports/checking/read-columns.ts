import type { Currency } from '../../values/money'
import type { Reason } from '../../values/problem'
import { fieldCalled } from '../mapping/added-columns'
import { type NamedColumn, nameColumns, rowNumberColumn } from '../mapping/columns'
import { fingerprintOf } from '../mapping/header'
import { type Made, madeColumns, withMade } from '../mapping/made-columns'
import { proposeMapping } from '../mapping/propose'
import { type Cell, type ColumnWitness, type Sheet, type SourceRow, witnessColumn } from '../reading'
import { readOtherwise } from '../reading/text/otherwise'
import type { Edits } from './edits'
import type { Chosen, FileFacts, MappedField, OpenQuestion, ReadColumn } from './facts'

const SAMPLE_ROWS = 200
const SHOWN_SAMPLES = 3
/** Up to here the rows of the first reading are kept; a longer file is read twice instead of held in memory. */
const KEPT_ROWS = 5_000

export type ReadColumns = {
  facts: FileFacts
  /** Rows of the file; its totals lines are not counted. */
  total: number
  /** All of them, where they are few enough to be held. */
  rows: SourceRow[] | null
}

export type Step = { seen(rows: number): void }

/**
 * First reading of a file: which column holds what, from headers and a sample of the values, and how each column's values
 * are to be read, from all of them. What only a person knows becomes a question.
 */
export async function readColumns(
  sheet: Sheet,
  fields: readonly MappedField[],
  habits: { currency: Currency; language: string },
  chosen: Chosen,
  edits: Edits,
  step: Step,
): Promise<ReadColumns> {
  const own = nameColumns(sheet.columns)
  const { splits = {}, joins = {} } = chosen.answers
  const made = madeColumns(own, fields, { splits, joins }, chosen.mapping)
  const named: (NamedColumn & { made?: Made })[] = [...own, ...made.columns]
  let proposal: ReturnType<typeof proposeMapping> | null = null
  let samples: Cell[][] = named.map(() => [])
  let witnesses = new Map<number, ColumnWitness>()
  let kept: SourceRow[] | null = []
  let foreign: string | null = firstForeign(own.map(({ header }) => header))
  let total = 0
  const propose = (page: readonly SourceRow[]) => {
    const shown = page.slice(0, SAMPLE_ROWS).filter((row) => !row.totals)
    const filled = shown.map(({ cells }) => withMade(cells, made.columns))
    samples = named.map(({ position }) => filled.flatMap((cells) => cells[position] ?? []))
    const columns = named.map((column, index) => ({ ...column, sample: samples[index] ?? [] }))
    const found = proposeMapping(columns, fields, made.mapping)
    witnesses = new Map(
      [...found.mapping].map(([name, position]) => [position, witnessColumn(typeOf(fields, name), habits)]),
    )
    return found
  }
  for await (const page of sheet.rows()) {
    proposal ??= propose(page)
    for (const row of page) {
      if (row.totals) continue
      const cells = withMade(edits.over(row), made.columns)
      for (const [position, witness] of witnesses) {
        const cell = cells[position]
        if (cell) witness.see(cell)
      }
      foreign ??= sheet.encodingSure ? null : firstForeign(row.cells.map(({ text }) => text))
      total++
    }
    if (kept !== null) {
      kept.push(...page)
      if (kept.length > KEPT_ROWS) kept = null
    }
    step.seen(total)
  }
  proposal ??= propose([])

  const questions: OpenQuestion[] = []
  if (!sheet.encodingSure && foreign !== null && !chosen.answers.file.encoding) {
    questions.push(askEncoding(sheet.encoding ?? 'windows-1252', foreign))
  }
  for (const { field, label, columns } of proposal.questions) {
    const code = columns.length > 0 ? 'import.ask_column' : 'import.ask_column_none'
    questions.push({
      column: field,
      part: 'field',
      ask: { code, params: { field: label } },
      choices: columns,
      examples: [],
    })
  }
  const fieldAt = new Map([...proposal.mapping].map(([name, position]) => [position, name]))
  const numbered = fieldAt.has(rowNumberColumn.position) ? [rowNumberColumn] : []
  const columns = [...named, ...numbered].map((column, index): ReadColumn => {
    const field = fieldAt.get(column.position) ?? null
    const decision = witnesses.get(column.position)?.decide(chosen.answers.columns[column.name])
    if (decision?.question) questions.push(askColumn(column, decision.question))
    const shown = (samples[index] ?? []).filter(({ kind }) => kind !== 'empty').slice(0, SHOWN_SAMPLES)
    const { either } = proposal
    return {
      ...column,
      field,
      reading: decision?.reading ?? null,
      samples: shown.map(({ text }) => text),
      ...(either?.position === column.position ? { either } : {}),
    }
  })
  const facts: FileFacts = {
    fingerprint: fingerprintOf(own.map(({ header }) => header)),
    format: sheet.format,
    encoding: sheet.encoding,
    delimiter: sheet.delimiter,
    sheet: sheet.sheet,
    sheets: sheet.sheets.map(({ name }) => name),
    headerRow: sheet.headerRow,
    columns,
    leftAlone: proposal.leftAlone.map((one) => (splits[one.column] ? { ...one, reason: SPLIT } : one)),
    questions,
    chosen,
  }
  return { facts, total, rows: kept }
}

const typeOf = (fields: readonly MappedField[], name: string) => fieldCalled(fields, name)?.type ?? 'text'

const SPLIT: Reason = { code: 'import.column_split', params: {} }

/** Letters beyond ASCII: only they show whether an encoding was guessed right. */
const firstForeign = (texts: readonly string[]): string | null =>
  texts.find((text) => /[^\p{ASCII}]/u.test(text)) ?? null

const ENCODINGS = ['windows-1252', 'utf-8', 'iso-8859-2', 'windows-1250', 'windows-1251', 'macintosh']

function askEncoding(guessed: string, example: string): OpenQuestion {
  const choices = [guessed, ...ENCODINGS.filter((one) => one !== guessed)]
  const ask = { code: 'import.ask_encoding', params: { encoding: guessed, example } }
  return { column: 'encoding', part: 'file', ask, choices, examples: readOtherwise(example, guessed, choices) }
}

function askColumn(
  column: NamedColumn,
  question: NonNullable<ReturnType<ColumnWitness['decide']>['question']>,
): OpenQuestion {
  return {
    column: column.name,
    part: question.ask,
    ask: { code: `import.ask_${question.ask}`, params: { column: column.name } },
    choices: question.choices.map(({ answer }) => answer),
    examples: question.choices.map(({ example }) => example),
  }
}
