import type { Db } from '../../db/open'
import { importFileName } from '../../db/queries/payroll/review'

/** Where a value came from, as far as its row says: a line of an imported file, somebody's click, a task. */
export type Origin =
  | { kind: 'import'; importId: number; row: number | null; fileName: string }
  | { kind: 'user'; userId: number }
  | { kind: 'task'; taskId: number }
  | { kind: 'unknown' }

/** Reads `import:12/34`, `user:1` and `task:7`. */
export function readOrigin(db: Db, text: string): Origin {
  const [, kind, id, row] = /^(import|user|task):(\d+)(?:\/(\d+))?$/.exec(text) ?? []
  if (kind === 'import') {
    const fileName = importFileName(db, Number(id))
    if (fileName !== undefined) {
      return { kind, importId: Number(id), row: row === undefined ? null : Number(row), fileName }
    }
  }
  if (kind === 'user') return { kind, userId: Number(id) }
  if (kind === 'task') return { kind, taskId: Number(id) }
  return { kind: 'unknown' }
}
