import crypto, { createHash, randomBytes } from 'node:crypto'
import type { Db } from '../../db/open'
import {
  type AuditChainRow,
  type AuditHead,
  type AuditRow,
  auditHead,
  deletePersonalOf,
  insertAudit,
  insertAuditPersonal,
  personalSeqsOf,
  walkAudit,
} from '../../db/queries/shared/audit'
import type { Write } from '../engine/write'
import { canonicalJson } from '../values/json'
import { markAppended } from './audit-head'

export type { AuditHead } from '../../db/queries/shared/audit'
export { headFile, headProblem, readHead, writeHead } from './audit-head'

/** One call instead of an object where the runtime has it (Node 20.12): hashing then takes about half as long. */
const sha256: (data: string | Buffer) => string = crypto.hash
  ? (data) => crypto.hash('sha256', data)
  : (data) => createHash('sha256').update(data).digest('hex')

/** What the first entry follows: SHA-256 of the words below. */
export const GENESIS = sha256('Daybook audit chain, version 1')

export type AuditEntry = {
  /** `area.what_happened` */
  action: string
  /** `period:7` */
  entity: string
  /** No personal data: it can never be erased. */
  payload?: Record<string, unknown>
  /** Names, addresses, a person's amounts: hashed with a salt of their own and kept apart, so that they can be erased. */
  personal?: { partyId: number | null; payload: unknown }
}

export type AuditVerdict = {
  ok: boolean
  entries: number
  /** The first entry that is wrong or missing. */
  firstBad: number | null
  kind: 'content' | 'link' | 'gap' | 'truncated' | 'rewritten' | null
}

const ERASED = 'party.erased'

/** Appends to the chain in the open transaction and answers with the entry's number. About 15 µs without a personal part. */
export function recordAudit(write: Write, entry: AuditEntry): number {
  const head = auditHead(write.db)
  const personal = entry.personal && { salt: randomBytes(16), payload: canonicalJson(entry.personal.payload ?? null) }
  const row: AuditRow = {
    seq: (head?.seq ?? 0) + 1,
    at: write.now,
    actor: write.actor,
    action: entry.action,
    entity: entry.entity,
    payload: canonicalJson(entry.payload ?? {}),
    payload_hash: personal ? personalHash(personal.salt, personal.payload) : null,
    prev_hash: head?.hash ?? GENESIS,
    hash: '',
  }
  row.hash = entryHash(row)
  insertAudit(write.db, row)
  if (personal) {
    const { salt, payload } = personal
    insertAuditPersonal(write.db, row.seq, { party_id: entry.personal?.partyId ?? null, salt, payload })
  }
  markAppended(write.db)
  return row.seq
}

/** SHA-256 over the previous hash and the entry's canonical JSON, written out so that a million are read in seconds. */
function entryHash(row: AuditRow): string {
  const text =
    `{"action":${JSON.stringify(row.action)},"actor":${JSON.stringify(row.actor)},"at":${row.at},` +
    `"entity":${JSON.stringify(row.entity)},"payload":${row.payload},` +
    `"payload_hash":${JSON.stringify(row.payload_hash)},"seq":${row.seq}}`
  return createHash('sha256')
    .update(row.prev_hash + text)
    .digest('hex')
}

const personalHash = (salt: Buffer, payload: string): string => sha256(Buffer.concat([salt, Buffer.from(payload)]))

/**
 * Reads the whole chain and says where it is first wrong: an entry's content or its personal payload changed, its link to
 * the entry before broken, an entry missing in between, the end cut off, or everything written anew. The last two show
 * only by `head`, the chain's last entry as it was noted outside the database; an older head is contained in the chain.
 */
export function verifyAudit(db: Db, head: AuditHead | null): AuditVerdict {
  let entries = 0
  let previous = GENESIS
  let headSeen = head === null
  const withoutPersonal = new Set<number>()
  const bad = (kind: AuditVerdict['kind'], firstBad: number): AuditVerdict => ({ ok: false, entries, firstBad, kind })

  for (const row of walkAudit(db)) {
    const expected = entries + 1
    if (row.seq !== expected) return bad('gap', expected)
    if (row.prev_hash !== previous) return bad('link', row.seq)
    if (row.hash !== entryHash(row) || !personalHolds(row)) return bad('content', row.seq)
    if (head?.seq === row.seq) {
      if (head.hash !== row.hash) return bad('rewritten', row.seq)
      headSeen = true
    }
    if (row.payload_hash !== null && row.personal === null) withoutPersonal.add(row.seq)
    if (row.action === ERASED) for (const seq of erasedSeqs(row)) withoutPersonal.delete(seq)
    previous = row.hash
    entries = row.seq
  }
  if (!headSeen) return bad('truncated', entries + 1)
  const [lost] = withoutPersonal // gone, though no erasure says so
  return lost === undefined ? { ok: true, entries, firstBad: null, kind: null } : bad('content', lost)
}

const personalHolds = (row: AuditChainRow): boolean =>
  row.personal === null || row.salt === null || personalHash(row.salt, row.personal) === row.payload_hash

const erasedSeqs = (row: AuditRow): number[] => (JSON.parse(row.payload) as { seqs: number[] }).seqs

/**
 * Forgets what the chain holds of a person, payloads and salts, and notes which entries lost them. The hashes stay and
 * the chain verifies. Answers with the number of entries.
 */
export function erasePersonal(write: Write, partyId: number): number {
  const seqs = personalSeqsOf(write.db, partyId)
  deletePersonalOf(write.db, partyId)
  recordAudit(write, { action: ERASED, entity: `party:${partyId}`, payload: { seqs } })
  return seqs.length
}
