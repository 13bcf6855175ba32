import type { Db } from '../../open'

/**
 * A table whose rows are kept as images: its name and its primary key. `ownNumbers`: the key is a number that SQLite gives,
 * and no statement of the office inserts one of its own.
 */
export type ImagedTable = { table: string; key: string[]; ownNumbers?: true }

/**
 * A foreign key: `columns` of `table` point at the key of `target`, in the order of that key. Rows that `cascade` have no
 * life of their own: they go with what they point at.
 */
export type Reference = { table: string; columns: string[]; target: string; cascades: boolean }

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

type ColumnInfo = { name: string; type: string; hidden: number; pk: number }

/** The stored columns of a table. Fractions would not survive as JSON text; Daybook's tables have none. */
export function columnsOf(
  db: Db,
  table: string,
): { name: string; blob: boolean; integer: boolean; primary: boolean }[] {
  const columns = db.pragma(`table_xinfo(${quoted(table)})`) as ColumnInfo[]
  if (columns.length === 0) throw new Error(`there is no table ${table}`)
  const real = columns.find(({ type }) => /real|float|double|any/i.test(type))
  if (real) throw new Error(`${table}.${real.name} is of type ${real.type}, which cannot be kept exactly`)
  return columns
    .filter(({ hidden }) => hidden === 0)
    .map(({ name, type, pk }) => ({
      name,
      primary: pk === 1,
      blob: /blob/i.test(type),
      integer: /^integer$/i.test(type),
    }))
}

/** SQL for a value as it stands in JSON; a blob as hexadecimal text. */
export function valueAsJson(alias: string, { name, blob }: { name: string; blob: boolean }): string {
  const value = `${alias}.${quoted(name)}`
  return blob ? `iif(${value} is null, null, hex(${value}))` : value
}

/** SQL for a row as JSON text, its columns in the table's order; a blob as hexadecimal text. */
export function rowAsJson(alias: string, columns: { name: string; blob: boolean }[]): string {
  const pairs = columns.map((column) => `${literal(column.name)}, ${valueAsJson(alias, column)}`)
  return `json_object(${pairs.join(', ')})`
}

/** SQL for the key of a row as JSON text. */
export const keyAsJson = (alias: string, key: readonly string[]): string =>
  `json_array(${key.map((column) => `${alias}.${quoted(column)}`).join(', ')})`

/** SQL for the parts of a key that is stored as JSON text. */
export const keyParts = (json: string, key: readonly string[]): string =>
  key.map((_, index) => `json_extract(${json}, '$[${index}]')`).join(', ')

type ForeignKeyInfo = { id: number; seq: number; table: string; from: string; to: string | null; on_delete: string }

/** Every foreign key of the database that points at one of the tables. */
export function referencesTo(db: Db, targets: readonly ImagedTable[]): Reference[] {
  const tables = db.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[]
  const found: Reference[] = []
  for (const table of tables) {
    const columns = db.pragma(`foreign_key_list(${quoted(table)})`) as ForeignKeyInfo[]
    for (const id of new Set(columns.map((one) => one.id))) {
      const parts = columns.filter((one) => one.id === id).sort((a, b) => a.seq - b.seq)
      const target = targets.find((one) => one.table === parts[0]?.table)
      if (!target) continue
      const ordered = target.key.map((key, index) => parts.find(({ to }) => to === key) ?? parts[index])
      found.push({
        table,
        columns: ordered.flatMap((part) => part?.from ?? []),
        target: target.table,
        cascades: parts[0]?.on_delete === 'CASCADE',
      })
    }
  }
  return found
}

/** Parents before the tables that point at them. A cycle keeps the order given. */
export function parentsFirst(tables: readonly ImagedTable[], references: readonly Reference[]): ImagedTable[] {
  const ordered: ImagedTable[] = []
  const visiting = new Set<string>()
  const visit = (table: ImagedTable): void => {
    if (ordered.includes(table) || visiting.has(table.table)) return
    visiting.add(table.table)
    for (const { target } of references.filter((one) => one.table === table.table)) {
      const parent = tables.find((one) => one.table === target)
      if (parent) visit(parent)
    }
    ordered.push(table)
  }
  for (const table of tables) visit(table)
  return ordered
}
