import type { Random } from '../../clock/random'
import { LANGUAGES, type Language, type Part } from './header-list'
import { LOCALES, type Locale, writeDate, writeNumber } from './locales'
import { misspelt, STYLES, shuffled } from './mutate'
import type { Paper } from './papers'
import type { CorpusRecord, Habits, Meant } from './records/meant'

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
  hasTotals: boolean
  alike: Record<string, string>
  locale: Locale
  columns: OutColumn[]
  records: CorpusRecord[]
  traits: string[]
}

/** A table of a seed: columns, headers as a program of that country writes them, values as that country writes them. */
export function makeTable(seed: number, random: Random, papers: readonly Paper[], part: Part): CorpusTable {
  const paper = papers[seed % papers.length]
  const locale = LOCALES[Math.floor(seed / papers.length) % LOCALES.length]
  if (!paper || !locale) throw new Error('no paper, no locale')
  const traits: string[] = [locale.tag]
  // Many programs keep their English headers wherever they are sold.
  const language: Language = random.chance(0.85) ? locale.language : 'en'
  if (!LANGUAGES.includes(language)) throw new Error(language)
  const chosen = chooseHeaders(paper, language, part, random)
  const habits: Habits = {
    ids: random.pick(['plain', 'zeros', 'letters'] as const),
    wholeAmounts: random.chance(0.2),
    surnameFirst: /,|apellidos y nombre/i.test(chosen.get('name') ?? ''),
  }
  const records = paper.records(random, locale, random.whole(6, 24), habits)
  const style = random.chance(0.45) ? 'as it is' : random.pick(Object.keys(STYLES))
  if (style !== 'as it is') traits.push(`headers ${style}`)
  const columns = [...chosen].map(([concept, plain]): OutColumn => {
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
  const { kind, options, fieldless, hasTotals, alike = {} } = paper
  return { kind, options, fieldless, hasTotals, alike, locale, columns, records, traits }
}

/** By concept, in the order of the columns: its header; no header stands twice in a file. */
function chooseHeaders(paper: Paper, language: Language, part: Part, random: Random): Map<string, string> {
  const known = new Map<string, string[]>()
  for (const headers of paper.headers(part)) {
    // What a country's program has no header for in this part, it heads in English.
    for (const from of [headers[language], headers.en]) {
      for (const [concept, names] of from) if (!known.has(concept)) known.set(concept, names)
    }
  }
  const ways = paper.either.map((either) => either.filter((way) => way.every((concept) => known.has(concept))))
  const needed = [...ways.flatMap((either) => (either.length ? random.pick(either) : [])), ...paper.always]
  const alternatives = new Set(paper.either.flat(2))
  const others = [...known.keys()].filter((concept) => !alternatives.has(concept) && !needed.includes(concept))
  const some = others.filter((concept) => random.chance(concept.endsWith('_id') ? 0.9 : 0.55))
  const concepts = [...needed, ...some]
  // A name and a mail address alone are no table of a program.
  while (concepts.length < 5) concepts.push(...others.filter((one) => !concepts.includes(one)).slice(0, 1))
  const used = new Set<string>()
  const chosen = concepts.flatMap((concept): [string, string][] => {
    const free = (known.get(concept) ?? []).filter((name) => !used.has(name.toLowerCase()))
    if (free.length === 0 && paper.always.includes(concept)) {
      throw new Error(`${paper.kind} in ${language}: no header for ${concept} among those ${part}`)
    }
    if (free.length === 0) return []
    const name = random.pick(free)
    used.add(name.toLowerCase())
    return [[concept, name]]
  })
  return new Map(shuffled(chosen, random))
}

/** One way to write a column's values: the same for all of its cells. */
function writerOf(random: Random, locale: Locale): (meant: Meant) => Pick<OutCell, 'text' | 'typed'> {
  const date = random.pick(locale.dates)
  const group = random.pick(locale.groups)
  const money = random.pick(locale.money)
  const cents = random.chance(0.7)
  const percent = random.pick(['%', '%', ' %', ''])
  return ({ kind, value }) => {
    if (kind === 'date') return { text: writeDate(value, date, locale), typed: { date: value } }
    if (kind === 'identifier') return { text: value, typed: /^[1-9]\d*$/.test(value) ? Number(value) : null }
    if (kind === 'text') return { text: value, typed: null }
    const isCents = kind === 'money' && (cents || value.includes('.'))
    if (kind === 'integer') return { text: value, typed: Number(value) }
    if (kind === 'percent') return { text: `${Number(value) / 10_000}${percent}`, typed: null }
    const size = value.replace('-', '')
    const number = writeNumber(isCents ? Number(size).toFixed(2) : size, group, locale.mark)
    const sign = value.startsWith('-') ? '-' : ''
    return { text: sign + (kind === 'money' ? money.replace('#', number) : number), typed: Number(value) }
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
