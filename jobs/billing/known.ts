import type { Db } from '../../db/open'
import { clientRows } from '../../db/queries/billing/clients'
import { projectRows, timeEntryRows } from '../../db/queries/billing/time-entries'
import { employeeRows } from '../../db/queries/people/employees'
import type { LocalDate } from '../values/time'
import type { KnownClient } from './rules/clients'
import type { EntrySnapshot } from './rules/time-entries'

// What the rows of the files of time and billing are compared with, as it stands now.

/** All clients, or those of the parties that a page of rows was planned for. */
export const knownClients = (db: Db, partyIds?: readonly number[]): KnownClient[] =>
  clientRows(db, partyIds).map((row) => ({
    partyId: row.party_id,
    ref: row.external_ref,
    name: row.name,
    email: row.email,
    phone: row.phone,
    address: row.address,
    taxNumber: row.tax_number,
    currency: row.currency,
    rateMinor: row.rate_minor,
    paymentDays: row.payment_days,
  }))

/** `sourceKeys`: of the entries that a page of rows is about. */
export function entrySnapshot(db: Db, sourceKeys?: readonly string[]): EntrySnapshot {
  const projects = projectRows(db)
  const names = new Map(projects.map(({ id, name }) => [id, name]))
  return {
    workers: employeeRows(db).map((row) => ({
      partyId: row.party_id,
      ref: row.external_ref,
      name: row.name,
      email: row.email,
    })),
    clients: knownClients(db),
    projects: projects.map(({ id, client_id, name }) => ({ id, clientId: client_id, name })),
    entries: timeEntryRows(db, sourceKeys).map((row) => ({
      id: row.id,
      sourceKey: row.source_key,
      ref: row.entry_ref,
      locked: row.locked === 1,
      personId: row.person_id,
      clientId: row.client_id,
      project: row.project_id === null ? null : (names.get(row.project_id) ?? null),
      onDate: row.on_date as LocalDate,
      fromTime: row.from_time,
      toTime: row.to_time,
      minutes: row.minutes,
      description: row.description,
      billable: row.billable === 1,
      rateMinor: row.rate_minor,
    })),
  }
}
