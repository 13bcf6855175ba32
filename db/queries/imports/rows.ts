import type { Db } from '../../open'
import { statement } from '../../statement'

export type RowOutcome = 'create' | 'update' | 'unchanged' | 'duplicate' | 'skipped' | 'error'

/** A checked row as it is stored; `cells`, `vals`, `changes`, `errors` and `warnings` are JSON text. */
export type StoredRow = {
  n: number
  cells: string
  vals: string | null
  outcome: RowOutcome
  key: string | null
  first_row: number | null
  entity: string | null
  changes: string | null
  errors: string | null
  warnings: string | null
  /** Of a row that is left out (`skipped`): what the file itself has against it, as in `errors`. */
  left_out: string | null
}

/** A row that is left out is stored as one that changes nothing. */
export const OUTCOME = "case when left_out is null then outcome else 'skipped' end"

/** Of `import_row r`; the entity is what the row became, else whom it was planned for. */
export const ROW_COLUMNS = `r.n, r.cells, r.vals, ${OUTCOME} as outcome, r.key, r.first_row,
  coalesce((select m.entity from import_made m where m.batch_id = r.batch_id and m.n = r.n), r.entity) as entity,
  r.changes, r.errors, r.warnings, r.left_out`

/** Stores a checked row; a row of the same number is replaced (it was planned again). */
export function putRow(db: Db, batchId: number, row: StoredRow): void {
  statement(
    db,
    `insert into import_row (batch_id, n, cells, vals, outcome, key, first_row, entity, changes, errors, warnings, left_out)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (batch_id, n) do update set
       cells = excluded.cells, vals = excluded.vals, outcome = excluded.outcome, key = excluded.key,
       first_row = excluded.first_row, entity = excluded.entity, changes = excluded.changes,
       errors = excluded.errors, warnings = excluded.warnings, left_out = excluded.left_out`,
  ).run(
    batchId,
    row.n,
    row.cells,
    row.vals,
    row.outcome === 'skipped' ? 'unchanged' : row.outcome,
    row.key,
    row.first_row,
    row.entity,
    row.changes,
    row.errors,
    row.warnings,
    row.left_out,
  )
}

/** Adds an error (JSON of a finding) to a row that is stored already: a later row contradicts it. */
export function contradictRow(db: Db, batchId: number, n: number, error: string): void {
  statement(
    db,
    `update import_row set
       outcome = 'error', errors = json_insert(coalesce(errors, '[]'), '$[#]', json(@error))
     where batch_id = @batchId and n = @n`,
  ).run({ batchId, n, error })
}

export const deleteRows = (db: Db, batchId: number): void => {
  statement(db, 'delete from import_row where batch_id = ?').run(batchId)
  statement(db, 'delete from import_made where batch_id = ?').run(batchId)
}

export const rowByNumber = (db: Db, batchId: number, n: number): StoredRow | undefined =>
  statement(db, `select ${ROW_COLUMNS} from import_row r where batch_id = ? and n = ?`).get(batchId, n) as
    | StoredRow
    | undefined

export const rowsByKey = (db: Db, batchId: number, key: string): StoredRow[] =>
  statement(db, `select ${ROW_COLUMNS} from import_row r where batch_id = ? and key = ? order by n`).all(
    batchId,
    key,
  ) as StoredRow[]

export const rowsAfter = (db: Db, batchId: number, after: number, limit: number): StoredRow[] =>
  statement(db, `select ${ROW_COLUMNS} from import_row r where batch_id = ? and n > ? order by n limit ?`).all(
    batchId,
    after,
    limit,
  ) as StoredRow[]

export const rowsWithErrorsAfter = (db: Db, batchId: number, after: number, limit: number): StoredRow[] =>
  statement(
    db,
    `select ${ROW_COLUMNS} from import_row r where batch_id = ? and errors is not null and n > ? order by n limit ?`,
  ).all(batchId, after, limit) as StoredRow[]

export const rowsWithWarningsAfter = (db: Db, batchId: number, after: number, limit: number): StoredRow[] =>
  statement(
    db,
    `select ${ROW_COLUMNS} from import_row r where batch_id = ? and warnings is not null and n > ? order by n limit ?`,
  ).all(batchId, after, limit) as StoredRow[]

/** The next rows that applying writes, after a row: those that create or change something. What they are written from is read, their cells are not. */
export const rowsToApply = (db: Db, batchId: number, after: number, limit: number): AppliedRow[] =>
  statement(
    db,
    `select n, vals, outcome, key, entity, changes, warnings
     from import_row where batch_id = ? and n > ? and outcome in ('create', 'update') order by n limit ?`,
  ).all(batchId, after, limit) as AppliedRow[]

/** `entity`: whom it was planned for. */
export type AppliedRow = Pick<StoredRow, 'n' | 'vals' | 'outcome' | 'key' | 'entity' | 'changes' | 'warnings'>

/** What rows became, all in one statement. It stands beside the rows: to write it into them would be to write them again. */
export const putMade = (db: Db, batchId: number, made: readonly (readonly [n: number, entity: string])[]): void => {
  statement(
    db,
    `insert into import_made (batch_id, n, entity)
     select ?, value ->> 0, value ->> 1 from json_each(?) where true
     on conflict (batch_id, n) do update set entity = excluded.entity`,
  ).run(batchId, JSON.stringify(made))
}

export type EditRow = { n: number; position: number; value: string }

export function putEdit(db: Db, batchId: number, edit: EditRow, actor: string, at: number): void {
  statement(
    db,
    `insert into import_edit (batch_id, n, position, value, actor, at) values (?, ?, ?, ?, ?, ?)
     on conflict (batch_id, n, position) do update set value = excluded.value, actor = excluded.actor, at = excluded.at`,
  ).run(batchId, edit.n, edit.position, edit.value, actor, at)
}

/** The file's own cell counts again. */
export const deleteEdit = (db: Db, batchId: number, n: number, position: number): void => {
  statement(db, 'delete from import_edit where batch_id = ? and n = ? and position = ?').run(batchId, n, position)
}

export const editsOf = (db: Db, batchId: number): EditRow[] =>
  statement(db, 'select n, position, value from import_edit where batch_id = ? order by n, position').all(
    batchId,
  ) as EditRow[]

/** How many rows somebody said something of, by what was said; it stands under a place that no column has. */
export const saidOfRows = (db: Db, batchId: number, place: number): { said: string; rows: number }[] =>
  statement(
    db,
    'select value as said, count(*) as rows from import_edit where batch_id = ? and position = ? group by value',
  ).all(batchId, place) as { said: string; rows: number }[]

export const editsOfRow = (db: Db, batchId: number, n: number): EditRow[] =>
  statement(db, 'select n, position, value from import_edit where batch_id = ? and n = ? order by position').all(
    batchId,
    n,
  ) as EditRow[]

/** The columns over which something was typed, in whatever row. */
export const editedPlaces = (db: Db, batchId: number): ReadonlySet<number> =>
  new Set(
    statement(db, 'select distinct position from import_edit where batch_id = ?').pluck().all(batchId) as number[],
  )

/** Of the numbers, one that no row has; undefined: there are all of them. */
export const firstMissingRow = (db: Db, batchId: number, numbers: readonly number[]): number | undefined =>
  statement(
    db,
    `select value from json_each(?) where not exists (select 1 from import_row where batch_id = ? and n = value) limit 1`,
  )
    .pluck()
    .get(JSON.stringify(numbers), batchId) as number | undefined
