import type { Cell } from '../reading'
import { NO_COLUMN } from './columns'
import { normaliseHeader } from './header'
import type { ColumnQuestion, MappedField, SampledColumn } from './propose'

/** What the fields of a person's name are called in every kind that has them. */
const WHOLE = 'name'
const PARTS = ['given_name', 'family_name'] as const
export const NAMES: ReadonlySet<string> = new Set([WHOLE, ...PARTS])

/**
 * “Name” beside “Vorname” is the family name, “Nombre” beside “Apellidos” the given one: a column that would be the whole
 * name is the missing part, where the whole would have to contain the other part and does not. What was `settled` stays.
 */
export function tellNameParts(
  mapping: Map<string, number>,
  columns: readonly SampledColumn[],
  known: ReadonlySet<string>,
  settled: ReadonlySet<string>,
): void {
  const whole = columns.find(({ position }) => position === mapping.get(WHOLE))
  const [missing, another] = PARTS.filter((part) => !mapping.has(part))
  if (!whole || missing === undefined || another !== undefined) return
  if (!known.has(missing) || settled.has(WHOLE) || settled.has(missing)) return
  const present = PARTS.find((part) => part !== missing) ?? missing
  const part = columns.find(({ position }) => position === mapping.get(present))
  if (!part || contains(whole.sample, part.sample)) return
  mapping.delete(WHOLE)
  mapping.set(missing, whole.position)
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

const textsOf = ({ sample }: SampledColumn): string[] => sample.map(({ text }) => text).filter((text) => text !== '')

/** Words with capitals, hardly any of them twice. */
const areNames = (texts: string[]): boolean =>
  texts.length >= FEW_VALUES && texts.every((text) => /^\p{Lu}[\p{L}\s.'’-]*$/u.test(text)) && new Set(texts).size > 3
