import type { Db } from '../../open'
import { statement } from '../../statement'
import { layOutTouched, packAdded, packedCount } from './added-rows'
import { columnsOf, type ImagedTable, keyAsJson, keyParts, literal, quoted, rowAsJson } from './table-shape'

/** How many rows of each table were added, changed and removed. */
export type ImagedCounts = Record<string, [added: number, changed: number, removed: number]>

/**
 * Runs `work` and keeps of every row it touches in `tables` how it was before and how it is afterwards. Temporary
 * triggers see each statement, whoever writes it; the alternative, reading the rows before and after, would have to know
 * beforehand which rows `work` will touch. Inside an open transaction: a rollback takes the triggers along.
 *
 * A batch may come in pages: the first touch of a row counts, and what a person changed between two pages stays that
 * person's. `insert or replace` deletes by a trigger, since the office's triggers are recursive; and since its conflict clause would win over one inside a trigger, the triggers ask first. Rows above the highest number
 * there was are new for certain: no trigger fires for them, they are noted in one go afterwards (100,000 added rows cost
 * 0.65 s in triggers, 0.1 s so). Where SQLite alone gives the numbers there is no insert trigger at all.
 */
export function imageChanges<T>(
  db: Db,
  batchId: number,
  tables: readonly ImagedTable[],
  work: () => T,
): { answer: T; counts: ImagedCounts } {
  const imaged = tables.map((table): Imaged => {
    const columns = columnsOf(db, table.table)
    return { ...table, columns, highest: highestKey(db, table, columns) }
  })
  const drop = () => {
    for (const { table } of tables) db.exec(dropTriggers(table))
  }
  try {
    db.exec(TOUCHED)
    for (const table of imaged) db.exec(createTriggers(table))
    const answer = work()
    drop()
    const counts = Object.fromEntries(imaged.map((table) => [table.table, noteAfter(db, batchId, table)]))
    db.exec('delete from temp.import_touched; delete from temp.import_floor')
    return { answer, counts }
  } catch (error) {
    drop()
    throw error
  }
}

/** What this page has touched and nobody knew to be new. `fresh`: no earlier page had touched it. */
const TOUCHED = `
  create temp table if not exists import_touched (
    table_name text not null, key text not null, before text, fresh integer not null default 0,
    primary key (table_name, key)
  ) without rowid;
  create temp table if not exists import_floor (table_name text primary key, floor integer not null) without rowid;
  delete from temp.import_touched;
  delete from temp.import_floor;`

/** `highest`: the highest key before, of tables that are numbered; null: every row goes through the triggers. */
type Imaged = ImagedTable & { columns: Columns; highest: bigint | null }
type Columns = ReturnType<typeof columnsOf>

function highestKey(db: Db, { table, key }: ImagedTable, columns: Columns): bigint | null {
  const [column, ...more] = key
  if (column === undefined || more.length > 0) return null
  if (!columns.some(({ name, integer }) => name === column && integer)) return null
  const sql = `select coalesce(max(${quoted(column)}), 0) from ${quoted(table)}`
  return statement(db, sql).pluck().safeIntegers().get() as bigint
}

/**
 * A row that is added where SQLite alone gives the numbers (`ownNumbers`) has one above the highest, or, where the row of
 * the highest was deleted, one above what was the highest then (`import_floor`): all rows above that are either noted or
 * new, and no trigger needs to see them. That is what makes it fast: a table with an
 * insert trigger makes SQLite set each page it changes aside for every single row. Of 50,000 employees that were 1.2
 * million writes of a temporary file, and without them 0.1 million.
 */
const hasInsertTrigger = ({ highest, ownNumbers }: Imaged): boolean => highest === null || !ownNumbers

const EVENTS = ['insert', 'update', 'delete'] as const
const triggerName = (table: string, event: string): string => quoted(`import_image_${table}_${event}`)

function createTriggers(imaged: Imaged): string {
  const { table, key, columns, highest } = imaged
  const number = quoted(key[0] ?? '')
  const numbersItself = !hasInsertTrigger(imaged)
  const floor = `(select floor from import_floor where table_name = ${literal(table)})`
  const row = rowAsJson('old', columns)
  const before = { new: 'null', old: numbersItself ? `iif(old.${number} > ${floor}, null, ${row})` : row }
  const isOld = (alias: 'new' | 'old') => (highest === null ? '' : `and ${alias}.${number} <= ${highest}`)
  const isOldOrBecomes = highest === null ? '' : `and min(old.${number}, new.${number}) <= ${highest}`
  const note = (alias: 'new' | 'old') => `
    insert into import_touched (table_name, key, before)
    select ${literal(table)}, ${keyAsJson(alias, key)}, ${before[alias]}
    where not exists (
      select 1 from import_touched where table_name = ${literal(table)} and key = ${keyAsJson(alias, key)}
    ) ${isOld(alias)};`
  const on = {
    insert: { when: isOld('new'), body: note('new') },
    update: { when: isOldOrBecomes, body: note('old') + note('new') },
    // The row is noted before the floor sinks below it.
    delete: numbersItself
      ? { when: '', body: note('old') + sinkFloor(table, number) }
      : { when: isOld('old'), body: note('old') },
  }
  return EVENTS.filter((event) => event !== 'insert' || !numbersItself)
    .map(
      (event) => `
  create temp trigger ${triggerName(table, event)} after ${event} on ${quoted(table)}
  when true ${on[event].when} begin ${on[event].body} end;`,
    )
    .join('')
}

const dropTriggers = (table: string): string =>
  EVENTS.map((event) => `drop trigger if exists temp.${triggerName(table, event)};`).join('\n')

/** A row above all that are left was removed: the next one gets a number just above those. */
const sinkFloor = (table: string, number: string): string => `
    insert into import_floor (table_name, floor)
    select ${literal(table)}, highest from (select coalesce(max(${number}), 0) as highest from ${quoted(table)})
    where old.${number} > highest
    on conflict do update set floor = min(floor, excluded.floor);`

/** Notes the rows that got a number which was the highest's or below it. */
function noteBelowHighest(db: Db, { table, key, highest }: Imaged): void {
  const number = quoted(key[0] ?? '')
  statement(
    db,
    `insert into import_touched (table_name, key)
     select @table, ${keyAsJson('now', key)} from ${quoted(table)} now
     where now.${number} > (select floor from import_floor where table_name = @table) and now.${number} <= @highest
     on conflict do nothing`,
  ).run({ table, highest })
}

/** How the touched rows are now; a row that was touched and is as it was before is forgotten. */
function noteAfter(db: Db, batchId: number, imaged: Imaged): [number, number, number] {
  const { table, key, columns, highest } = imaged
  const of = { batchId, table }
  const now = rowAsJson('now', columns)
  if (highest !== null) {
    noteBelowHighest(db, imaged)
    layOutTouched(db, of)
  }
  const [added, changed, removed] = noteTouched(db, of, key, now)
  if (highest === null) return [added, changed, removed]
  return [added + packAdded(db, of, key[0] ?? '', columns, highest), changed, removed]
}

/** The rows that were there before this page, or had no number: a few in most pages, so that each is looked up by its key. */
function noteTouched(db: Db, of: { batchId: number; table: string }, key: readonly string[], now: string) {
  const run = (sql: string) => statement(db, sql).run(of)
  const isImage = 'b.batch_id = @batchId and b.table_name = @table and b.key = t.key'
  const touched = '(select t.key from import_touched t where t.table_name = @table)'
  const { changes } = run(
    `update import_touched as t set fresh = not exists (select 1 from import_before b where ${isImage})
     where table_name = @table`,
  )
  if (changes === 0) return [0, 0, 0] as const
  run(
    `insert into import_before (batch_id, table_name, key, before, after)
     select @batchId, table_name, key, before, before from import_touched where table_name = @table and fresh`,
  )
  // Where the image of an earlier page is not what this page found, a person has changed the row in between: the image
  // stays, so that undo sees the change.
  run(
    `update import_before as b set after =
       (select ${now} from ${quoted(of.table)} now
        where (${key.map((column) => `now.${quoted(column)}`).join(', ')}) = (${keyParts('b.key', key)}))
     where batch_id = @batchId and table_name = @table and key in ${touched}
       and after is (select t.before from import_touched t where t.table_name = @table and t.key = b.key)`,
  )
  const counts = statement(
    db,
    `select count(*) filter (where b.before is null and b.after is not null),
            count(*) filter (where b.before is not null and b.after is not null and b.before is not b.after),
            count(*) filter (where b.before is not null and b.after is null)
     from import_touched t cross join import_before b
     where t.table_name = @table and t.fresh and ${isImage}`,
  )
    .raw()
    .get(of) as [number, number, number]
  run(
    `delete from import_before where batch_id = @batchId and table_name = @table and before is after and key in ${touched}`,
  )
  return counts
}

/** How many images a batch has, counted up to a number. */
export const imageCount = (db: Db, batchId: number, most: number): number =>
  Math.min(
    most,
    packedCount(db, batchId) +
      (statement(db, 'select count(*) from (select 1 from import_before where batch_id = ? limit ?)')
        .pluck()
        .get(batchId, most) as number),
  )
