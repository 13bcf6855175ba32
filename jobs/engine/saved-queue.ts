import { createHash } from 'node:crypto'
import type { Db } from '../../db/open'
import { noteRestored, restoredAs, sameTask, waitingTasks } from '../../db/queries/saved'
import { unpack } from '../values/deflated'
import { Problem, type Reason } from '../values/problem'
import { type Instant, instant, parseInstant, toIso } from '../values/time'
import type { Write } from './write'

/** A waiting task as a line of a saved queue. */
export type SavedTask = {
  task_id: string
  task: string
  args: Record<string, unknown>
  queue: string
  priority: number
  unique_key: string | null
  created_at: string
  eta: string | null
  expires: string | null
}

const isoOf = (at: number | null): string | null => (at === null ? null : toIso(instant(at)))

/** A page of what waits, by number. `next` is the `after` of the following page. */
export function savedTasks(db: Db, after: number, limit: number): { items: SavedTask[]; next: number | null } {
  const rows = waitingTasks(db, after, limit)
  const items = rows.map((row) => ({
    task_id: String(row.id),
    task: row.task,
    args: JSON.parse(unpack(row.args)) as Record<string, unknown>,
    queue: row.queue,
    priority: row.priority,
    unique_key: row.key,
    created_at: toIso(instant(row.created_at)),
    eta: isoOf(row.due_at),
    expires: isoOf(row.expires_at),
  }))
  return { items, next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null }
}

export type Restored = { restored: number; duplicates: number; refused: { line: number; reason: Reason }[] }

/**
 * Inside a write: puts saved tasks back. One that is in this office already (waiting, running or ended), or that was put
 * back before, counts as a duplicate; what cannot be put back is refused line by line.
 */
export function restoreTasks(write: Write, saved: SavedTask[]): Restored {
  const done: Restored = { restored: 0, duplicates: 0, refused: [] }
  for (const [index, one] of saved.entries()) {
    try {
      if (restoreOne(write, one)) done.restored++
      else done.duplicates++
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      done.refused.push({ line: index + 1, reason: error.reason })
    }
  }
  return done
}

function restoreOne(write: Write, one: SavedTask): boolean {
  const createdAt = instantOf(one.created_at) ?? write.now
  if (sameTask(write.db, Number(one.task_id), one.task, createdAt) !== undefined) return false
  const digest = createHash('sha256').update(JSON.stringify(one)).digest('hex')
  if (restoredAs(write.db, digest) !== undefined) return false
  const eta = instantOf(one.eta)
  const expires = instantOf(one.expires)
  const due = eta !== null && eta > write.now ? eta : null
  if (expires !== null && expires <= write.now)
    throw new Problem('engine.saved_expired', { task: one.task, expires: one.expires ?? '' })
  const made = write.enqueue(one.task, one.args, {
    queue: one.queue,
    priority: one.priority,
    ...(due !== null && { eta: due }),
    ...(one.unique_key !== null && { uniqueKey: one.unique_key }),
    ...(expires !== null && { expiresSeconds: (expires - (due ?? write.now)) / 1000 }),
  })
  if (made.deduplicated) return false
  noteRestored(write.db, digest, made.taskId, write.now)
  return true
}

const instantOf = (text: string | null): Instant | null => (text === null ? null : parseInstant(text))
