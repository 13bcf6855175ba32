import { putClient } from '../../../db/queries/billing/clients'
import type { Write } from '../../engine/write'
import type { OfficeFacts } from '../../imports/kind'
import { createParty, giveRole } from '../../shared/parties'

/** The importer's entry about the whole batch is the audit entry. */
const byCaller = { audit: 'by_caller' } as const

/** A client of whom nothing is known but the name, on the office's own terms. */
export function makeClient(write: Write, name: string, { currency }: OfficeFacts, origin: string): number {
  const partyId = createParty(write, { kind: 'organisation', name, origin }, byCaller)
  giveRole(write, partyId, { role: 'client', origin }, { ...byCaller, isNew: true })
  const nothing = { address: null, tax_number: null, currency: null, rate_minor: null, payment_days: null }
  putClient(write.db, { party_id: partyId, ...nothing, office_currency: currency, origin })
  return partyId
}
