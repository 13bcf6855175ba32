import type { Output } from '../../jobs/api/contract'
import { words } from '../words/en'

export type Guess = Output<'imports.guess'>['items'][number]

/** Fewer columns that only one kind has are no evidence. */
const LEAST_SCORE = 1
/** Of 150 files of all kinds none had the columns of another kind by more than one; of a wrong kind it is mostly two or more. */
const CLEARLY = 1.5

/** The kind that a file's columns are, where they are of one more than of any other. */
export function sureKind([best, second]: readonly Guess[]): Guess | null {
  return best && best.score >= LEAST_SCORE && best.score > (second?.score ?? 0) ? best : null
}

/** What its columns say against the kind that is chosen: that they are of another one, or of none. */
export type Doubt = { is: 'other'; kind: Guess; chosen: Guess } | { is: 'none'; most: Guess }

export function doubtOf(items: readonly Guess[], chosen: string): Doubt | null {
  const [best] = items
  const own = items.find(({ kind }) => kind === chosen)
  if (!best || !own) return null
  if (best.score < LEAST_SCORE) return { is: 'none', most: best }
  return best.score >= own.score + CLEARLY ? { is: 'other', kind: best, chosen: own } : null
}

/** What the file says about the options of a kind, by their names. */
export function saidBy(items: readonly Guess[], kind: string): Record<string, string> {
  const said = items.find((one) => one.kind === kind)?.options ?? {}
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, String(value)]))
}

/** The kind whose name stands in the file's name; null where none does. */
export function guessKind(fileName: string, kinds: readonly { kind: string; label: string }[]): string | null {
  const name = fileName.toLowerCase()
  const stem = (text: string) => text.toLowerCase().replace(/ies$|y$|s$/, '')
  return kinds.find(({ kind, label }) => name.includes(stem(kind)) || name.includes(stem(label)))?.kind ?? null
}

export type YearMonth = { year: number; month: number }

/** “salaries-2025-03.csv”, “salaries March 2025.xlsx”: the month a file's name tells; null where it tells none. */
export function monthNamed(fileName: string): YearMonth | null {
  const figures = /(20\d\d)[-_. ]?(0[1-9]|1[0-2])(?!\d)/.exec(fileName)
  if (figures) return { year: Number(figures[1]), month: Number(figures[2]) }
  const year = /(?<!\d)(20\d\d)(?!\d)/.exec(fileName)?.[1]
  const lower = fileName.toLowerCase()
  const month = words.imports.choose.months.findIndex((name) =>
    new RegExp(`(^|[^a-z])${name.slice(0, 3).toLowerCase()}(${name.slice(3).toLowerCase()})?([^a-z]|$)`).test(lower),
  )
  return year && month >= 0 ? { year: Number(year), month: month + 1 } : null
}

/** Until the tenth, the month before is most likely meant; then this one. */
export function proposedMonth(now: string): YearMonth {
  const today = new Date(now)
  const meant = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - (today.getUTCDate() <= 10 ? 1 : 0), 1))
  return { year: meant.getUTCFullYear(), month: meant.getUTCMonth() + 1 }
}
