import type { Db } from '../../open'
import { statement } from '../../statement'

export type ClientRow = {
  party_id: number
  external_ref: string | null
  name: string
  email: string | null
  phone: string | null
  address: string | null
  tax_number: string | null
  currency: string | null
  rate_minor: number | null
  payment_days: number | null
}

/** All clients, or those of the parties named. */
export const clientRows = (db: Db, partyIds?: readonly number[]): ClientRow[] => {
  const all = `
    select p.id as party_id, r.external_ref, p.name, p.email, p.phone, c.address, c.tax_number, c.currency, c.rate_minor,
           c.payment_days
    from party_role r join party p on p.id = r.party_id left join client c on c.party_id = r.party_id
    where r.role = 'client'`
  const order = 'order by p.name collate nocase, p.id'
  if (!partyIds) return statement(db, `${all} ${order}`).all() as ClientRow[]
  const sql = `${all} and r.party_id in (select value from json_each(?)) ${order}`
  return statement(db, sql).all(JSON.stringify(partyIds)) as ClientRow[]
}

export type ClientWrite = Pick<ClientRow, 'party_id' | 'address' | 'tax_number' | 'rate_minor' | 'payment_days'> & {
  /** Null leaves what is known. */
  currency: string | null
  office_currency: string
  origin: string
}

/** What the party has no columns for; null leaves what is known. */
export function putClient(db: Db, row: ClientWrite): void {
  statement(
    db,
    `insert into client (party_id, address, tax_number, currency, rate_minor, payment_days, origin)
     values (@party_id, @address, @tax_number, coalesce(@currency, @office_currency), @rate_minor, @payment_days, @origin)
     on conflict (party_id) do update
     set address = coalesce(excluded.address, address), tax_number = coalesce(excluded.tax_number, tax_number),
         currency = coalesce(@currency, currency), rate_minor = coalesce(excluded.rate_minor, rate_minor),
         payment_days = coalesce(excluded.payment_days, payment_days), origin = excluded.origin`,
  ).run(row)
}
