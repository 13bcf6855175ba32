import type { Finding, Row } from '../../imports/kind'
import { finding, textOf } from '../../shared/planning'
import type { LocalDate } from '../../values/time'

export type AcademicYear = {
  id: number
  name: string
  firstYear: number
  startsOn: LocalDate | null
  endsOn: LocalDate | null
}

/** A school year as a row means it; without an id it is not kept yet. */
export type NamedYear = { id: number | null; name: string; firstYear: number }

/** `2025` is one calendar year; `2025/2026`, `2025-26` spans two. Null for anything else. */
export function readYearName(text: string): { name: string; firstYear: number } | null {
  const [, first = '', second] = /^((?:19|20|21)\d\d)(?:\s*[-/–]\s*(\d\d|\d{4}))?$/.exec(text.trim()) ?? []
  if (first === '') return null
  const firstYear = Number(first)
  if (second === undefined) return { name: first, firstYear }
  const next = String(firstYear + 1)
  return second === next || second === next.slice(2) ? { name: `${first}/${next}`, firstYear } : null
}

/** Until somebody says the days: a year that spans two begins with September, any other with January. */
const beginOf = ({ name, firstYear, startsOn }: AcademicYear): string =>
  startsOn ?? `${firstYear}-${name.includes('/') ? '09' : '01'}-01`

/** The year of today: the last one that has begun; before the first of all, the first. */
export function currentYear(years: readonly AcademicYear[], today: LocalDate): AcademicYear | null {
  const sorted = [...years].sort((a, b) => (beginOf(a) < beginOf(b) ? -1 : 1))
  return sorted.filter((year) => beginOf(year) <= today).at(-1) ?? sorted[0] ?? null
}

/** The first year of an office that has none: the one from September to August that today lies in. */
export function assumedYear(today: LocalDate): NamedYear {
  const firstYear = Number(today.slice(0, 4)) - (today.slice(5, 7) < '09' ? 1 : 0)
  return { id: null, name: `${firstYear}/${firstYear + 1}`, firstYear }
}

export type YearFacts = { years: AcademicYear[]; chosenYearId: number | null }

/** The school year of a row: what it says, else the one chosen for the file, else the current one. */
export function yearOf(
  row: Row,
  { years, chosenYearId }: YearFacts,
  today: LocalDate,
): { year: NamedYear; error: null } | { year: null; error: Finding } {
  const said = textOf(row, 'school_year')
  if (said !== null) {
    const read = readYearName(said)
    if (!read) return { year: null, error: finding('school_year', said, 'school.unreadable_year', { found: said }) }
    return { year: years.find(({ name }) => name === read.name) ?? { id: null, ...read }, error: null }
  }
  const chosen = chosenYearId === null ? currentYear(years, today) : years.find(({ id }) => id === chosenYearId)
  return { year: chosen ?? assumedYear(today), error: null }
}
