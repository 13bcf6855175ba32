import type { Statement } from 'better-sqlite3'
import type { Db } from '../../open'
import { type ImagedTable, literal, parentsFirst, type Reference, referencesTo } from './table-shape'

export type KeptUnit = { unit: string; why: 'edited' | 'used'; by: string; row: number | null }

let made = 0

/** The units of an undo under way, in temporary tables of its own. */
export class Units {
  /** Parents first. */
  readonly tables: ImagedTable[]
  /** References between touched rows that may lead from one unit to another. */
  readonly crossing: Reference[]
  readonly rows: string
  readonly units: string
  readonly page: string
  readonly #prepared = new Map<string, Statement>()

  constructor(
    private readonly db: Db,
    private readonly batchId: number,
    tables: readonly ImagedTable[],
    readonly references: readonly Reference[],
    private readonly root: string,
  ) {
    const n = ++made
    this.tables = parentsFirst(tables, references)
    this.crossing = references.filter(
      (one) => tables.some(({ table }) => table === one.table) && one !== this.upOf(one.table),
    )
    this.rows = `temp.undo_row_${n}`
    this.units = `temp.undo_unit_${n}`
    this.page = `temp.undo_page_${n}`
    db.exec(`
      create temp table undo_row_${n} (
        table_name text not null, key text not null, unit text not null, added integer not null,
        why text, by_table text, primary key (table_name, key)
      ) without rowid;
      create index temp.undo_row_of_unit_${n} on undo_row_${n} (unit);
      create temp table undo_unit_${n} (
        id integer primary key, unit text not null unique, referenced integer not null default 0,
        state text not null default 'waiting', why text, by_table text, row integer
      );
      create index temp.undo_unit_waiting_${n} on undo_unit_${n} (referenced, id) where state = 'waiting';
      create temp table undo_page_${n} (unit text primary key) without rowid;`)
  }

  /** The reference by which a row of a table belongs to a row of the first one. */
  upOf(table: string): Reference | undefined {
    if (table === this.root) return undefined
    return this.references.find((one) => one.table === table && one.target === this.root && one.columns.length === 1)
  }

  /** SQL for the unit an image belongs to. */
  unitOf({ table, key }: ImagedTable): string {
    const up = this.upOf(table)
    const own = key.length === 1 ? `json_extract(key, '$[0]')` : 'key'
    const unit = up
      ? `${literal(`${this.root}:`)} || json_extract(coalesce(after, before), ${literal(`$."${up.columns[0]}"`)})`
      : `${literal(`${table}:`)} || ${own}`
    return `coalesce(${unit}, table_name || key)`
  }

  statement(sql: string): Statement {
    let known = this.#prepared.get(sql)
    if (!known) {
      known = this.db.prepare(sql)
      this.#prepared.set(sql, known)
    }
    return known
  }

  run(sql: string, params: Record<string, string | number> = {}): number {
    const named = { batchId: this.batchId, ...params }
    const used = Object.fromEntries(Object.entries(named).filter(([name]) => sql.includes(`@${name}`)))
    return this.statement(sql).run(used).changes
  }

  /** Fills the page with units that nobody waits for. `referenced`: all that are left are pointed at by one another. */
  take(most: number): 'some' | 'none' | 'referenced' {
    this.run(`delete from ${this.page}`)
    const fill = (where: string, limit: number) =>
      this.run(
        `insert into ${this.page} select unit from ${this.units} where state = 'waiting' ${where} order by id limit @limit`,
        { limit },
      )
    if (fill('and referenced = 0', most) > 0) return 'some'
    if (this.#circle) {
      this.#circle = false
      return fill('', -1) > 0 ? 'some' : 'none'
    }
    const left = this.statement(`select 1 from ${this.units} where state = 'waiting' limit 1`).get()
    return left === undefined ? 'none' : 'referenced'
  }

  #circle = false
  #lastLeft = -1

  /** False where it was forgotten before and nothing has come of it: they point at each other in a circle and go together. */
  forgetReferences(): boolean {
    const left = this.statement(`select count(*) from ${this.units} where state = 'waiting'`).pluck().get() as number
    this.#circle = left === this.#lastLeft
    this.#lastLeft = left
    if (this.#circle) return false
    this.run(`update ${this.units} set referenced = 0 where state = 'waiting'`)
    return true
  }

  /** Goes on through the rows of the file; null after the last. */
  tidyRows(after: number, limit: number, trial: boolean): number | null {
    const last = this.statement(
      `select max(n) from (select n from import_row where batch_id = ? and n > ? order by n limit ?)`,
    )
      .pluck()
      .get(this.batchId, after, limit) as number | null
    if (last === null) return null
    const span = { after, last }
    this.run(
      `update ${this.units} set row = r.n
       from (select coalesce(m.entity, i.entity) as entity, min(i.n) as n
             from import_row i left join import_made m on m.batch_id = i.batch_id and m.n = i.n
             where i.batch_id = @batchId and i.n > @after and i.n <= @last
               and coalesce(m.entity, i.entity) is not null group by 1) r
       where unit = r.entity and state = 'kept' and row is null`,
      span,
    )
    if (trial) return last
    this.run(
      `delete from import_made
       where batch_id = @batchId and n > @after and n <= @last
         and entity not in (select unit from ${this.units} where state = 'kept')`,
      span,
    )
    return last
  }

  kept(): KeptUnit[] {
    return this.statement(
      `select unit, why, by_table as by, row from ${this.units} where state = 'kept' order by row, unit`,
    ).all() as KeptUnit[]
  }

  progress(): { decided: number; total: number } {
    return this.statement(
      `select count(*) filter (where state <> 'waiting') as decided, count(*) as total from ${this.units}`,
    ).get() as { decided: number; total: number }
  }

  drop(): void {
    for (const table of [this.rows, this.units, this.page]) this.db.exec(`drop table if exists ${table}`)
  }
}

export const unitsOf = (db: Db, batchId: number, tables: readonly ImagedTable[]): Units =>
  new Units(db, batchId, tables, referencesTo(db, tables), tables[0]?.table ?? '')

const lastKey = (units: Units, batchId: number, table: string, after: string, limit: number) =>
  units
    .statement(
      `select max(key) from (
         select key from import_before where batch_id = ? and table_name = ? and key > ? order by key limit ?)`,
    )
    .pluck()
    .get(batchId, table, after, limit) as string | null

/** Lists the touched rows of a table after a key, and their units. Answers with the last key; null: there are no more. */
export function listUnits(batchId: number, units: Units, at: number, after: string, limit: number) {
  const imaged = units.tables[at]
  const last = imaged ? lastKey(units, batchId, imaged.table, after, limit) : null
  if (!imaged || last === null) return null
  const span = { table: imaged.table, after, last }
  const images = `from import_before where batch_id = @batchId and table_name = @table and key > @after and key <= @last`
  units.run(
    `insert into ${units.rows} (table_name, key, unit, added)
     select table_name, key, ${units.unitOf(imaged)}, before is null ${images}`,
    span,
  )
  units.run(`insert or ignore into ${units.units} (unit) select ${units.unitOf(imaged)} ${images}`, span)
  return last
}

/** Marks the units that rows of other units point at, along one of the crossing references. */
export function markReferenced(batchId: number, units: Units, at: number, after: string, limit: number) {
  const reference = units.crossing[at]
  const last = reference ? lastKey(units, batchId, reference.table, after, limit) : null
  if (!reference || last === null) return null
  const pointed = reference.columns.map(
    (column) => `json_extract(coalesce(b.after, b.before), ${literal(`$."${column}"`)})`,
  )
  units.run(
    `update ${units.units} set referenced = 1 where state = 'waiting' and unit in (
       select t.unit
       from import_before b
       join ${units.rows} r on r.table_name = b.table_name and r.key = b.key
       join ${units.rows} t on t.table_name = @target and t.key = json_array(${pointed.join(', ')})
       join ${units.units} u on u.unit = r.unit and u.state = 'waiting'
       where b.batch_id = @batchId and b.table_name = @table and b.key > @after and b.key <= @last and t.unit <> r.unit)`,
    { table: reference.table, target: reference.target, after, last },
  )
  return last
}
