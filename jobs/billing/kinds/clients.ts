import { z } from 'zod'
import type { Db } from '../../../db/open'
import { putClient } from '../../../db/queries/billing/clients'
import type { Write } from '../../engine/write'
import { type AppliedBatch, type ImportKind, type PlannedRow, partiesOf, type Row } from '../../imports/kind'
import { about } from '../../shared/import-subjects'
import { changeParty, createParty, giveRole, type PartyPatch } from '../../shared/parties'
import { officeFacts } from '../../shared/settings'
import { Problem } from '../../values/problem'
import { knownClients } from '../known'
import { billingPlanners } from '../planners'
import { type ClientDeed, type ClientSnapshot, decideClient } from '../rules/clients'
import { CLIENT_FIELDS } from './client-fields'

type Options = Record<string, never>

/** Who is worked for, and on what terms. */
export const clientsKind: ImportKind<Options, ClientSnapshot> = {
  kind: 'clients',
  label: 'Clients',
  module: 'billing',
  fields: about('client', ...CLIENT_FIELDS),
  options: z.strictObject({}),
  snapshot: (db) => ({ clients: knownClients(db) }),
  planner: billingPlanners.clients,
  apply: applyClients,
  undoTables: [
    { table: 'party', key: ['id'], ownNumbers: true },
    { table: 'party_role', key: ['id'], ownNumbers: true },
    { table: 'client', key: ['party_id'] },
  ],
  content,
}

function applyClients(write: Write, rows: PlannedRow[], _options: Options, batch: AppliedBatch) {
  const snapshot = { clients: knownClients(write.db, partiesOf(rows)) }
  const office = officeFacts(write.db, write.now)
  const entities = new Map<number, string>()
  for (const { row, values } of rows) {
    const { deed } = decideClient(values, snapshot, office)
    if (!deed) throw new Problem('billing.row_no_longer_fits', { row }, { kind: 'conflict' })
    const origin = `${batch.origin}/${row}`
    const partyId = saveParty(write, deed, origin)
    const { address, taxNumber, currency, rateMinor, paymentDays } = deed.told
    putClient(write.db, {
      party_id: partyId,
      address,
      tax_number: taxNumber,
      currency,
      office_currency: office.currency,
      rate_minor: rateMinor,
      payment_days: paymentDays,
      origin,
    })
    entities.set(row, `party:${partyId}`)
  }
  return entities
}

function saveParty(write: Write, { client, told }: ClientDeed, origin: string): number {
  const byCaller = { audit: 'by_caller' } as const
  const { ref, name, email, phone } = told
  if (client === null) {
    const id = createParty(write, { kind: 'organisation', name: name ?? '', email, phone, origin }, byCaller)
    giveRole(write, id, { role: 'client', externalRef: ref, origin }, byCaller)
    return id
  }
  const given = Object.entries({ name, email, phone }).filter(([, value]) => value !== null)
  changeParty(write, client.partyId, Object.fromEntries(given) as PartyPatch, origin, byCaller)
  if (ref !== null) giveRole(write, client.partyId, { role: 'client', externalRef: ref, origin }, byCaller)
  return client.partyId
}

function* content(db: Db): Generator<Row> {
  for (const one of knownClients(db)) {
    yield {
      client_number: one.ref,
      name: one.name,
      email: one.email,
      phone: one.phone,
      address: one.address,
      tax_number: one.taxNumber,
      currency: one.currency,
      rate: one.rateMinor === null ? null : BigInt(one.rateMinor),
      payment_days: one.paymentDays,
    }
  }
}
