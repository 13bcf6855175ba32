import type { Db } from '../../open'
import { statement } from '../../statement'

export type AuditRow = {
  seq: number
  at: number
  actor: string
  action: string
  entity: string
  /** Canonical JSON without personal data. */
  payload: string
  payload_hash: string | null
  prev_hash: string
  hash: string
}

export type AuditPersonalRow = { party_id: number | null; salt: Buffer; payload: string }

/** A row of the chain together with its personal payload, where that still stands. */
export type AuditChainRow = AuditRow & { salt: Buffer | null; personal: string | null }

export type AuditHead = { seq: number; hash: string }

/** The last entry; null while the chain is empty. */
export const auditHead = (db: Db): AuditHead | null =>
  (statement(db, 'select seq, hash from audit order by seq desc limit 1').get() as AuditHead | undefined) ?? null

export function insertAudit(db: Db, row: AuditRow): void {
  statement(
    db,
    `insert into audit (seq, at, actor, action, entity, payload, payload_hash, prev_hash, hash)
     values (@seq, @at, @actor, @action, @entity, @payload, @payload_hash, @prev_hash, @hash)`,
  ).run(row)
}

export function insertAuditPersonal(db: Db, seq: number, row: AuditPersonalRow): void {
  statement(db, 'insert into audit_personal (seq, party_id, salt, payload) values (?, ?, ?, ?)').run(
    seq,
    row.party_id,
    row.salt,
    row.payload,
  )
}

/**
 * The chain from its first entry, one row at a time. It is prepared anew: a statement that is being walked through
 * cannot be shared, and whoever reads for long should have a connection of its own.
 */
export const walkAudit = (db: Db): IterableIterator<AuditChainRow> =>
  db
    .prepare(
      `select a.seq, a.at, a.actor, a.action, a.entity, a.payload, a.payload_hash, a.prev_hash, a.hash,
              p.salt, p.payload as personal
       from audit a left join audit_personal p on p.seq = a.seq
       order by a.seq`,
    )
    .iterate() as IterableIterator<AuditChainRow>

/** What the list on screen shows: newest last, from the entry after `after` on. */
export const auditAfter = (db: Db, after: number, limit: number): AuditRow[] =>
  statement(db, 'select * from audit where seq > ? order by seq limit ?').all(after, limit) as AuditRow[]

/** Newest first, before an entry or from the end. */
export const auditBefore = (db: Db, before: number | null, limit: number): AuditRow[] =>
  statement(db, 'select * from audit where seq < coalesce(?, 9e15) order by seq desc limit ?').all(
    before,
    limit,
  ) as AuditRow[]

/** The personal payload of an entry; null where it has none, or it was erased. */
export const personalOf = (db: Db, seq: number): string | null =>
  (statement(db, 'select payload from audit_personal where seq = ?').pluck().get(seq) as string | undefined) ?? null

/** Entries that one turn looks through for some: 20,000 take some 20 ms, and a chain may have a million. */
const LOOKED_THROUGH = 20_000

/**
 * The same, of those that fit: by who did it, and with every word in what was done, on what or by whom. `next`: the entry
 * before which the search goes on; a page may be empty and not the last one.
 */
export function auditThatFits(
  db: Db,
  before: number | null,
  limit: number,
  { actor, words }: { actor: string | null; words: readonly string[] },
): { rows: AuditRow[]; next: number | null } {
  const from = before ?? (auditHead(db)?.seq ?? 0) + 1
  const to = Math.max(1, from - LOOKED_THROUGH)
  const has = words.map(
    (_, at) =>
      ` and instr(lower(replace(replace(action, '_', ' '), '.', ' ') || ' ' || replace(entity, '_', ' ') || ' ' || actor), @w${at}) > 0`,
  )
  const rows = statement(
    db,
    `select * from audit where seq < @from and seq >= @to and (@actor is null or actor = @actor)${has.join('')}
     order by seq desc limit @limit`,
  ).all({
    from,
    to,
    actor,
    limit,
    ...Object.fromEntries(words.map((word, at) => [`w${at}`, word.toLowerCase()])),
  }) as AuditRow[]
  const goesOn = rows.length === limit ? (rows.at(-1)?.seq ?? to) : to
  return { rows, next: goesOn <= 1 ? null : goesOn }
}

export const personalSeqsOf = (db: Db, partyId: number): number[] =>
  statement(db, 'select seq from audit_personal where party_id = ? order by seq').pluck().all(partyId) as number[]

/** Overwrites the freed bytes too (`secure_delete`), so that the payload is gone from the file and not only from the index. */
export function deletePersonalOf(db: Db, partyId: number): void {
  const before = db.pragma('secure_delete', { simple: true }) as number
  db.pragma('secure_delete = ON')
  statement(db, 'delete from audit_personal where party_id = ?').run(partyId)
  db.pragma(`secure_delete = ${before}`)
}
