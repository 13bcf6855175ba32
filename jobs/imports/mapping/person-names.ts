import type { Finding, Row } from '../kind'
import type { Cell } from '../reading'
import { NO_COLUMN } from './columns'
import { normaliseHeader } from './header'
import type { ColumnQuestion, MappedField, SampledColumn } from './propose'

/** What the fields of a person's name are called in every kind that has them. */
const WHOLE = 'name'
const PARTS = ['given_name', 'family_name'] as const
export const NAMES: ReadonlySet<string> = new Set([WHOLE, ...PARTS])

/**
 * A column that may be the whole name or, beside one part of it, the missing part. Its place says only how it is shown: each
 * row is read by itself (`readName`), so that no row is read otherwise because of which others stand in the file.
 */
export type EitherName = {
  position: number
  missing: (typeof PARTS)[number]
  present: (typeof PARTS)[number]
  /** In its language this word beside that one is always the part: “Nom” beside “Prénom”. */
  isUsual: boolean
}

/** What says that a name is whole, whatever stands beside it. */
const EXPLICIT = new Set(
  'full complete whole entire display legal preferred complet complete completo completa vollstandig vollstandiger voller poora pura'.split(
    ' ',
  ),
)
/** Words for a name that mean the part as soon as the other part has a column. */
const USUAL = /^(nom|nombre|nome|naam)$/
const GERMAN_PART = /vorname|rufname|nachname|familienname|zuname/

/**
 * “Name” beside “Vorname” is the family name, “Nombre” beside “Apellidos” the given one: a column that would be the whole
 * name is shown as the missing part, where the whole would have to contain the other part and does not. What was `settled`
 * stays. Answers with the column whose rows are to be read one by one.
 */
export function tellNameParts(
  mapping: Map<string, number>,
  columns: readonly SampledColumn[],
  known: ReadonlySet<string>,
  settled: ReadonlySet<string>,
): EitherName | null {
  const whole = columns.find(({ position }) => position === mapping.get(WHOLE))
  const [missing, another] = PARTS.filter((part) => !mapping.has(part))
  if (!whole || missing === undefined || another !== undefined) return null
  if (!known.has(missing) || settled.has(WHOLE) || settled.has(missing)) return null
  const { words } = normaliseHeader(whole.header)
  if (words.some((word) => EXPLICIT.has(word))) return null
  const present = PARTS.find((part) => part !== missing) ?? missing
  const part = columns.find(({ position }) => position === mapping.get(present))
  if (!part) return null
  if (!contains(whole.sample, part.sample)) {
    mapping.delete(WHOLE)
    mapping.set(missing, whole.position)
  }
  const isUsual = words.some((word) => USUAL.test(word)) || GERMAN_PART.test(normaliseHeader(part.header).joined)
  return { position: whole.position, missing, present, isUsual }
}

const wordsOf = (text: string): string[] => normaliseHeader(text).words

/**
 * What a cell of such a column is in its row: the whole name where it shares a word with the part beside it or stands alone,
 * else the missing part. `values` are those of the row. Answers with what is not sure about it.
 */
export function readName(values: Row, field: string, either: EitherName): Finding | null {
  const [text, part] = [values[field], values[either.present]]
  if (typeof text !== 'string') return null
  const read = (as: string) => {
    values[field] = null
    values[as] = text
  }
  const words = wordsOf(text)
  const shared = typeof part === 'string' ? wordsOf(part).filter((word) => words.includes(word)) : []
  if (typeof part !== 'string' || shared.length > 0) {
    read(WHOLE)
    const isSame = shared.length > 0 && shared.length === words.length && shared.length === wordsOf(String(part)).length
    return isSame ? { column: field, found: text, reason: { code: 'import.name_same', params: { found: text } } } : null
  }
  read(either.missing)
  if (words.length < 2 || either.isUsual) return null
  const name = either.missing === 'given_name' ? `${text} ${part}` : `${part} ${text}`
  return { column: field, found: text, reason: { code: 'import.name_put_together', params: { found: text, name } } }
}

/** Row by row, in most rows that have both. Without any row the headers are believed. */
export function contains(wholes: readonly Cell[], parts: readonly Cell[]): boolean {
  let both = 0
  let within = 0
  wholes.forEach(({ text }, row) => {
    const part = parts[row]?.text ?? ''
    if (text === '' || part === '') return
    both++
    if (normaliseHeader(text).joined.includes(normaliseHeader(part).joined)) within++
  })
  return both === 0 || within > both / 2
}

const FEW_VALUES = 5

/**
 * A “Name” of single words beside other columns of words may be half of a name: then somebody is asked which column holds
 * the other half.
 */
export function askForNamePart(
  mapping: ReadonlyMap<string, number>,
  columns: readonly SampledColumn[],
  fields: readonly MappedField[],
  settled: ReadonlySet<string>,
): ColumnQuestion[] {
  const given = fields.find(({ name }) => name === PARTS[0])
  const whole = columns.find(({ position }) => position === mapping.get(WHOLE))
  if (!given || !whole || settled.has(WHOLE) || PARTS.some((part) => mapping.has(part) || settled.has(part))) return []
  const texts = textsOf(whole)
  const single = texts.filter((text) => !/[\s,]/.test(text)).length
  if (texts.length < FEW_VALUES || single < texts.length / 3) return []
  const held = new Set(mapping.values())
  const others = columns.filter(
    (column) => column.header !== '' && !held.has(column.position) && areNames(textsOf(column)),
  )
  return others.length === 0
    ? []
    : [{ field: given.name, label: given.label, columns: [...others.map(({ name }) => name), NO_COLUMN] }]
}

/**
 * A column of given names, most of them of several words, where nothing else holds a name: it may be the whole name, which
 * somebody is asked. Until then it is neither.
 */
export function askForWholeName(
  mapping: Map<string, number>,
  columns: readonly SampledColumn[],
  fields: readonly MappedField[],
  settled: ReadonlySet<string>,
): ColumnQuestion[] {
  const field = fields.find(({ name }) => name === WHOLE)
  const [part, another] = PARTS.filter((name) => mapping.has(name))
  if (!field || part === undefined || another !== undefined || mapping.has(WHOLE)) return []
  if (settled.has(WHOLE) || settled.has(part)) return []
  const column = columns.find(({ position }) => position === mapping.get(part))
  const texts = column ? textsOf(column) : []
  const several = texts.filter((text) => wordsOf(text).length > 1).length
  if (!column || texts.length < FEW_VALUES || several <= texts.length / 2) return []
  mapping.delete(part)
  return [{ field: field.name, label: field.label, columns: [column.name, NO_COLUMN] }]
}

const textsOf = ({ sample }: SampledColumn): string[] => sample.map(({ text }) => text).filter((text) => text !== '')

/** Words with capitals, hardly any of them twice. */
const areNames = (texts: string[]): boolean =>
  texts.length >= FEW_VALUES && texts.every((text) => /^\p{Lu}[\p{L}\s.'’-]*$/u.test(text)) && new Set(texts).size > 3
