import type { Cell } from '../reading'
import { normaliseHeader } from './header'
import type { SampledColumn } from './propose'

/** What the fields of a person's name are called in every kind that has them. */
const WHOLE = 'name'
const PARTS = ['given_name', 'family_name'] as const

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
function contains(wholes: readonly Cell[], parts: readonly Cell[]): boolean {
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
