import type { Db } from '../../open'
import { statement } from '../../statement'

export type BatchState =
  | 'reading'
  | 'mapping'
  | 'checking'
  | 'checked'
  | 'applying'
  | 'applied'
  | 'undoing'
  | 'undone'
  | 'refused'

/** A batch as it is stored; JSON columns are text. Instants are milliseconds. */
export type BatchRow = {
  id: number
  kind: string
  sha256: string
  file_name: string
  options: string
  state: BatchState
  reason: string | null
  revision: number
  mapping: string
  answers: string
  reading: string | null
  findings: string
  facts_digest: string | null
  rows_n: number
  create_n: number
  update_n: number
  unchanged_n: number
  duplicate_n: number
  error_n: number
  warning_n: number
  /** Rows a person has left out. */
  skipped_n: number
  task_id: number | null
  created_by: string
  created_at: number
  checked_at: number | null
  applied_rows: 'all' | 'good' | null
  applied_n: number
  applied_by: string | null
  applied_at: number | null
  /** The last row that was written; null: not begun, or all taken back. */
  applied_to: number | null
  applied_tables: string
  applied_digest: string | null
  undone_by: string | null
  undone_at: number | null
  undone_rows: string | null
  kept: string
}

export type NewBatch = Pick<BatchRow, 'kind' | 'sha256' | 'file_name' | 'options' | 'created_by' | 'created_at'>

export function insertBatch(db: Db, batch: NewBatch): number {
  const made = statement(
    db,
    `insert into import_batch (kind, sha256, file_name, options, state, created_by, created_at)
     values (@kind, @sha256, @file_name, @options, 'reading', @created_by, @created_at)`,
  ).run(batch)
  return Number(made.lastInsertRowid)
}

export const batchById = (db: Db, id: number): BatchRow | undefined =>
  statement(db, 'select * from import_batch where id = ?').get(id) as BatchRow | undefined

/** Which imports a list shows; `text` stands in the file's name. */
export type BatchFilter = { state?: BatchState | undefined; kind?: string | undefined; text?: string | undefined }

/** Newest first, below `before`. */
export function batchesBefore(db: Db, before: number, limit: number, { state, kind, text }: BatchFilter): BatchRow[] {
  const wheres = [
    state === undefined ? '' : 'and state = @state',
    kind === undefined ? '' : 'and kind = @kind',
    text ? 'and instr(lower(file_name), lower(@text)) > 0' : '',
  ].join(' ')
  return statement(db, `select * from import_batch where id < @before ${wheres} order by id desc limit @limit`).all({
    before,
    limit,
    state,
    kind,
    text,
  }) as BatchRow[]
}

/** The last import of the same content, kind and options that was applied and still stands. */
export const appliedBefore = (db: Db, batch: BatchRow): BatchRow | undefined =>
  statement(
    db,
    `select * from import_batch
     where sha256 = @sha256 and kind = @kind and options = @options and id <> @id and state = 'applied'
     order by applied_at desc limit 1`,
  ).get({ sha256: batch.sha256, kind: batch.kind, options: batch.options, id: batch.id }) as BatchRow | undefined

const CHANGEABLE = [
  'state',
  'reason',
  'revision',
  'mapping',
  'answers',
  'reading',
  'findings',
  'facts_digest',
  'task_id',
  'checked_at',
  'applied_rows',
  'applied_n',
  'applied_by',
  'applied_at',
  'applied_to',
  'applied_tables',
  'applied_digest',
  'undone_by',
  'undone_at',
  'undone_rows',
  'kept',
] as const satisfies (keyof BatchRow)[]

export type BatchPatch = Partial<Pick<BatchRow, (typeof CHANGEABLE)[number]>>

export function changeBatch(db: Db, id: number, patch: BatchPatch): void {
  const columns = CHANGEABLE.filter((column) => patch[column] !== undefined)
  if (columns.length === 0) return
  const set = columns.map((column) => `${column} = @${column}`).join(', ')
  statement(db, `update import_batch set ${set} where id = @id`).run({ ...patch, id })
}

export type BatchCounts = {
  rows: number
  create: number
  update: number
  unchanged: number
  duplicate: number
  error: number
  warning: number
  skipped: number
}

export function setCounts(db: Db, id: number, counts: BatchCounts): void {
  statement(
    db,
    `update import_batch set
       rows_n = @rows, create_n = @create, update_n = @update, unchanged_n = @unchanged,
       duplicate_n = @duplicate, error_n = @error, warning_n = @warning,
       skipped_n = @skipped
     where id = @id`,
  ).run({ ...counts, id })
}

/** Counts the batch's rows by what becomes of them and keeps the figures with the batch. */
export function recountBatch(db: Db, id: number): void {
  statement(
    db,
    `update import_batch set
       (rows_n, create_n, update_n, unchanged_n, duplicate_n, error_n, warning_n, skipped_n) =
       (select count(*), count(*) filter (where outcome = 'create'), count(*) filter (where outcome = 'update'),
               count(*) filter (where outcome = 'unchanged' and left_out is null),
               count(*) filter (where outcome = 'duplicate'), count(*) filter (where outcome = 'error'),
               count(warnings), count(left_out)
        from import_row where batch_id = @id)
     where id = @id`,
  ).run({ id })
}
