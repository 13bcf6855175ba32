import { setImmediate as nextTurn } from 'node:timers/promises'
import { Problem } from '../values/problem'
import type { Month } from '../values/time'
import { monthOf } from '../values/time'
import { mappedFields } from './context'
import type { AnyImportKind, OfficeFacts, ReadColumn } from './kind'
import { nameColumns } from './mapping/columns'
import { proposeMapping, type SampledColumn } from './mapping/propose'
import { type Cell, openSheet } from './reading'

export type KindGuess = {
  kind: string
  label: string
  /** How much of the file only this kind explains; a kind that explains nothing has 0. */
  score: number
  /** How many of the columns that were looked at the kind has a field for. */
  fits: number
  columns: number
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
  known: readonly AnyImportKind[],
  office: Pick<OfficeFacts, 'today' | 'currency'>,
): Promise<KindGuess[]> {
  const kinds = known.filter((kind) => !kind.apart)
  const columns = await sampleColumns(file)
  const month = monthOfName(file.originalName) ?? monthOf(office.today)
  const read = await eachInATurn(kinds, async (kind) => {
    const options = optionsFor(kind, month)
    if (options === null) return { kind, ...readAs(kind, columns, null) }
    // Asked whether a month's or a year's, a file is what lets more of its columns be read; then what they say themselves.
    const ways = await eachInATurn(variantsOf(kind, options), (variant) => readAs(kind, columns, variant))
    const best = ways.reduce((a, b) => (b.missing < a.missing ? b : a))
    const said = readAs(kind, columns, { ...best.options, ...kind.propose?.(best.read, office) })
    return { kind, ...(said.missing <= best.missing ? said : best) }
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
      const score = Math.max(0, found - missing + share)
      return { kind: kind.kind, label: kind.label, score, fits: fields.length, columns: columns.length, options }
    })
    .sort((a, b) => b.score - a.score)
}

/**
 * A choice that goes with the kind and that nobody said, where the file speaks for another than the usual one: a year's
 * salaries would be read as a month's. Throws `import.say_choice`.
 */
export async function refuseUnsaidChoice(
  file: { path: string; originalName: string },
  kind: AnyImportKind,
  said: Record<string, unknown>,
  office: Pick<OfficeFacts, 'today' | 'currency'>,
): Promise<void> {
  const asks = (kind.asks ?? []).flatMap((ask) => (ask.type === 'choice' && !(ask.name in said) ? [ask] : []))
  if (asks.length === 0) return
  // A file that cannot be read is refused by its check, with everything else that is said about it.
  const [guess] = await guessKinds(file, [kind], office).catch((error: unknown): KindGuess[] => {
    if (error instanceof Problem) return []
    throw error
  })
  for (const { name, label, choices } of asks) {
    const [usual] = choices
    const seems = choices.find(({ value }) => value === guess?.options?.[name])
    if (!usual || !seems || seems === usual) continue
    const ways = choices.map((one) => `"${name}": "${one.value}" (${one.label})`).join(' or ')
    const params = { file: file.originalName, label, seems: seems.label, usual: usual.label, ways }
    throw new Problem('import.say_choice', params, { kind: 'invalid' })
  }
}

type Reading = { options: Record<string, unknown> | null; fields: string[]; missing: number; read: ReadColumn[] }

function readAs(kind: AnyImportKind, columns: SampledColumn[], options: Record<string, unknown> | null): Reading {
  const { mapping } = proposeMapping(columns, mappedFields(kind.fields, options ?? {}))
  const missing = kind.fields.filter(({ name, required }) => required && !mapping.has(name)).length
  const read = [...mapping].flatMap(([field, at]): ReadColumn[] => {
    const column = columns.find(({ position }) => position === at)
    return column ? [{ field, header: column.header, texts: column.sample.map(({ text }) => text) }] : []
  })
  return { options, fields: [...mapping.keys()], missing, read }
}

/** The options as they are, then with each other answer to a question of choices. */
const variantsOf = (kind: AnyImportKind, options: Record<string, unknown>): Record<string, unknown>[] => [
  options,
  ...(kind.asks ?? []).flatMap((ask) =>
    ask.type === 'choice' ? ask.choices.slice(1).map(({ value }) => ({ ...options, [ask.name]: value })) : [],
  ),
]

/** Between two of them the office does other work. */
async function eachInATurn<A, B>(all: readonly A[], made: (one: A) => B | Promise<B>): Promise<B[]> {
  const results: B[] = []
  for (const one of all) {
    results.push(await made(one))
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
