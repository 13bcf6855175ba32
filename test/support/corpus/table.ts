import type { Random } from '../../clock/random'
import { type Headers, LANGUAGES, type Language } from './headers'
import { LOCALES, type Locale, writeDate, writeNumber } from './locales'
import { misspelt, STYLES, shuffled } from './mutate'
import { PAY, PERSONNEL } from './payroll-headers'
import { type CorpusRecord, type Habits, type Meant, recordsOf } from './records'

/** A cell as text files write it, and as a workbook may hold it instead. `dirty`: no value may be read from it. */
export type OutCell = { text: string; typed: number | { date: string } | null; dirty: boolean }

export type OutColumn = {
  concept: string
  header: string
  /** The heading over this and its neighbours; '' where there is none. */
  group: string
  /** Typed in a workbook, or text there too. */
  isTyped: boolean
  isMoney: boolean
  cells: (OutCell | null)[]
}

export type CorpusTable = {
  kind: string
  options: Record<string, unknown>
  fieldless: string[]
  locale: Locale
  columns: OutColumn[]
  records: CorpusRecord[]
  traits: string[]
}

/** Which concepts a file of a kind has; `always` are in every one, `fieldless` are no fields of that kind. */
type Paper = {
  kind: string
  options: Record<string, unknown>
  headers: Headers[]
  always: string[]
  fieldless: string[]
}

export const PAPERS: Paper[] = [
  { kind: 'employees', options: {}, headers: [PERSONNEL], always: [], fieldless: [] },
  {
    kind: 'salaries',
    options: { year: 2025, month: 3, salary_period: 'monthly' },
    headers: [PERSONNEL, PAY],
    always: ['salary'],
    fieldless: ['phone'],
  },
]

const NAMES = new Set(['name', 'given_name', 'family_name'])

/** A table of a seed: columns, headers as a program of that country writes them, values as that country writes them. */
export function makeTable(seed: number, random: Random, papers: readonly Paper[]): CorpusTable {
  const paper = papers[seed % papers.length]
  const locale = LOCALES[Math.floor(seed / papers.length) % LOCALES.length]
  if (!paper || !locale) throw new Error('no paper, no locale')
  const traits: string[] = [locale.tag]
  // Many programs keep their English headers wherever they are sold.
  const language: Language = random.chance(0.85) ? locale.language : 'en'
  if (!LANGUAGES.includes(language)) throw new Error(language)
  const concepts = conceptsOf(paper, language, random)
  const nameHeader = random.pick(headersOf(paper, language, 'name'))
  const habits: Habits = {
    ids: random.pick(['plain', 'zeros', 'letters'] as const),
    wholeAmounts: random.chance(0.2),
    surnameFirst: /,|apellidos y nombre/i.test(nameHeader) && concepts.includes('name'),
  }
  const records = recordsOf(random, locale, random.whole(6, 24), habits)
  const style = random.chance(0.45) ? 'as it is' : random.pick(Object.keys(STYLES))
  if (style !== 'as it is') traits.push(`headers ${style}`)
  const columns = concepts.map((concept): OutColumn => {
    const plain = concept === 'name' ? nameHeader : random.pick(headersOf(paper, language, concept))
    const slipped = random.chance(0.08) ? misspelt(plain, random) : plain
    if (slipped !== plain) traits.push(`“${plain}” misspelt “${slipped}”`)
    const header = STYLES[style]?.(slipped, random) ?? slipped
    const write = writerOf(random, locale)
    const cells = records.map((record) => {
      const meant = record[concept]
      return meant ? { ...write(meant), dirty: false } : null
    })
    const isMoney = records.some((record) => record[concept]?.kind === 'money')
    return { concept, header, group: '', isTyped: random.chance(0.75), isMoney, cells }
  })
  soil(columns, records, random, traits)
  return { kind: paper.kind, options: paper.options, fieldless: paper.fieldless, locale, columns, records, traits }
}

const headersOf = (paper: Paper, language: Language, concept: string): string[] =>
  paper.headers.flatMap((headers) => headers[language].get(concept) ?? [])

function conceptsOf(paper: Paper, language: Language, random: Random): string[] {
  const known = paper.headers.flatMap((headers) => [...headers[language].keys()])
  const names = random.chance(0.5) ? ['name'] : ['given_name', 'family_name']
  const others = known.filter((concept) => !NAMES.has(concept) && !paper.always.includes(concept))
  const some = others.filter((concept) => random.chance(concept === 'employee_id' ? 0.9 : 0.55))
  const chosen = [...names, ...paper.always, ...some]
  // A name and a mail address alone are no table of a program.
  while (chosen.length < 5) chosen.push(...others.filter((one) => !chosen.includes(one)).slice(0, 1))
  return shuffled(chosen, random)
}

/** One way to write a column's values: the same for all of its cells. */
function writerOf(random: Random, locale: Locale): (meant: Meant) => Pick<OutCell, 'text' | 'typed'> {
  const date = random.pick(locale.dates)
  const group = random.pick(locale.groups)
  const money = random.pick(locale.money)
  const cents = random.chance(0.7)
  return ({ kind, value }) => {
    if (kind === 'date') return { text: writeDate(value, date, locale), typed: { date: value } }
    if (kind === 'identifier') return { text: value, typed: /^[1-9]\d*$/.test(value) ? Number(value) : null }
    if (kind === 'text') return { text: value, typed: null }
    const isCents = kind === 'money' && (cents || value.includes('.'))
    const number = writeNumber(isCents ? Number(value).toFixed(2) : value, group, locale.mark)
    return { text: kind === 'money' ? money.replace('#', number) : number, typed: Number(value) }
  }
}

/** Here and there a cell that nobody can read: a failed formula, a remark instead of a number or a date. */
function soil(columns: OutColumn[], records: CorpusRecord[], random: Random, traits: string[]): void {
  if (!random.chance(0.15)) return
  const column = random.pick(columns)
  const kinds = new Set(records.map((record) => record[column.concept]?.kind))
  if (kinds.has('text') || kinds.has('identifier')) return
  const text = random.pick(['#N/A', '#REF!', 'see note', '???', 'tbc'])
  column.cells[random.whole(0, records.length - 1)] = { text, typed: null, dirty: true }
  traits.push(`“${text}” among ${column.concept}`)
}
