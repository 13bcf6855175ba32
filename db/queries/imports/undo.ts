import type { Db } from '../../open'
import {
  columnsOf,
  type ImagedTable,
  keyAsJson,
  keyParts,
  literal,
  parentsFirst,
  quoted,
  type Reference,
  referencesTo,
  rowAsJson,
} from './table-shape'

export type KeptUnit = { unit: string; why: 'edited' | 'used'; by: string; row: number | null }
export type Undone = { restored: number; removed: number; kept: KeptUnit[] }

/**
 * Puts back what stood before a batch was applied, exactly. What belongs together stays together: all touched rows that
 * point at the same row of the first table (`party:12`) are one unit, and a unit is kept whole where one of its rows was
 * changed since, or where a row that came later points at one that undoing would remove. Inside an open transaction.
 */
export function undoChanges(db: Db, batchId: number, tables: readonly ImagedTable[]): Undone {
  const references = referencesTo(db, tables)
  const undo = new Undo(db, batchId, tables, references)
  undo.list()
  undo.keepEdited()
  undo.keepUsed()
  while (undo.keepTogether() + undo.keepParents() > 0);
  const order = parentsFirst(tables, references)
  let restored = 0
  let removed = 0
  for (const table of order) restored += undo.putBack(table)
  for (const table of order) restored += undo.restore(table)
  for (const table of [...order].reverse()) removed += undo.remove(table)
  return { restored, removed, kept: undo.finish() }
}

/** What the rows that others point at are called by people. */
const NAMES: Record<string, string> = {
  party: 'select name from party where id = ?',
  department: 'select name from department where id = ?',
}

/** A unit (`party:12`) by its name; null where it has none, or is gone. */
export function nameOfUnit(db: Db, unit: string): string | null {
  const [table = '', key = ''] = unit.split(':')
  const query = NAMES[table]
  return query === undefined ? null : ((db.prepare(query).pluck().get(key) as string | undefined) ?? null)
}

class Undo {
  constructor(
    private readonly db: Db,
    private readonly batchId: number,
    private readonly tables: readonly ImagedTable[],
    private readonly references: readonly Reference[],
  ) {}

  /** The touched rows and the unit each belongs to. */
  list(): void {
    this.db.exec(`
      drop table if exists temp.undo_row;
      create temp table undo_row (
        table_name text not null, key text not null, unit text not null, added integer not null,
        why text, by_table text, primary key (table_name, key)
      ) without rowid;
      create index temp.undo_row_by_unit on undo_row (unit);`)
    const root = this.tables[0]?.table ?? ''
    for (const { table, key } of this.tables) {
      const up = this.references.find((one) => one.table === table && one.target === root && one.columns.length === 1)
      const own = key.length === 1 ? `json_extract(key, '$[0]')` : 'key'
      const unit =
        up && table !== root
          ? `${literal(`${root}:`)} || json_extract(coalesce(after, before), ${literal(`$."${up.columns[0]}"`)})`
          : `${literal(`${table}:`)} || ${own}`
      this.run(
        `insert into undo_row (table_name, key, unit, added)
         select table_name, key, coalesce(${unit}, table_name || key), before is null
         from import_before where batch_id = @batchId and table_name = @table`,
        { table },
      )
    }
  }

  /** Rows that no longer are as the batch left them. A column that was added to the table since is no change. */
  keepEdited(): void {
    for (const { table, key } of this.tables) {
      const columns = this.imagedColumns(table)
      const now = `(select ${rowAsJson('now', columns)} from ${quoted(table)} now where ${this.sameKey('now', key, 'b.key')})`
      this.run(
        `update undo_row set why = 'edited', by_table = @table
         where table_name = @table and key in (
           select b.key from import_before b
           where b.batch_id = @batchId and b.table_name = @table and b.after is not ${now})`,
        { table },
      )
    }
  }

  /** Rows that the batch added and something else, which it did not add and which would not go with them, points at. */
  keepUsed(): void {
    for (const { table, columns, target, cascades } of this.references) {
      if (cascades) continue
      const imaged = this.tables.find((one) => one.table === table)
      const ours = imaged
        ? `and not exists (select 1 from undo_row o where o.table_name = ${literal(table)} and o.key = ${keyAsJson('c', imaged.key)})`
        : ''
      this.run(
        `update undo_row set why = 'used', by_table = @by
         where table_name = @target and added = 1 and why is null and key in (
           select ${keyAsJson('c', columns)} from ${quoted(table)} c
           where ${columns.map((column) => `c.${quoted(column)} is not null`).join(' and ')} ${ours})`,
        { target, by: table },
      )
    }
  }

  keepTogether(): number {
    return this.run(
      `update undo_row set (why, by_table) =
         (select k.why, k.by_table from undo_row k where k.unit = undo_row.unit and k.why is not null limit 1)
       where why is null and unit in (select unit from undo_row where why is not null)`,
    )
  }

  /** What a kept row points at cannot be removed. */
  keepParents(): number {
    let changes = 0
    for (const { table, columns, target } of this.references) {
      const imaged = this.tables.find((one) => one.table === table)
      if (!imaged) continue
      changes += this.run(
        `update undo_row set why = 'used', by_table = @by
         where table_name = @target and added = 1 and why is null and key in (
           select ${keyAsJson('c', columns)} from undo_row k join ${quoted(table)} c on ${this.sameKey('c', imaged.key, 'k.key')}
           where k.table_name = @by and k.why is not null)`,
        { target, by: table },
      )
    }
    return changes
  }

  /** Rows the batch removed. */
  putBack({ table }: ImagedTable): number {
    const columns = this.imagedColumns(table)
    return this.run(
      `insert into ${quoted(table)} (${columns.map(({ name }) => quoted(name)).join(', ')})
       select ${columns.map((column) => storedValue('b.before', column)).join(', ')}
       from import_before b join undo_row u on u.table_name = b.table_name and u.key = b.key
       where b.batch_id = @batchId and b.table_name = @table and u.why is null
         and b.before is not null and b.after is null`,
      { table },
    )
  }

  /** Rows the batch changed. */
  restore({ table, key }: ImagedTable): number {
    const columns = this.imagedColumns(table).filter(({ name }) => !key.includes(name))
    if (columns.length === 0) return 0
    return this.run(
      `update ${quoted(table)} set (${columns.map(({ name }) => quoted(name)).join(', ')}) =
         (select ${columns.map((column) => storedValue('b.before', column)).join(', ')}
          from import_before b
          where b.batch_id = @batchId and b.table_name = @table and b.key = ${keyAsJson(quoted(table), key)})
       where (${key.map(quoted).join(', ')}) in (
         select ${keyParts('b.key', key)}
         from import_before b join undo_row u on u.table_name = b.table_name and u.key = b.key
         where b.batch_id = @batchId and b.table_name = @table and u.why is null
           and b.before is not null and b.after is not null)`,
      { table },
    )
  }

  /** Rows the batch added. */
  remove({ table, key }: ImagedTable): number {
    return this.run(
      `delete from ${quoted(table)} where (${key.map(quoted).join(', ')}) in (
         select ${keyParts('key', key)} from undo_row where table_name = @table and added = 1 and why is null)`,
      { table },
    )
  }

  /** Forgets what was put back and lists what was kept, with the row of the file it came from. */
  finish(): KeptUnit[] {
    this.run(
      `delete from import_before where batch_id = @batchId and exists (
         select 1 from undo_row u
         where u.table_name = import_before.table_name and u.key = import_before.key and u.why is null)`,
    )
    this.run(
      `update import_row set entity = null where batch_id = @batchId and outcome = 'create' and entity in (
         select unit from undo_row where why is null)`,
    )
    const kept = this.db
      .prepare(
        `select unit, why, min(by_table) as by,
                (select min(n) from import_row r where r.batch_id = @batchId and r.entity = unit) as row
         from undo_row where why is not null group by unit order by row, unit`,
      )
      .all({ batchId: this.batchId }) as KeptUnit[]
    this.db.exec('drop table temp.undo_row')
    return kept
  }

  /** The columns the images have, as far as the table still has them. */
  private imagedColumns(table: string): { name: string; blob: boolean }[] {
    const image = this.db
      .prepare('select coalesce(before, after) from import_before where batch_id = ? and table_name = ? limit 1')
      .pluck()
      .get(this.batchId, table) as string | undefined
    const columns = columnsOf(this.db, table)
    if (image === undefined) return columns
    const names = Object.keys(JSON.parse(image) as object)
    return names.flatMap((name) => columns.find((column) => column.name === name) ?? [])
  }

  private sameKey(alias: string, key: readonly string[], json: string): string {
    return `(${key.map((column) => `${alias}.${quoted(column)}`).join(', ')}) = (${keyParts(json, key)})`
  }

  private run(sql: string, params: Record<string, string> = {}): number {
    const named = { batchId: this.batchId, ...params }
    const used = Object.fromEntries(Object.entries(named).filter(([name]) => sql.includes(`@${name}`)))
    return this.db.prepare(sql).run(used).changes
  }
}

function storedValue(json: string, { name, blob }: { name: string; blob: boolean }): string {
  const value = `json_extract(${json}, ${literal(`$."${name}"`)})`
  return blob ? `unhex(${value})` : value
}
