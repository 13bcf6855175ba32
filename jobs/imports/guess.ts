import { setImmediate as nextTurn } from 'node:timers/promises'
import type { LocalDate, Month } from '../values/time'
import { monthOf } from '../values/time'
import { mappedFields } from './context'
import type { AnyImportKind } from './kind'
import { nameColumns } from './mapping/columns'
import { proposeMapping, type SampledColumn } from './mapping/propose'
import { type Cell, openSheet } from './reading'

export type KindGuess = {
  kind: string
  label: string
  /** How much of the file only this kind explains; a kind that explains nothing has 0. */
  score: number
  /** What the kind has to be told besides the file, as far as it can be told; null: a person has to. */
  options: Record<string, unknown> | null
}

const SAMPLE_ROWS = 200
/** Far more than any list has; a sheet may have 16,384 columns, and each is compared with every name of every field. */
const MOST_COLUMNS = 100

/**
 * Which kind of file this is, the likeliest first: the columns are mapped as the importer would map them, and a field
 * counts the more the fewer of the kinds that the file can be have it. Throws a Problem `import.*` for what cannot be read.
 */
export async function guessKinds(
  file: { path: string; originalName: string },
  kinds: readonly AnyImportKind[],
  today: LocalDate,
): Promise<KindGuess[]> {
  const columns = await sampleColumns(file)
  const month = monthOfName(file.originalName) ?? monthOf(today)
  const read = await eachInATurn(kinds, (kind) => {
    const options = optionsFor(kind, month)
    const { mapping } = proposeMapping(columns, mappedFields(kind.fields, options ?? {}))
    const missing = kind.fields.filter(({ name, required }) => required && !mapping.has(name)).length
    return { kind, options, fields: [...mapping.keys()], missing }
  })
  // A kind whose required columns are not there is no rival: what every person has tells people of one kind from nobody else.
  const rivals = (name: string, own: AnyImportKind) =>
    read.filter(
      ({ kind, missing }) => (missing === 0 || kind === own) && kind.fields.some((field) => field.name === name),
    )
  return read
    .map(({ kind, options, fields, missing }) => {
      const found = fields.reduce((sum, name) => sum + 1 / rivals(name, kind).length, 0)
      // Of two kinds that explain the same, the smaller one says more.
      const share = fields.length / kind.fields.length / 100
      return { kind: kind.kind, label: kind.label, score: Math.max(0, found - missing + share), options }
    })
    .sort((a, b) => b.score - a.score)
}

/** Between two kinds the office does other work. */
async function eachInATurn<A, B>(all: readonly A[], made: (one: A) => B): Promise<B[]> {
  const results: B[] = []
  for (const one of all) {
    results.push(made(one))
    await nextTurn()
  }
  return results
}

async function sampleColumns(file: { path: string; originalName: string }): Promise<SampledColumn[]> {
  const sheet = await openSheet(file.path, file.originalName)
  let sampled: SampledColumn[] | null = null
  for await (const page of sheet.rows()) {
    const rows = page.filter((row) => !row.totals).slice(0, SAMPLE_ROWS)
    const sampleOf = (position: number): Cell[] => rows.flatMap(({ cells }) => cells[position] ?? [])
    sampled = nameColumns(sheet.columns.slice(0, MOST_COLUMNS)).map((column) => ({
      ...column,
      sample: sampleOf(column.position),
    }))
    break
  }
  return sampled ?? nameColumns(sheet.columns.slice(0, MOST_COLUMNS)).map((column) => ({ ...column, sample: [] }))
}

/** Nothing where the kind asks for nothing, else the month where that is what it asks for. */
function optionsFor(kind: AnyImportKind, month: Month): Record<string, unknown> | null {
  const [year, number] = month.split('-').map(Number)
  for (const options of [{}, { year, month: number }]) {
    if (accepts(kind, options)) return options
  }
  return null
}

function accepts(kind: AnyImportKind, options: Record<string, unknown>): boolean {
  try {
    return kind.options.safeParse(options).success
  } catch {
    return false // a schema may refuse in words of its own
  }
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const FULL = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** The month that a file's name speaks of (`salaries-2019-01.csv`, `Salaries January 2019.xlsx`), if it names year and month. */
export function monthOfName(name: string): Month | null {
  const digits = /(?:^|\D)((?:19|20)\d\d)[-_. ]?(0[1-9]|1[0-2])(?:\D|$)/.exec(name)
  if (digits) return `${digits[1]}-${digits[2]}` as Month
  const year = /(?:^|\D)((?:19|20)\d\d)(?:\D|$)/.exec(name)?.[1]
  const words = name.toLowerCase().split(/[^a-z]+/)
  const month = words.map((word) => Math.max(MONTHS.indexOf(word), FULL.indexOf(word))).find((at) => at >= 0)
  return year === undefined || month === undefined ? null : (`${year}-${String(month + 1).padStart(2, '0')}` as Month)
}
