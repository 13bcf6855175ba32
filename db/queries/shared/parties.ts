import type { Db } from '../../open'
import { statement } from '../../statement'

export type PartyRow = {
  id: number
  kind: 'person' | 'organisation'
  name: string
  given_name: string | null
  family_name: string | null
  email: string | null
  phone: string | null
  language: string | null
  origin: string
  created_at: number
  changed_at: number
}

export type PartyRole = 'employee' | 'client' | 'taxpayer' | 'agent' | 'student' | 'guardian' | 'teacher'

export type PartyRoleRow = {
  id: number
  party_id: number
  role: PartyRole
  external_ref: string | null
  from_on: string | null
  to_on: string | null
  origin: string
}

export const partyRow = (db: Db, id: number): PartyRow | undefined =>
  statement(db, 'select * from party where id = ?').get(id) as PartyRow | undefined

/** Bound by place, since imports insert tens of thousands: a value that is bound by its name costs look-ups in V8. */
export const insertParty = (db: Db, row: Omit<PartyRow, 'id'>): number =>
  Number(
    statement(
      db,
      `insert into party (kind, name, given_name, family_name, email, phone, language, origin, created_at, changed_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      row.kind,
      row.name,
      row.given_name,
      row.family_name,
      row.email,
      row.phone,
      row.language,
      row.origin,
      row.created_at,
      row.changed_at,
    ).lastInsertRowid,
  )

export function updateParty(db: Db, row: PartyRow): void {
  statement(
    db,
    `update party
     set name = @name, given_name = @given_name, family_name = @family_name, email = @email, phone = @phone,
         language = @language, origin = @origin, changed_at = @changed_at
     where id = @id`,
  ).run(row)
}

export const roleRow = (db: Db, partyId: number, role: PartyRole): PartyRoleRow | undefined =>
  statement(db, 'select * from party_role where party_id = ? and role = ?').get(partyId, role) as
    | PartyRoleRow
    | undefined

export const roleRows = (db: Db, partyId: number): PartyRoleRow[] =>
  statement(db, 'select * from party_role where party_id = ? order by role').all(partyId) as PartyRoleRow[]

export const partyByRef = (db: Db, role: PartyRole, externalRef: string): number | undefined =>
  statement(db, 'select party_id from party_role where role = ? and external_ref = ?').pluck().get(role, externalRef) as
    | number
    | undefined

/** The role of a party that has none of its kind yet. Cheaper than `putRole`: where rows are imaged, an upsert is several writes to SQLite. */
export function insertRole(db: Db, row: Omit<PartyRoleRow, 'id'>): void {
  statement(
    db,
    'insert into party_role (party_id, role, external_ref, from_on, to_on, origin) values (?, ?, ?, ?, ?, ?)',
  ).run(row.party_id, row.role, row.external_ref, row.from_on, row.to_on, row.origin)
}

export function putRole(db: Db, row: Omit<PartyRoleRow, 'id'>): void {
  statement(
    db,
    `insert into party_role (party_id, role, external_ref, from_on, to_on, origin)
     values (@party_id, @role, @external_ref, @from_on, @to_on, @origin)
     on conflict (party_id, role) do update
     set external_ref = excluded.external_ref, from_on = excluded.from_on, to_on = excluded.to_on,
         origin = excluded.origin`,
  ).run(row)
}

/** False where the two were tied already. */
export function putLink(db: Db, partyId: number, relatedId: number, relation: string, origin: string): boolean {
  const tied = statement(
    db,
    `insert into party_link (party_id, related_id, relation, origin) values (?, ?, ?, ?)
     on conflict (party_id, related_id, relation) do nothing`,
  ).run(partyId, relatedId, relation, origin)
  return tied.changes > 0
}
