import type { Change, Finding, PlanRow } from '../../../jobs/imports/kind'

export type Member = { partyId: number; number: string; name: string; email: string | null; joined: string | null }
export type MemberSnapshot = { members: Member[]; limit: number }
export type MemberOptions = { year?: number | undefined; month?: number | undefined }

const lookups = new WeakMap<MemberSnapshot, Map<string, Member>>()

const planMember: PlanRow<MemberOptions, MemberSnapshot> = (row, snapshot) => {
  let known = lookups.get(snapshot)
  if (!known) {
    known = new Map(snapshot.members.map((member) => [member.number, member]))
    lookups.set(snapshot, known)
  }
  const number = String(row.number)
  const member = known.get(number)
  const errors: Finding[] = []
  const wrong = (column: string, code: string) => errors.push({ column, found: null, reason: { code, params: {} } })
  if (row.number === null) wrong('number', 'test.missing')
  if (row.name === null) wrong('name', 'test.missing')
  if (typeof row.fee === 'bigint' && row.fee < 0n) wrong('fee', 'test.negative_fee')
  const warnings =
    row.email === null ? [{ column: 'email', found: '', reason: { code: 'test.no_email', params: {} } }] : []
  const changes: Change[] = []
  for (const field of ['name', 'email', 'joined'] as const) {
    const before = member?.[field] ?? null
    const after = row[field] ?? null
    if (after !== null && after !== before) changes.push({ field, before, after })
  }
  const outcome = errors.length > 0 ? 'error' : !member ? 'create' : changes.length > 0 ? 'update' : 'unchanged'
  return { outcome, key: number, entity: member ? `party:${member.partyId}` : null, changes, errors, warnings }
}

export default planMember
