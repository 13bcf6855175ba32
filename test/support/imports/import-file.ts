import type { Db } from '../../../db/open'
import { type BatchRow, batchById } from '../../../db/queries/imports/batches'
import type { StoredRow } from '../../../db/queries/imports/rows'
import { answerMapping, fixRow, importKind, startApply, startImport, startUndo, viewOf } from '../../../jobs/imports'
import { applyImport } from '../../../jobs/imports/tasks/apply'
import { checkImport } from '../../../jobs/imports/tasks/check'
import { undoImport } from '../../../jobs/imports/tasks/undo'
import { wordReason } from '../../../jobs/words'
import { testWrite } from '../office-db'
import { filesOf, type RanTask, type RunOptions, runTask } from '../run-task'

export const batchOf = (db: Db, id: number): BatchRow => {
  const batch = batchById(db, id)
  if (!batch) throw new Error(`no import ${id}`)
  return batch
}

export const view = (db: Db, id: number) => viewOf(db, batchOf(db, id), wordReason, { errors: 0, warnings: 0 })

/** Drops a file and checks it. */
export async function dropFile(
  db: Db,
  content: string | Uint8Array,
  given: { kind?: string; name?: string; options?: Record<string, unknown> } = {},
): Promise<number> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const name = given.name ?? 'members.csv'
  const file = await filesOf(db).put(bytes, 'text/csv', name)
  const kind = given.kind ?? 'members'
  const options: Record<string, unknown> = importKind(kind).options.parse(given.options ?? {})
  const { importId } = db.transaction(() => startImport(testWrite(db), file, kind, options))()
  await check(db, importId)
  return importId
}

export const check = (db: Db, id: number, options: RunOptions = {}): Promise<RanTask> =>
  runTask(db, checkImport, { import_id: id }, options)

export async function answer(db: Db, id: number, said: Partial<Parameters<typeof answerMapping>[2]>): Promise<RanTask> {
  db.transaction(() => answerMapping(testWrite(db), id, { mapping: {}, answers: {}, ...said }))()
  return check(db, id)
}

export async function apply(db: Db, id: number, rows: 'all' | 'good' = 'all', options: RunOptions = {}) {
  db.transaction(() => startApply(testWrite(db), id, rows))()
  return runTask(db, applyImport, { import_id: id, rows }, options)
}

export async function undo(db: Db, id: number): Promise<RanTask> {
  db.transaction(() => startUndo(testWrite(db), id))()
  return runTask(db, undoImport, { import_id: id })
}

export async function fix(db: Db, id: number, n: number, typed: Record<string, unknown>): Promise<StoredRow> {
  const { default: plan } = await importKind(batchOf(db, id).kind).planner()
  return db.transaction(() => fixRow(testWrite(db), id, n, typed, plan))()
}

/** Every row of every business table, as text. Ids count: what was put back is the same row. */
export function contentOf(db: Db): Record<string, unknown[]> {
  const skipped = /^(import_|chart_stale$|audit|file$|setting|module|migration|sqlite_|task|queue|engine_|boot|attempt)/
  const tables = db
    .prepare("select name from sqlite_schema where type = 'table' order by name")
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    tables
      .filter((name) => !skipped.test(name))
      .map((name) => [name, db.prepare(`select * from "${name}" order by 1, 2`).all()]),
  )
}
