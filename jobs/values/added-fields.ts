/**
 * The name of what a column holds where amounts are added: `PENSION+SICKNESS` for a column that holds both together, `TAX#2`
 * for the second column of one thing. A plain field has its plain name. No code of a component holds either sign.
 */
const TOGETHER = '+'
const FURTHER = '#'

/** The fields that are added under a name; a plain name is its own. */
export const addedFields = (name: string): string[] => (name.split(FURTHER)[0] ?? '').split(TOGETHER)

/** Whether a name says more than one plain field. */
export const isAdded = (name: string): boolean => name.includes(TOGETHER) || name.includes(FURTHER)

/** The name for these fields, in whatever order they are given, that none of the names `taken` has. */
export function nameOfAdded(fields: readonly string[], taken: ReadonlySet<string>): string {
  const name = [...fields].sort().join(TOGETHER)
  let free = name
  for (let nth = 2; taken.has(free); nth++) free = `${name}${FURTHER}${nth}`
  return free
}

/** Columns that are compared as one, with everything they stand for. Both as they were given, each once. */
export type Added<Column> = { columns: Column[]; fields: string[] }

/**
 * Puts together what cannot be compared apart: columns that stand for something in common. Every column is in exactly one
 * group, and so is every field; so nothing is counted twice. Groups stand in the order of their first column.
 */
export function addedGroups<Column>(
  columns: readonly Column[],
  standsFor: (column: Column) => readonly string[],
): Added<Column>[] {
  const groups: Added<Column>[] = []
  for (const column of columns) {
    const fields = standsFor(column)
    if (fields.length === 0) continue
    const met = groups.filter((one) => one.fields.some((field) => fields.includes(field)))
    const [first, ...others] = met
    const group = first ?? { columns: [], fields: [] }
    if (!first) groups.push(group)
    for (const other of others) groups.splice(groups.indexOf(other), 1)
    group.columns.push(...others.flatMap((one) => one.columns), column)
    group.fields = [...new Set([...group.fields, ...others.flatMap((one) => one.fields), ...fields])]
  }
  return groups.map(({ columns: own, fields }) => ({ columns: columns.filter((one) => own.includes(one)), fields }))
}
