import type { Db } from '../../open'
import { statement } from '../../statement'
import { type CauseKey, LISTS, whereOf } from './causes'
import { deleteEdit, putEdit } from './rows'

export type StepState = 'doing' | 'done' | 'taken_back'

/** Something that was done to many rows of an import at once; `what` is JSON. */
export type StepRow = { batch_id: number; step: number; what: string; state: StepState; rows_n: number }

export function insertStep(db: Db, batchId: number, what: string, actor: string, at: number): number {
  const step =
    1 + (statement(db, 'select max(step) from import_step where batch_id = ?').pluck().get(batchId) as number)
  statement(db, "insert into import_step (batch_id, step, what, state, actor, at) values (?, ?, ?, 'doing', ?, ?)").run(
    batchId,
    step,
    what,
    actor,
    at,
  )
  return step
}

export const stepByNumber = (db: Db, batchId: number, step: number): StepRow | undefined =>
  statement(db, 'select batch_id, step, what, state, rows_n from import_step where batch_id = ? and step = ?').get(
    batchId,
    step,
  ) as StepRow | undefined

/** The last one that stands: the one that can be taken back next. */
export const lastStep = (db: Db, batchId: number): StepRow | undefined =>
  statement(
    db,
    `select batch_id, step, what, state, rows_n from import_step
     where batch_id = ? and state <> 'taken_back' order by step desc limit 1`,
  ).get(batchId) as StepRow | undefined

/** Ends a step; its rows are counted. `what` is kept of it, where that is less than it was begun with. */
export function endStep(
  db: Db,
  { batch_id, step, what }: Pick<StepRow, 'batch_id' | 'step' | 'what'>,
  state: StepState,
): void {
  statement(
    db,
    `update import_step set state = @state, what = @what,
       rows_n = (select count(distinct n) from import_step_cell where batch_id = @batch_id and step = @step)
     where batch_id = @batch_id and step = @step`,
  ).run({ batch_id, step, state, what })
}

export type StepCell = { n: number; position: number; value: string | null }

/** Types over a cell (null: the file's own counts again) and notes what stood there; done twice, the first note stays. */
export function typeInStep(db: Db, of: StepRow, cell: StepCell, actor: string, at: number): void {
  const before = editAt(db, of.batch_id, cell.n, cell.position)
  if (before === cell.value) return
  statement(
    db,
    `insert into import_step_cell (batch_id, step, n, position, before, after) values (?, ?, ?, ?, ?, ?)
     on conflict (batch_id, step, n, position) do nothing`,
  ).run(of.batch_id, of.step, cell.n, cell.position, before, cell.value)
  typeOne(db, of.batch_id, cell, actor, at)
}

/** What the step typed is what stood there before; what was typed since stays. */
export function untypeCell(db: Db, of: StepRow, cell: TypedCell, actor: string, at: number): void {
  if (editAt(db, of.batch_id, cell.n, cell.position) !== cell.after) return
  typeOne(db, of.batch_id, { ...cell, value: cell.before }, actor, at)
}

/** How many cells a step has typed over so far. */
export const cellsInStep = (db: Db, of: Pick<StepRow, 'batch_id' | 'step'>): number =>
  statement(db, 'select count(*) from import_step_cell where batch_id = ? and step = ?')
    .pluck()
    .get(of.batch_id, of.step) as number

export type TypedCell = { n: number; position: number; before: string | null; after: string | null }

/** A page of a step's cells, in the order of the rows; `after` is the last cell of the page before. */
export const cellsOfStep = (
  db: Db,
  of: Pick<StepRow, 'batch_id' | 'step'>,
  after: Pick<TypedCell, 'n' | 'position'> | null,
  limit: number,
) =>
  statement(
    db,
    `select n, position, before, after from import_step_cell
     where batch_id = ? and step = ? and (n, position) > (?, ?) order by n, position limit ?`,
  ).all(of.batch_id, of.step, after?.n ?? 0, after?.position ?? 0, limit) as TypedCell[]

/** What was typed over a cell; null: nothing. */
const editAt = (db: Db, batchId: number, n: number, position: number): string | null =>
  (statement(db, 'select value from import_edit where batch_id = ? and n = ? and position = ?')
    .pluck()
    .get(batchId, n, position) as string | undefined) ?? null

function typeOne(db: Db, batchId: number, { n, position, value }: StepCell, actor: string, at: number): void {
  if (value === null) deleteEdit(db, batchId, n, position)
  else putEdit(db, batchId, { n, position, value }, actor, at)
}

/** A row of a cause: what stands in its cell, the file's own text there (null: the file has no such cell), and the first and last row of its key. */
export type CauseCell = { n: number; found: string; own: string | null; first: number; last: number }

/** A page of the rows of a cause; `position` is its column's place in the file, below 0 where it has none. */
export function causeCells(
  db: Db,
  batchId: number,
  cause: CauseKey,
  position: number,
  { after, limit }: { after: number; limit: number },
): CauseCell[] {
  const own =
    position < 0
      ? "''"
      : `case when json_type(cells, @path) is null then null
              when json_type(cells, @path) = 'array' then json_extract(cells, @path || '[0]')
              else coalesce(json_extract(cells, @path), '') end`
  const ofKey = (which: string) =>
    `coalesce((select ${which}(o.n) from import_row o where o.batch_id = @batchId and o.key = import_row.key), n)`
  return statement(
    db,
    `select n, coalesce(json_extract(${LISTS[cause.severity]}, '$[0].found'), '') as found, ${own} as own,
            ${ofKey('min')} as first, ${ofKey('max')} as last
     from import_row where batch_id = @batchId and n > @after and ${whereOf(cause)} order by n limit @limit`,
  ).all({
    batchId,
    code: cause.code,
    field: cause.field,
    after,
    limit,
    path: `$[${position}]`,
  }) as CauseCell[]
}

/** How many rows a cause has. */
export const rowsOfCause = (db: Db, batchId: number, cause: CauseKey): number =>
  statement(db, `select count(*) from import_row where batch_id = @batchId and ${whereOf(cause)}`)
    .pluck()
    .get({ batchId, code: cause.code, field: cause.field }) as number
