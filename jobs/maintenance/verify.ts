import path from 'node:path'
import { integrityFaults } from '../../db/backup'
import { type FileGap, fileGaps } from '../../db/backup-files'
import { filesFolder } from '../../db/folder'
import type { Db } from '../../db/open'
import type { Reader } from '../engine/engine'
import { type AuditHead, type AuditVerdict, readHead, verifyAudit } from '../shared/audit'

export type OfficeVerdict = {
  ok: boolean
  /** What SQLite finds wrong with pages, indexes and references. */
  database: string[]
  audit: AuditVerdict & { headNoted: boolean }
  files: { linked: number; gaps: FileGap[] }
}

/** The questions of a verification, each answered on the reader thread. */
export const verifyQuestions = {
  'maintenance.verify_database': (db: Db) => integrityFaults(db),
  'maintenance.verify_audit': (db: Db, params: unknown) => verifyAudit(db, (params as { head: AuditHead | null }).head),
  'maintenance.verify_files': (db: Db, params: unknown) =>
    fileGaps(db, [filesFolder(path.dirname(db.name))], true, (params as { after: string }).after),
}

/** The audit chain against its head outside the database. */
export function askAudit(reader: Reader, folder: string): Promise<AuditVerdict> {
  // The head is read first: whatever is appended until the chain is read, an older head is contained in it.
  return reader.ask<AuditVerdict>('maintenance.verify_audit', { head: readHead(folder) })
}

/** Everything an office holds: pages and references, the audit chain with its head, each linked file by its content. */
export async function verifyOffice(reader: Reader, folder: string): Promise<OfficeVerdict> {
  const headNoted = readHead(folder) !== null
  const database = await reader.ask<string[]>('maintenance.verify_database')
  const audit = { ...(await askAudit(reader, folder)), headNoted }
  const files: OfficeVerdict['files'] = { linked: 0, gaps: [] }
  for (let after: string | null = ''; after !== null; ) {
    const page: ReturnType<typeof fileGaps> = await reader.ask('maintenance.verify_files', { after })
    files.linked += page.seen
    files.gaps.push(...page.gaps)
    after = page.next
  }
  return { ok: database.length === 0 && audit.ok && files.gaps.length === 0, database, audit, files }
}
