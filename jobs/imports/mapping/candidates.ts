import type { Reason } from '../../values/problem'
import type { NamedColumn } from './columns'
import { areAllTheSame, areCounts, areRepeated, speaksAgainst, weigh } from './evidence'
import { type Header, isOwnColumn, normaliseHeader } from './header'
import { sensesOf, type Tongue } from './lexicon'
import { saysMeaning } from './meaning'
import { NAMES } from './person-names'
import type { MappedField, SampledColumn } from './propose'
import { fieldSimilarity, THRESHOLD } from './similarity'
import { NAME_WORDS } from './vocabulary'

/** That a column may hold a field, and how surely. */
export type Candidate = { field: MappedField; column: SampledColumn; score: number }

/**
 * The fields a column may hold: its header is compared with the names of each, and with what each means. Reasons against
 * the nearest are noted. `tongue`: the language of the headers beside it.
 */
export function candidatesOf(
  column: SampledColumn,
  fields: readonly MappedField[],
  tongue: Tongue | null,
  reasons: Map<string, Reason>,
): Candidate[] {
  if (column.header === '' || isOwnColumn(column.header)) return []
  const found = fieldsCalled(readings(column).map(normaliseHeader), column, fields, tongue, reasons)
  if (found.length > 0) return found
  const named = alternatives(column.header).map((name) =>
    fieldsCalled([normaliseHeader(name)], column, fields, tongue, reasons),
  )
  const both = named[0]?.find(({ field }) => named.every((some) => some.length === 1 && some[0]?.field === field))
  return both ? [{ ...both, score: both.score * OF_TWO }] : []
}

function fieldsCalled(
  headers: readonly Header[],
  column: SampledColumn,
  fields: readonly MappedField[],
  tongue: Tongue | null,
  reasons: Map<string, Reason>,
): Candidate[] {
  const found: Candidate[] = []
  for (const field of fields) {
    const never = neverRule(field, column)
    if (never !== null) {
      reasons.set(column.name, { code: 'import.column_never', params: { field: field.label, reason: never } })
      continue
    }
    const alike = Math.max(0, ...headers.map((header) => likeness(header, field, tongue)))
    if (alike < THRESHOLD) continue
    const evidence = weigh(column.sample, field)
    const isCounted = alike < 1 && field.type === 'identifier' && !field.required && areCounts(column.sample)
    const isConstant = alike < 1 && field.looks === 'different_marks' && areAllTheSame(column.sample)
    const isRepeating = alike < 1 && field.looks === 'different_names' && areRepeated(column.sample)
    if (isCounted || isConstant || isRepeating || speaksAgainst(evidence, alike === 1, field.looks !== undefined)) {
      const params = {
        field: field.label,
        type: (field.looks ?? field.type).replace('_', ' '),
        found: firstValue(column),
      }
      if (!reasons.has(column.name)) reasons.set(column.name, { code: 'import.values_do_not_fit', params })
      continue
    }
    found.push({ field, column, score: alike * (0.95 + 0.05 * evidence.share) })
  }
  return found
}

/** A name somebody wrote down, or the sum of what the header's words mean. */
function likeness(header: Header, field: MappedField, tongue: Tongue | null): number {
  const about = subjectOf(field)
  let most = 0
  for (const name of namesOf(field)) {
    most = Math.max(most, fieldSimilarity(header, name, field.type, about))
    if (most === 1) return 1
  }
  if (field.means === undefined || most > MEANT_AT_MOST) return most
  const { means, type } = field
  // “Company name” is not the contact's name: of texts only the subject's own word may stand beside.
  const isSubject = (word: string): boolean => type !== 'text' && about.has(word)
  return Math.max(most, saysMeaning(header, { means, type, isSubject, subject: subjectAtoms(field) }, tongue))
}

/** No meaning is surer than a name that reads the same. */
const MEANT_AT_MOST = 0.97

const atomsOfSubject = new Map<string, ReadonlySet<string>>()
/** What the first word of `about` means. */
function subjectAtoms({ about = '' }: MappedField): ReadonlySet<string> {
  let atoms = atomsOfSubject.get(about)
  if (!atoms) {
    const first = normaliseHeader(about).words[0]
    atoms = new Set(first === undefined ? [] : sensesOf(first, false).flatMap((sense) => [...sense.atoms.keys()]))
    atomsOfSubject.set(about, atoms)
  }
  return atoms
}

/** A header, also as part of its group ("Pay" over "Basic") and without its section ("Work Contact: Work Email"). */
function readings({ header, group }: Pick<NamedColumn, 'header' | 'group'>): string[] {
  const section = /^[^:]{2,40}:\s*(\S.*)$/s.exec(header)?.[1]
  // A unit in brackets may be all that says what it is: “From (CV)”.
  const opened = header.replace(/[()[\]{}]/g, ' ')
  const others = [group ? `${group} ${header}` : undefined, section, opened === header ? undefined : opened]
  return [header, ...others.filter((reading) => reading !== undefined)]
}

/** “Beneficiario/Ordenante”: two names for one thing. Beside a name, short words of a country (“Placa/UF”) say nothing. */
const OF_TWO = 0.97
function alternatives(header: string): string[] {
  const parts = header.split(/\s*\/\s*|\s+(?:or|ou|oder|o)\s+/iu).filter((part) => part !== '')
  const names = parts.filter((part) => part.length > 3)
  return parts.length > 1 && (names.length === 1 || names.length === parts.length) ? names : []
}

/** The reason why this column never holds this field, though it may look like it. */
export function neverRule(field: MappedField, column: Pick<NamedColumn, 'header' | 'group'>): string | null {
  if (field.never.length === 0) return null
  const whole = column.group ? `${column.group} ${column.header}` : column.header
  // “Absences (days)” says its unit; elsewhere a unit in brackets is no part of the name.
  const spelled = normaliseHeader(whole.replace(/[()[\]{}]/g, ' ')).words.join(' ')
  const rule = field.never.find(({ header }) => matches(header, column.header) || matches(header, spelled))
  return rule?.reason ?? null
}

/** A rule may carry the flag g, with which `test` remembers where it stopped. */
const matches = (pattern: RegExp, text: string): boolean => text.search(pattern) >= 0

const firstValue = (column: SampledColumn): string => column.sample.find((cell) => cell.kind !== 'empty')?.text ?? ''

const subjects = new Map<string, ReadonlySet<string>>()
/** The words of `about` as headers are compared; of other texts than a person's names also the words for a name. */
function subjectOf({ name, type, about = '' }: MappedField): ReadonlySet<string> {
  const text = type === 'text' && !NAMES.has(name) ? `${about} ${NAME_WORDS}` : about
  let words = subjects.get(text)
  if (!words) {
    words = new Set(normaliseHeader(text).words)
    subjects.set(text, words)
  }
  return words
}

/** By their list, which fields of other options share. */
const namesByList = new WeakMap<string[], Header[]>()
function namesOf({ name, label, synonyms }: MappedField): Header[] {
  let names = namesByList.get(synonyms)
  if (!names) {
    names = [name, label, ...synonyms].map(normaliseHeader)
    namesByList.set(synonyms, names)
  }
  return names
}
