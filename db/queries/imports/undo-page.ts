import type { Db } from '../../open'
import { columnsOf, type ImagedTable, keyAsJson, keyParts, literal, quoted, rowAsJson } from './table-shape'
import type { Units } from './undo-units'

/** Decides a page of units and puts back those that nothing holds. */
export class UndoPage {
  readonly #columns = new Map<string, { name: string; blob: boolean }[]>()
  readonly #ofPage: string

  constructor(
    private readonly db: Db,
    private readonly batchId: number,
    private readonly units: Units,
  ) {
    this.#ofPage = `unit in (select unit from ${units.page})`
  }

  run(trial: boolean): { restored: number; removed: number } {
    this.#keepEdited()
    do this.#keepTogether()
    while (this.#keepUsed() > 0)
    const { tables } = this.units
    const counts = { restored: 0, removed: 0 }
    if (trial) {
      counts.restored = this.#count('added = 0')
      counts.removed = this.#count('added = 1')
    } else {
      for (const table of tables) counts.restored += this.#putBack(table)
      for (const table of tables) counts.restored += this.#restore(table)
      for (const table of [...tables].reverse()) counts.removed += this.#remove(table)
    }
    this.#settle(trial)
    return counts
  }

  #count(which: string): number {
    const sql = `select count(*) from ${this.units.rows} where ${this.#ofPage} and why is null and ${which}`
    return this.units.statement(sql).pluck().get() as number
  }

  /** Rows that no longer are as the batch left them. A column that was added to the table since is no change. */
  #keepEdited(): void {
    for (const { table, key } of this.units.tables) {
      const now = `(select ${rowAsJson('now', this.#imagedColumns(table))} from ${quoted(table)} now where ${sameKey('now', key, 'r.key')})`
      this.units.run(
        `update ${this.units.rows} as r set why = 'edited', by_table = @table
         where ${this.#ofPage} and table_name = @table and ${now} is not (
           select b.after from import_before b
           where b.batch_id = @batchId and b.table_name = @table and b.key = r.key)`,
        { table },
      )
    }
  }

  /** Rows that the batch added and a row points at which stays: not the batch's own, or kept, and none that would go with it. */
  #keepUsed(): number {
    let kept = 0
    for (const { table, columns, target, cascades } of this.units.references) {
      if (cascades) continue
      const imaged = this.units.tables.find((one) => one.table === table)
      const ours = imaged
        ? `and not exists (select 1 from ${this.units.rows} o
             where o.table_name = ${literal(table)} and o.key = ${keyAsJson('c', imaged.key)} and o.why is null)`
        : ''
      const points = columns.map((column, at) => `c.${quoted(column)} = json_extract(r.key, '$[${at}]')`)
      kept += this.units.run(
        `update ${this.units.rows} as r set why = 'used', by_table = @by
         where ${this.#ofPage} and table_name = @target and added = 1 and why is null and exists (
           select 1 from ${quoted(table)} c where ${points.join(' and ')} ${ours})`,
        { target, by: table },
      )
    }
    return kept
  }

  #keepTogether(): void {
    this.units.run(
      `update ${this.units.rows} as r set (why, by_table) =
         (select k.why, k.by_table from ${this.units.rows} k where k.unit = r.unit and k.why is not null limit 1)
       where ${this.#ofPage} and why is null and exists (
         select 1 from ${this.units.rows} k where k.unit = r.unit and k.why is not null)`,
    )
  }

  /** Rows the batch removed. */
  #putBack({ table }: ImagedTable): number {
    const columns = this.#imagedColumns(table)
    return this.units.run(
      `insert into ${quoted(table)} (${columns.map(({ name }) => quoted(name)).join(', ')})
       select ${columns.map((column) => storedValue('b.before', column)).join(', ')}
       from ${this.units.rows} u cross join import_before b
       where u.${this.#ofPage} and u.table_name = @table and u.why is null
         and b.batch_id = @batchId and b.table_name = @table and b.key = u.key
         and b.before is not null and b.after is null`,
      { table },
    )
  }

  /** Rows the batch changed. */
  #restore({ table, key }: ImagedTable): number {
    const columns = this.#imagedColumns(table).filter(({ name }) => !key.includes(name))
    if (columns.length === 0) return 0
    return this.units.run(
      `update ${quoted(table)} set (${columns.map(({ name }) => quoted(name)).join(', ')}) =
         (select ${columns.map((column) => storedValue('b.before', column)).join(', ')}
          from import_before b
          where b.batch_id = @batchId and b.table_name = @table and b.key = ${keyAsJson(quoted(table), key)})
       where (${key.map(quoted).join(', ')}) in (
         select ${keyParts('b.key', key)}
         from ${this.units.rows} u cross join import_before b
         where u.${this.#ofPage} and u.table_name = @table and u.why is null and u.added = 0
           and b.batch_id = @batchId and b.table_name = @table and b.key = u.key and b.after is not null)`,
      { table },
    )
  }

  /** Rows the batch added. */
  #remove({ table, key }: ImagedTable): number {
    return this.units.run(
      `delete from ${quoted(table)} where (${key.map(quoted).join(', ')}) in (
         select ${keyParts('key', key)} from ${this.units.rows}
         where ${this.#ofPage} and table_name = @table and added = 1 and why is null)`,
      { table },
    )
  }

  /** The units are decided; what was put back is forgotten. */
  #settle(trial: boolean): void {
    const { rows, units } = this.units
    this.units.run(
      `update ${units} as d set (state, why, by_table) =
         (select iif(count(k.why) > 0, 'kept', 'gone'), min(k.why), min(k.by_table)
          from ${rows} k where k.unit = d.unit)
       where ${this.#ofPage}`,
    )
    if (trial) return
    this.units.run(
      `delete from import_before where batch_id = @batchId and (table_name, key) in (
         select table_name, key from ${rows} where ${this.#ofPage} and why is null)`,
    )
  }

  /** The columns the images have, as far as the table still has them. */
  #imagedColumns(table: string): { name: string; blob: boolean }[] {
    const known = this.#columns.get(table)
    if (known) return known
    const image = this.db
      .prepare('select coalesce(before, after) from import_before where batch_id = ? and table_name = ? limit 1')
      .pluck()
      .get(this.batchId, table) as string | undefined
    const columns = columnsOf(this.db, table)
    if (image === undefined) return columns
    const names = Object.keys(JSON.parse(image) as object)
    const imaged = names.flatMap((name) => columns.find((column) => column.name === name) ?? [])
    this.#columns.set(table, imaged)
    return imaged
  }
}

const sameKey = (alias: string, key: readonly string[], json: string): string =>
  `(${key.map((column) => `${alias}.${quoted(column)}`).join(', ')}) = (${keyParts(json, key)})`

function storedValue(json: string, { name, blob }: { name: string; blob: boolean }): string {
  const value = `json_extract(${json}, ${literal(`$."${name}"`)})`
  return blob ? `unhex(${value})` : value
}
