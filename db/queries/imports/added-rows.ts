import type { Db } from '../../open'
import { statement } from '../../statement'
import { columnsOf, literal, quoted, valueAsJson } from './table-shape'

type Columns = ReturnType<typeof columnsOf>
type Of = { batchId: number; table: string }

/**
 * Keeps the rows of a numbered table above a number as they are now, all in one row. Only undoing asks for one of them, or
 * a later page that touches it: then they are laid out (`layOut`). Answers with how many there are.
 */
export function packAdded(db: Db, of: Of, key: string, columns: Columns, highest: bigint): number {
  const number = `now.${quoted(key)}`
  const values = columns.map((column) => valueAsJson('now', column))
  const packed = statement(
    db,
    `insert into import_added (batch_id, table_name, first, last, rows_n, columns, rows)
     select @batchId, @table, min(${number}), max(${number}), count(*), @columns,
            json_group_array(json_array(${values.join(', ')}))
     from ${quoted(of.table)} now where ${number} > @highest having count(*) > 0
     returning rows_n`,
  )
    .pluck()
    .get({ ...of, columns: JSON.stringify(columns.map(({ name }) => name)), highest })
  return (packed as number | undefined) ?? 0
}

/** Lays out the added rows among which one is that this page has touched: what it was before the page is then known. */
export function layOutTouched(db: Db, of: Of): void {
  const number = `json_extract(t.key, '$[0]')`
  const touched = `from import_touched t where t.table_name = @table`
  const ids = statement(
    db,
    `select id from import_added p
     where p.batch_id = @batchId and p.table_name = @table
       and p.first <= (select max(${number}) ${touched}) and p.last >= (select min(${number}) ${touched})
       and exists (select 1 ${touched} and ${number} between p.first and p.last)
     order by id`,
  )
    .pluck()
    .all(of) as number[]
  for (const id of ids) layOut(db, id)
}

/** Lays out the rows that one page added to one table; false: there are none left. */
export function layOutNext(db: Db, batchId: number): boolean {
  const id = statement(db, 'select id from import_added where batch_id = ? order by id limit 1').pluck().get(batchId)
  if (id === undefined) return false
  db.transaction(() => layOut(db, Number(id)))()
  return true
}

/** How many rows of a batch are kept so. */
export const packedCount = (db: Db, batchId: number): number =>
  statement(db, 'select coalesce(sum(rows_n), 0) from import_added where batch_id = ?').pluck().get(batchId) as number

function layOut(db: Db, id: number): void {
  const { table, columns } = statement(db, 'select table_name as "table", columns from import_added where id = ?').get(
    id,
  ) as { table: string; columns: string }
  const names: string[] = JSON.parse(columns)
  const key = columnsOf(db, table).find(({ primary }) => primary)?.name ?? ''
  const pairs = names.map((name, at) => `${literal(name)}, value ->> ${at}`)
  statement(
    db,
    `insert into import_before (batch_id, table_name, key, after)
     select p.batch_id, p.table_name, json_array(value ->> ${names.indexOf(key)}), json_object(${pairs.join(', ')})
     from import_added p, json_each(p.rows) where p.id = ?
     on conflict (batch_id, table_name, key) do update set after = excluded.after`,
  ).run(id)
  statement(db, 'delete from import_added where id = ?').run(id)
}
