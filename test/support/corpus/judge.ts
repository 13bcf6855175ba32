import fs from 'node:fs'
import path from 'node:path'
import type { StoredRow } from '../../../db/queries/imports/rows'
import runCheck, { type CheckInput, type CheckOutput } from '../../../jobs/imports/checking/check-run'
import { type Chosen, NO_ANSWERS, type OpenQuestion } from '../../../jobs/imports/checking/facts'
import type { Staged } from '../../../jobs/imports/checking/stored-row'
import { mappedFields } from '../../../jobs/imports/context'
import type { AnyImportKind, OfficeFacts, Value } from '../../../jobs/imports/kind'
import { takeAnswers } from '../../../jobs/imports/mapping/answers'
import { NO_COLUMN } from '../../../jobs/imports/mapping/columns'
import { rowFromJson } from '../../../jobs/imports/values-json'
import { type Currency, minorDigits } from '../../../jobs/values/money'
import { Problem } from '../../../jobs/values/problem'
import { dateIn, type Zone } from '../../../jobs/values/time'
import { openTestDb, TEST_NOW, tempFolder } from '../office-db'
import type { CorpusFile } from './file'
import type { Meant } from './records/meant'

export type Verdict = {
  /** Columns right without a word from anybody, of all. */
  columns: number
  right: number
  missed: string[]
  /** The same without their headers: of what language, what they are and what became of them. */
  missedFields: string[]
  asked: number
  rows: number
  /** Rows that ended as errors though nothing was wrong in them. */
  needless: string[]
  /** What was read as something else, lost, or made up, without a question or an error. Must be empty. */
  silentlyWrong: string[]
}

const folder = tempFolder()
const db = openTestDb()

/** Checks a file as the office would, answers what is asked as somebody would who knows the file, and compares. */
export async function judge(file: CorpusFile, kind: AnyImportKind): Promise<Verdict> {
  const { table } = file
  const verdict: Verdict = {
    columns: 0,
    right: 0,
    missed: [],
    missedFields: [],
    asked: 0,
    rows: 0,
    needless: [],
    silentlyWrong: [],
  }
  const at = path.join(folder, 'dropped')
  fs.writeFileSync(at, file.bytes)
  const office: OfficeFacts = {
    currency: table.locale.currency as Currency,
    zone: 'Europe/Lisbon' as Zone,
    now: TEST_NOW,
    today: dateIn(TEST_NOW, 'Europe/Lisbon' as Zone),
  }
  const options = kind.options.parse(table.options)
  const fields = mappedFields(kind.fields, options)
  const input: CheckInput = {
    kind: kind.kind,
    sha256: '',
    fileName: file.name,
    fields,
    options,
    snapshot: kind.snapshot(db, options, office),
    digest: '',
    office,
    language: table.locale.language,
    chosen: { mapping: {}, answers: NO_ANSWERS },
    remembered: {},
    edits: [],
    isSeen: false,
  }
  let checked = await check(at, input)
  if ('problem' in checked) {
    verdict.columns = file.columns.length
    verdict.missed = [`refused: ${checked.problem}`]
    return verdict
  }
  judgeColumns(file, checked.output, verdict)
  for (let round = 0; checked.output.facts.questions.length > 0 && round < 5; round++) {
    const { facts } = checked.output
    verdict.asked += facts.questions.length
    // Who is asked looks at the columns first, and sees whether they are the file's.
    const answers =
      facts.headerRow === file.headerRow
        ? Object.fromEntries(facts.questions.map((question) => [question.column, answerTo(question, file, facts)]))
        : { header_row: String(file.headerRow) }
    const chosen: Chosen = takeAnswers(fields, facts, input.chosen, { mapping: {}, answers })
    input.chosen = chosen
    const again = await check(at, input)
    if ('problem' in again) throw new Error(`${file.name}: ${again.problem} after ${JSON.stringify(answers)}`)
    checked = again
  }
  if (checked.output.counts === null) {
    throw new Error(`${file.name} still asks ${JSON.stringify(checked.output.facts.questions)}`)
  }
  judgeRows(file, checked.rows, checked.output, office.currency, verdict)
  return verdict
}

type Checked = { output: CheckOutput; rows: Map<number, StoredRow> }

async function check(at: string, input: CheckInput): Promise<Checked | { problem: string }> {
  const rows = new Map<number, StoredRow>()
  const stage = (chunk: Staged[]): Promise<void> => {
    for (const item of chunk) {
      if ('row' in item) rows.set(item.row.n, item.row)
      else {
        const row = rows.get(item.contradicted.n)
        if (row) row.outcome = 'error'
      }
    }
    return Promise.resolve()
  }
  const nothing = () => undefined
  const ctx = { filePath: () => at, progress: nothing, check: nothing, stage }
  try {
    // what a check needs of a run's context; a database there is none
    const output = await runCheck(input, ctx as unknown as Parameters<typeof runCheck>[1])
    return { output, rows }
  } catch (error) {
    if (error instanceof Problem) return { problem: `${error.code} ${JSON.stringify(error.params)}` }
    throw error
  }
}

function judgeColumns(file: CorpusFile, { facts }: CheckOutput, verdict: Verdict): void {
  if (facts.headerRow !== file.headerRow) {
    verdict.missed.push(`row ${facts.headerRow} was taken for the headers, which stand in row ${file.headerRow}`)
  }
  for (const column of file.columns) {
    verdict.columns++
    const found = facts.columns.find(({ letter }) => letter === column.letter)
    const field = found?.field ?? null
    if (found && field === column.field && found.header !== '') {
      verdict.right++
      continue
    }
    verdict.missed.push(`“${column.header}” is ${column.field ?? 'nothing'}, was taken for ${field ?? 'nothing'}`)
    const isAsked = facts.questions.some(({ part, column: about }) => part === 'field' && about === column.field)
    const became = field === null ? (isAsked ? 'asked about' : 'left alone') : `taken for ${field}`
    verdict.missedFields.push(`${file.table.locale.language} ${column.concept} ${became}`)
  }
}

function answerTo(question: OpenQuestion, file: CorpusFile, facts: CheckOutput['facts']): string | null {
  const { locale } = file.table
  switch (question.part) {
    case 'file':
      return file.encoding
    case 'date_order':
      return locale.dayFirst ? 'day_first' : 'month_first'
    case 'two_digit_year':
      return 'split_30'
    case 'typed_dates':
      return 'keep'
    case 'number_style':
      return locale.mark === '.' ? 'point' : 'comma'
    case 'percent_scale':
      return 'points'
    default: {
      const letter = file.columns.find(({ field }) => field === question.column)?.letter
      const name = facts.columns.find((column) => column.letter === letter)?.name
      if (name === undefined && question.choices.includes(NO_COLUMN)) return NO_COLUMN
      if (name === undefined) throw new Error(`${file.name} is asked for ${question.column}, which it does not have`)
      return name
    }
  }
}

/** Errors of reading; what the kind's rules have against a row that was read right is another matter. */
const UNREADABLE = /"code":"import\.(?!rows_contradict)/

function judgeRows(
  file: CorpusFile,
  rows: Map<number, StoredRow>,
  { facts }: CheckOutput,
  currency: Currency,
  verdict: Verdict,
): void {
  const wrong = (text: string) => verdict.silentlyWrong.push(`${file.name} ${text}`)
  const held = facts.columns.filter(({ field }) => field !== null)
  const conceptAt = new Map(file.columns.map(({ letter, concept }) => [letter, concept]))
  for (const [n, { meant, dirty }] of file.records) {
    verdict.rows++
    const row = rows.get(n)
    if (!row) {
      wrong(`row ${n} was lost`)
      continue
    }
    if (dirty.length === 0 && UNREADABLE.test(row.errors ?? ''))
      verdict.needless.push(`${file.name} row ${n}: ${row.errors}`)
    if (row.vals === null) continue // some cell could not be read; no value is taken from the row
    const values = rowFromJson(row.vals ?? '{}')
    for (const { field, letter } of held) {
      const concept = conceptAt.get(letter) ?? ''
      const found = values[field ?? ''] ?? null
      if (dirty.includes(concept)) wrong(`row ${n}: ${field} is ${found} where nothing can be read`)
      else if (concept !== field && file.table.alike[concept] !== field)
        wrong(`row ${n}: ${field} is ${found}, which is the column’s ${concept}`)
      else if (found !== valueMeant(meant[concept] ?? null, currency)) {
        wrong(`row ${n}: ${field} is ${found}, was ${meant[concept]?.value ?? 'empty'}`)
      }
    }
  }
  for (const [n, row] of rows) {
    if (!file.records.has(n) && row.outcome !== 'error') wrong(`row ${n} is no record: ${row.vals}`)
  }
}

function valueMeant(meant: Meant | null, currency: Currency): Value {
  if (meant === null) return null
  if (meant.kind === 'integer' || meant.kind === 'percent') return Number(meant.value)
  if (meant.kind !== 'money') return meant.value
  const [whole = '', fraction = ''] = meant.value.split('.')
  return BigInt(whole + fraction.padEnd(minorDigits(currency), '0'))
}
