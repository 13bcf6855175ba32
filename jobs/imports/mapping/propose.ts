import type { Reason } from '../../values/problem'
import type { Field } from '../kind'
import type { Cell } from '../reading'
import { tellClassParts } from './class-parts'
import { findColumn, isRowNumber, type NamedColumn, ROW_NUMBER, rowNumberColumn } from './columns'
import { speaksAgainst, weigh } from './evidence'
import { type Header, isOwnColumn, normaliseHeader } from './header'
import { askForNamePart, type EitherName, NAMES, tellNameParts } from './person-names'
import { fieldSimilarity, THRESHOLD } from './similarity'
import { NAME_WORDS } from './vocabulary'

/** A field as it travels to the slot: its rules that do not apply to the options are left out. */
export type MappedField = Omit<Field, 'never'> & { never: { header: RegExp; reason: string }[] }

/** A column with its cells in the first rows, as evidence. */
export type SampledColumn = NamedColumn & { sample: Cell[] }

/** What somebody said: {field: column name}, null: this field is in no column. */
export type ChosenMapping = Record<string, string | null>

export type LeftAlone = { column: string; reason: Reason }

/** "Which column holds the salary?" Asked for a required field that none fits, and where two fit equally well. */
export type ColumnQuestion = { field: string; label: string; columns: string[] }

export type Proposal = {
  /** Field name → the column's position. */
  mapping: Map<string, number>
  leftAlone: LeftAlone[]
  questions: ColumnQuestion[]
  /** A column whose rows are told one by one. */
  either: EitherName | null
}

/** Two candidates nearer than this are equally good. */
const TIE = 0.005

type Candidate = { field: MappedField; column: SampledColumn; score: number }

/**
 * Which column holds which field. What somebody chose stands; the rest is proposed: the best pair first, each column and
 * each field once. What fits no field is left alone, with the reason.
 */
export function proposeMapping(
  columns: readonly SampledColumn[],
  fields: readonly MappedField[],
  chosen: ChosenMapping = {},
): Proposal {
  const mapping = new Map<string, number>()
  const reasons = new Map<string, Reason>()
  const settled = new Set<string>()
  for (const field of fields) {
    const name = chosen[field.name]
    if (name === undefined) continue
    if (name !== null && isRowNumber(columns, field, name)) {
      settled.add(field.name)
      mapping.set(field.name, rowNumberColumn.position)
      continue
    }
    const column = name === null ? undefined : findColumn(columns, name)
    if (name !== null && (!column || neverRule(field, column))) continue
    settled.add(field.name)
    if (column) mapping.set(field.name, column.position)
  }

  const taken = new Set(mapping.values())
  const free = columns.filter((column) => !taken.has(column.position))
  const candidates = free.flatMap((column) => candidatesOf(column, fields, reasons))
  const open = candidates.filter(({ field }) => !settled.has(field.name)).sort((a, b) => b.score - a.score)
  const questions = assign(open, mapping, reasons)
  const known = new Set(fields.map(({ name }) => name))
  const either = tellNameParts(mapping, columns, known, settled)
  tellClassParts(mapping, columns, known, settled)
  questions.push(...askForNamePart(mapping, columns, fields, settled))
  const held = new Set(mapping.values())
  const unused = columns.filter((column) => !held.has(column.position))
  for (const field of fields) {
    const asked = questions.some((question) => question.field === field.name)
    if (!field.required || mapping.has(field.name) || asked) continue
    const choices = unused.filter((column) => !isOwnColumn(column.header)).map(({ name }) => name)
    if (field.type === 'identifier') choices.push(ROW_NUMBER)
    questions.push({ field: field.name, label: field.label, columns: choices })
  }
  const leftAlone = unused.map((column) => ({ column: column.name, reason: reasonOf(column, reasons) }))
  return { mapping, leftAlone, questions, either }
}

function candidatesOf(
  column: SampledColumn,
  fields: readonly MappedField[],
  reasons: Map<string, Reason>,
): Candidate[] {
  if (column.header === '' || isOwnColumn(column.header)) return []
  const found = fieldsCalled(readings(column).map(normaliseHeader), column, fields, reasons)
  if (found.length > 0) return found
  const named = alternatives(column.header).map((name) =>
    fieldsCalled([normaliseHeader(name)], column, fields, reasons),
  )
  const both = named[0]?.find(({ field }) => named.every((some) => some.length === 1 && some[0]?.field === field))
  return both ? [{ ...both, score: both.score * OF_TWO }] : []
}

function fieldsCalled(
  headers: readonly Header[],
  column: SampledColumn,
  fields: readonly MappedField[],
  reasons: Map<string, Reason>,
): Candidate[] {
  const found: Candidate[] = []
  for (const field of fields) {
    const never = neverRule(field, column)
    if (never !== null) {
      reasons.set(column.name, { code: 'import.column_never', params: { field: field.label, reason: never } })
      continue
    }
    const alike = Math.max(
      0,
      ...namesOf(field).flatMap((name) =>
        headers.map((header) => fieldSimilarity(header, name, field.type, subjectOf(field))),
      ),
    )
    if (alike < THRESHOLD) continue
    const evidence = weigh(column.sample, field.type)
    if (speaksAgainst(evidence, alike === 1)) {
      const params = { field: field.label, type: field.type, found: firstValue(column) }
      if (!reasons.has(column.name)) reasons.set(column.name, { code: 'import.values_do_not_fit', params })
      continue
    }
    found.push({ field, column, score: alike * (0.95 + 0.05 * evidence.share) })
  }
  return found
}

/** Gives each column to the field it fits best. A field that two columns fit equally well is asked about. */
function assign(sorted: Candidate[], mapping: Map<string, number>, reasons: Map<string, Reason>): ColumnQuestion[] {
  const questions: ColumnQuestion[] = []
  const usedColumns = new Set<number>()
  const asked = new Set<string>()
  for (const { field, column, score } of sorted) {
    if (usedColumns.has(column.position)) continue
    if (mapping.has(field.name)) {
      const holder = sorted.find((one) => one.column.position === mapping.get(field.name))
      if (!reasons.has(column.name)) {
        const params = { field: field.label, column: holder?.column.name ?? '' }
        reasons.set(column.name, { code: 'import.column_second', params })
      }
      continue
    }
    if (asked.has(field.name)) continue
    const equal = sorted.filter(
      (one) => one.field === field && score - one.score < TIE && !usedColumns.has(one.column.position),
    )
    if (equal.length === 1) {
      mapping.set(field.name, column.position)
      usedColumns.add(column.position)
      continue
    }
    asked.add(field.name)
    const names = equal.map((one) => one.column.name)
    questions.push({ field: field.name, label: field.label, columns: names })
    for (const name of names)
      reasons.set(name, { code: 'import.column_tie', params: { field: field.label, columns: names.join(', ') } })
  }
  return questions
}

/** A header, also as part of its group ("Pay" over "Basic") and without its section ("Work Contact: Work Email"). */
function readings({ header, group }: Pick<NamedColumn, 'header' | 'group'>): string[] {
  const section = /^[^:]{2,40}:\s*(\S.*)$/s.exec(header)?.[1]
  return [header, ...(group ? [`${group} ${header}`] : []), ...(section ? [section] : [])]
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
  const whole = column.group ? `${column.group} ${column.header}` : column.header
  const spelled = normaliseHeader(whole).words.join(' ')
  const rule = field.never.find(({ header }) => matches(header, column.header) || matches(header, spelled))
  return rule?.reason ?? null
}

/** A rule may carry the flag g, with which `test` remembers where it stopped. */
const matches = (pattern: RegExp, text: string): boolean => text.search(pattern) >= 0

function reasonOf(column: SampledColumn, reasons: Map<string, Reason>): Reason {
  if (isOwnColumn(column.header)) return { code: 'import.column_own', params: { column: column.header } }
  if (column.header === '') return { code: 'import.column_without_header', params: { column: column.letter } }
  return reasons.get(column.name) ?? { code: 'import.column_unknown', params: { column: column.name } }
}

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
