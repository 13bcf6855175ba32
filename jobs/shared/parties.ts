import type { Db } from '../../db/open'
import {
  insertParty,
  insertRole,
  type PartyRole,
  type PartyRoleRow,
  type PartyRow,
  partyByRef,
  partyRow,
  putLink,
  putRole,
  roleRow,
  roleRows,
  updateParty,
} from '../../db/queries/shared/parties'
import type { Write } from '../engine/write'
import { withoutInvisible } from '../values/invisible'
import { Problem } from '../values/problem'
import type { LocalDate } from '../values/time'
import { recordAudit } from './audit'
import type { Audited } from './documents'

export type { PartyRole, PartyRow } from '../../db/queries/shared/parties'

export type NewParty = {
  kind: 'person' | 'organisation'
  /** As it is shown and printed. */
  name: string
  givenName?: string | null
  familyName?: string | null
  email?: string | null
  phone?: string | null
  language?: string | null
  /** 'import:12/34' (batch/row), 'task:7', 'user:1' */
  origin: string
}

export type PartyPatch = Partial<Omit<NewParty, 'kind' | 'origin'>>
export type PartyChange = { field: keyof PartyPatch; before: string | null; after: string | null }

export type NewRole = {
  role: PartyRole
  /** The number the person goes by in this role; unique per role. */
  externalRef?: string | null
  from?: LocalDate | null
  to?: LocalDate | null
  origin: string
}

const COLUMNS = {
  name: 'name',
  givenName: 'given_name',
  familyName: 'family_name',
  email: 'email',
  phone: 'phone',
  language: 'language',
} as const satisfies Record<keyof PartyPatch, keyof PartyRow>

const FIELDS = Object.keys(COLUMNS) as (keyof PartyPatch)[]

const blankIsNull = (text: string | null | undefined): string | null => (text && withoutInvisible(text).trim()) || null

function nameOf(name: string | null | undefined): string {
  const text = blankIsNull(name)
  if (!text) throw new Problem('party.name_missing')
  return text
}

/** Adds a person or an organisation and answers with its id. A caller that adds thousands writes one audit entry itself. */
export function createParty(write: Write, party: NewParty, options: Audited = {}): number {
  const fields = {
    name: nameOf(party.name),
    given_name: blankIsNull(party.givenName),
    family_name: blankIsNull(party.familyName),
    email: blankIsNull(party.email),
    phone: blankIsNull(party.phone),
    language: blankIsNull(party.language),
  }
  const { kind, origin } = party
  const id = insertParty(write.db, { kind, ...fields, origin, created_at: write.now, changed_at: write.now })
  if (options.audit !== 'by_caller') {
    recordAudit(write, {
      action: 'party.created',
      entity: `party:${id}`,
      payload: { kind, origin },
      personal: { partyId: id, payload: fields },
    })
  }
  return id
}

/** Changes the given fields and answers with what really changed; nothing changed, nothing written. */
export function changeParty(
  write: Write,
  id: number,
  patch: PartyPatch,
  origin: string,
  options: Audited = {},
): PartyChange[] {
  const row = readParty(write.db, id)
  const next = { ...row, origin, changed_at: write.now }
  const changes: PartyChange[] = []
  for (const field of FIELDS) {
    if (patch[field] === undefined) continue
    const column = COLUMNS[field]
    const after = column === 'name' ? nameOf(patch.name) : blankIsNull(patch[field])
    if (after === row[column]) continue
    changes.push({ field, before: row[column], after })
    Object.assign(next, { [column]: after })
  }
  if (changes.length === 0) return changes
  updateParty(write.db, next)
  if (options.audit !== 'by_caller') {
    recordAudit(write, {
      action: 'party.changed',
      entity: `party:${id}`,
      payload: { fields: changes.map(({ field }) => field), origin },
      personal: { partyId: id, payload: changes },
    })
  }
  return changes
}

/**
 * Gives a party a role, or changes the one it has: what is not named stays. A reference another party holds is refused.
 * `isNew`: the party was made just now and has none to look up.
 */
export function giveRole(
  write: Write,
  partyId: number,
  role: NewRole,
  options: Audited & { isNew?: boolean } = {},
): void {
  const held = options.isNew ? undefined : roleRow(write.db, partyId, role.role)
  const next: Omit<PartyRoleRow, 'id'> = {
    party_id: partyId,
    role: role.role,
    external_ref: role.externalRef === undefined ? (held?.external_ref ?? null) : blankIsNull(role.externalRef),
    from_on: role.from === undefined ? (held?.from_on ?? null) : role.from,
    to_on: role.to === undefined ? (held?.to_on ?? null) : role.to,
    origin: role.origin,
  }
  if (!options.isNew) refuseTaken(write, next)
  if (next.from_on && next.to_on && next.from_on > next.to_on) {
    throw new Problem('party.role_ends_before_it_begins', { from: next.from_on, to: next.to_on })
  }
  const same = held?.external_ref === next.external_ref && held.from_on === next.from_on && held.to_on === next.to_on
  if (same) return
  if (held) putRole(write.db, next)
  else addRole(write, next)
  if (options.audit !== 'by_caller') {
    recordAudit(write, {
      action: 'party.role_given',
      entity: `party:${partyId}`,
      payload: { role: role.role, origin: role.origin },
      personal: { partyId, payload: { external_ref: next.external_ref, from: next.from_on, to: next.to_on } },
    })
  }
}

/** The index over the references says whether one is taken; who holds it is asked only then. */
function addRole(write: Write, role: Omit<PartyRoleRow, 'id'>): void {
  try {
    insertRole(write.db, role)
  } catch (error) {
    refuseTaken(write, role)
    throw error
  }
}

function refuseTaken(write: Write, { party_id, role, external_ref }: Omit<PartyRoleRow, 'id'>): void {
  const holder = external_ref === null ? null : findByRef(write.db, role, external_ref)
  if (holder === null || holder === party_id) return
  const params = { role, reference: external_ref, holder: readParty(write.db, holder).name }
  throw new Problem('party.reference_taken', params, { kind: 'conflict' })
}

/** Ties one party to another ('guardian of'); tied already, nothing changes. */
export function linkParties(write: Write, partyId: number, relatedId: number, relation: string, origin: string): void {
  if (!putLink(write.db, partyId, relatedId, relation, origin)) return
  recordAudit(write, {
    action: 'party.linked',
    entity: `party:${partyId}`,
    payload: { related: `party:${relatedId}`, relation, origin },
  })
}

/** Who goes by this number in this role. */
export const findByRef = (db: Db, role: PartyRole, externalRef: string): number | null =>
  partyByRef(db, role, externalRef) ?? null

/** The party, or the refusal `party.not_found`. */
export function readParty(db: Db, id: number): PartyRow {
  const row = partyRow(db, id)
  if (!row) throw new Problem('party.not_found', { id }, { kind: 'not_found' })
  return row
}

export const rolesOf = (db: Db, partyId: number): PartyRoleRow[] => roleRows(db, partyId)
