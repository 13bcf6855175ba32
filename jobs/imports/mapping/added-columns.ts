import { addedFields, isAdded, nameOfAdded } from '../../values/added-fields'
import type { ChosenMapping, MappedField } from './propose'

/**
 * The field of a name: a plain one, or one made for a column that holds several added together or for a further column of
 * the same (`jobs/values/added-fields`). Undefined: there is none of that name, or they cannot be added.
 */
export function fieldCalled<F extends Pick<MappedField, 'name' | 'label' | 'adds'>>(
  fields: readonly F[],
  name: string,
): F | undefined {
  const plain = fields.find((one) => one.name === name)
  if (plain || !isAdded(name)) return plain
  const named = new Set(addedFields(name))
  const parts = fields.filter((one) => named.has(one.name))
  const [first] = parts
  if (!first || parts.length !== named.size || parts.some(({ adds }) => adds === undefined)) return undefined
  if (parts.length > 1 && parts.some(({ adds }) => adds !== 'together')) return undefined
  const own = nameOfAdded(
    parts.map((one) => one.name),
    new Set(),
  )
  const nth = /#\d+$/.exec(name)?.[0] ?? ''
  return { ...first, name: `${own}${nth}`, label: parts.map(({ label }) => label).join(' + ') }
}

/** The fields with those that somebody made by saying what a column holds together. */
export const withAdded = (fields: readonly MappedField[], chosen: ChosenMapping): MappedField[] => [
  ...fields,
  ...Object.keys(chosen).flatMap((name) => (isAdded(name) ? (fieldCalled(fields, name) ?? []) : [])),
]

/** What a column holds together with others is looked for in no other one, unless somebody said so. */
export const settledByAdding = (chosen: ChosenMapping): string[] =>
  Object.entries(chosen).flatMap(([name, column]) => {
    const fields = addedFields(name)
    return column !== null && fields.length > 1 ? fields : []
  })
