import fs from 'node:fs'
import path from 'node:path'
import type { Db } from '../../db/open'
import { type AuditHead, auditHead } from '../../db/queries/shared/audit'
import type { Reason } from '../values/problem'

/**
 * The end of the audit chain as it is noted outside the database, after the commit. A chain that does not contain it was
 * cut off or written anew. It may lag behind (a crash between commit and note); it is never ahead of what is committed.
 */
type Keeper = { appended: boolean; noted: string; writing: Promise<void> | null; problem: Reason | null }

const keepers = new WeakMap<Db, Keeper>()

function keeperOf(db: Db): Keeper {
  let keeper = keepers.get(db)
  if (!keeper) {
    keeper = { appended: true, noted: '', writing: null, problem: null }
    keepers.set(db, keeper)
  }
  return keeper
}

export const headFile = (folder: string): string => path.join(folder, 'audit-head.json')

/** Called where the chain grows, so that commits without an entry cost nothing. */
export function markAppended(db: Db): void {
  keeperOf(db).appended = true
}

/**
 * Notes the head after a commit. Call it after every commit: where nothing was appended it returns at once, and what is
 * appended while it writes is noted in one more go. It never rejects; what went wrong is `headProblem`.
 */
export function writeHead(folder: string, db: Db): Promise<void> {
  const keeper = keeperOf(db)
  if (keeper.writing) return keeper.writing
  if (!keeper.appended) return Promise.resolve()
  keeper.writing = note(folder, db, keeper)
  return keeper.writing
}

async function note(folder: string, db: Db, keeper: Keeper): Promise<void> {
  const file = headFile(folder)
  await Promise.resolve() // whatever else this turn commits is noted along with it
  while (keeper.appended && db.open) {
    keeper.appended = false
    try {
      const head = auditHead(db)
      const text = head ? `${JSON.stringify(head)}\n` : ''
      if (!head || text === keeper.noted) continue
      // No fsync: an older or empty note after a power cut is no alarm, and the database itself is durable.
      await fs.promises.writeFile(`${file}.new`, text, { mode: 0o600 })
      await fs.promises.rename(`${file}.new`, file)
      keeper.noted = text
      keeper.problem = null
    } catch (error) {
      keeper.appended = true
      keeper.problem = { code: 'audit.head_not_written', params: { file, reason: String(error) } }
      break
    }
  }
  keeper.writing = null
}

/** Why the head could not be noted the last time; null while it can. */
export const headProblem = (db: Db): Reason | null => keepers.get(db)?.problem ?? null

/** The noted head; null where there is none or a power cut left it unreadable. */
export function readHead(folder: string): AuditHead | null {
  try {
    const found: unknown = JSON.parse(fs.readFileSync(headFile(folder), 'utf8'))
    return isHead(found) ? { seq: found.seq, hash: found.hash } : null
  } catch {
    return null
  }
}

function isHead(value: unknown): value is AuditHead {
  if (typeof value !== 'object' || value === null || !('seq' in value) || !('hash' in value)) return false
  return Number.isSafeInteger(value.seq) && typeof value.hash === 'string' && /^[0-9a-f]{64}$/.test(value.hash)
}
