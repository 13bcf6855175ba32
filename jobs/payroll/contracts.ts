import type { Db } from '../../db/open'
import {
  allContracts,
  type ContractRow,
  type ContractValues,
  contractsOfParty,
  deleteContract,
  insertContract,
  updateContract,
} from '../../db/queries/payroll/contracts'
import type { Write } from '../engine/write'
import { recordAudit } from '../shared/audit'
import type { Reason } from '../values/problem'
import type { LocalDate } from '../values/time'
import { changeEmployment, changeTerms, type Segment, type Terms } from './rules/contract-segments'

export type Contract = { partyId: number; from: LocalDate; to: LocalDate | null; baseMinor: number | null }

/** The contract segments of everybody, or of the parties named, by party and start. */
export const contractsOf = (db: Db, partyIds?: readonly number[]): Contract[] =>
  allContracts(db, partyIds).map((row) => ({
    partyId: row.party_id,
    from: row.from_on,
    to: row.to_on,
    baseMinor: row.base_minor,
  }))

/**
 * The base pay per month (minor units) from a day until its next change, or until the day before `until`, from which on
 * what was agreed before goes on; null: no salary is known. Where nobody was employed yet the employment begins that day. Answers with the reason where nothing was changed although something was
 * asked for: the employment had ended before (`payroll.employment_ended`), and a salary hires nobody again.
 */
export function setBasePay(
  write: Write,
  change: { partyId: number; baseMinor: number | null; from: LocalDate; until?: LocalDate; origin: string },
): Reason | null {
  return setTerms(write, { ...change, terms: { baseMinor: change.baseMinor } })
}

/** Base, structure or schedule of a person from a day on; see `setBasePay`. */
export function setTerms(
  write: Write,
  change: { partyId: number; from: LocalDate; until?: LocalDate; terms: Partial<Terms>; origin: string },
): Reason | null {
  const before = segmentsOf(write.db, change.partyId)
  const after = changeTerms(before, change.from, change.terms, change.until)
  if (!after) {
    const ended = before.at(-1)?.to ?? ''
    return { code: 'payroll.employment_ended', params: { from: change.from, ended } }
  }
  saveSegments(write, change.partyId, before, after, change.origin)
  return null
}

/**
 * From when to when a person is employed (both days included; `to` null: open). Base pay stays what it was. `isNew`: the
 * person was made just now and has no contract to look up.
 */
export function setEmployment(
  write: Write,
  change: { partyId: number; from: LocalDate; to: LocalDate | null; origin: string; isNew?: boolean },
): void {
  const before = change.isNew ? [] : segmentsOf(write.db, change.partyId)
  saveSegments(write, change.partyId, before, changeEmployment(before, change.from, change.to), change.origin)
}

const segmentsOf = (db: Db, partyId: number): Segment[] => contractsOfParty(db, partyId).map(toSegment)

export const toSegment = (row: ContractRow): Segment => ({
  id: row.id,
  from: row.from_on,
  to: row.to_on,
  baseMinor: row.base_minor,
  structureId: row.structure_id,
  schedule: row.schedule,
})

const values = (segment: Segment): ContractValues => ({
  from_on: segment.from,
  to_on: segment.to,
  base_minor: segment.baseMinor,
  structure_id: segment.structureId,
  schedule: segment.schedule,
})

const equal = (a: Segment, b: Segment) => JSON.stringify(values(a)) === JSON.stringify(values(b))

function saveSegments(write: Write, partyId: number, before: Segment[], after: Segment[], origin: string): void {
  const known = new Map(before.map((segment) => [segment.id, segment]))
  const gone = before.filter((segment) => !after.some((one) => one.id === segment.id))
  const changed = after.filter((segment) => {
    const stored = segment.id === null ? undefined : known.get(segment.id)
    return !stored || !equal(stored, segment)
  })
  if (gone.length === 0 && changed.length === 0) return
  // Only its days are others: what it pays comes from where it came from.
  const hasItsTerms = (segment: Segment) => {
    const stored = known.get(segment.id)
    return stored !== undefined && equal({ ...stored, from: segment.from, to: segment.to }, segment)
  }
  for (const segment of gone) if (segment.id !== null) deleteContract(write.db, segment.id)
  for (const segment of changed) {
    if (segment.id === null) insertContract(write.db, partyId, values(segment), origin, write.now)
    else updateContract(write.db, segment.id, values(segment), hasItsTerms(segment) ? null : origin, write.now)
  }
  auditContracts(write, partyId, before, after, origin)
}

/** An import's own entry carries the digest of all its rows: thousands of entries of single rows would say no more. */
function auditContracts(write: Write, partyId: number, before: Segment[], after: Segment[], origin: string): void {
  if (origin.startsWith('import:')) return
  recordAudit(write, {
    action: 'payroll.contract_changed',
    entity: `party:${partyId}`,
    payload: { origin, segments: after.length },
    personal: { partyId, payload: { before: before.map(values), after: after.map(values) } },
  })
}
