import { words } from '../words/en'

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
