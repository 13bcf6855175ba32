import type { Db } from '../../db/open'
import { type DocumentRow, documentByNumber, documentsOfEntity, insertDocument } from '../../db/queries/shared/records'
import type { Write } from '../engine/write'
import { Problem } from '../values/problem'
import { recordAudit } from './audit'
import { takeNumber } from './sequences'

export type NewDocument = {
  /** 'payslip', 'invoice', … */
  type: string
  series: string
  year: number
  /** The series' next number where it is not given. */
  number?: number
  status: string
  partyId: number | null
  /** 'slip:17' */
  entity: string | null
  /** Of a file linked before (`linkFile`), or null while there is none. */
  sha256: string | null
  origin: string
}

/** Who writes the audit entry: this function, or a caller that writes one entry for a whole lot. */
export type Audited = { audit?: 'here' | 'by_caller' }

/** Records an issued document under its number, gapless within series and year, and answers with its id. */
export function recordDocument(write: Write, document: NewDocument, options: Audited = {}): number {
  const { type, series, year, status, entity, sha256, origin } = document
  const number = document.number ?? takeNumber(write, series, year)
  if (document.number !== undefined && documentByNumber(write.db, series, year, number)) {
    throw new Problem('documents.number_taken', { series, year, number }, { kind: 'conflict' })
  }
  const id = insertDocument(write.db, {
    type,
    series,
    year,
    number,
    status,
    party_id: document.partyId,
    entity,
    sha256,
    origin,
    created_at: write.now,
  })
  if (options.audit !== 'by_caller') {
    recordAudit(write, {
      action: 'document.recorded',
      entity: `document:${id}`,
      payload: { type, series, year, number, status, of: entity, sha256, origin },
    })
  }
  return id
}

/** The documents of one thing, oldest first. */
export const documentsOf = (db: Db, entity: string): DocumentRow[] => documentsOfEntity(db, entity)
