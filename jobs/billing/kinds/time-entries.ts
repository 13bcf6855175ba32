import { z } from 'zod'
import type { Db } from '../../../db/open'
import { insertProject, projectRows, putTimeEntry } from '../../../db/queries/billing/time-entries'
import type { Write } from '../../engine/write'
import {
  type AppliedBatch,
  type ImportKind,
  keysOf,
  type OfficeFacts,
  type PlannedRow,
  type Row,
} from '../../imports/kind'
import { about } from '../../shared/import-subjects'
import { mayCreate } from '../../shared/planning'
import { officeFacts } from '../../shared/settings'
import { fold } from '../../values/fold'
import { Problem } from '../../values/problem'
import { entrySnapshot } from '../known'
import { billingPlanners } from '../planners'
import { decideEntry, type EntrySnapshot } from '../rules/time-entries'
import { shownMinutes } from '../rules/times'
import { makeClient } from './save-client'
import { TIME_FIELDS } from './time-fields'

type Options = Record<string, never>

/** Who worked how long on what. */
export const timeEntriesKind: ImportKind<Options, EntrySnapshot> = {
  kind: 'time_entries',
  label: 'Time entries',
  module: 'billing',
  fields: about('entry', ...TIME_FIELDS),
  options: z.strictObject({}),
  snapshot: (db) => entrySnapshot(db),
  planner: billingPlanners.time_entries,
  known: ({ workers, clients, projects }) => ({
    person: workers.map(({ name }) => name),
    client: clients.map(({ name }) => name),
    project: projects.map(({ name }) => name),
    billable: ['yes', 'no'],
  }),
  apply: applyEntries,
  undoTables: [
    { table: 'time_entry', key: ['id'], ownNumbers: true },
    { table: 'project', key: ['id'], ownNumbers: true },
    { table: 'party', key: ['id'], ownNumbers: true },
    { table: 'party_role', key: ['id'], ownNumbers: true },
    { table: 'client', key: ['party_id'] },
  ],
  content,
}

function applyEntries(write: Write, rows: PlannedRow[], _options: Options, batch: AppliedBatch) {
  const office = officeFacts(write.db, write.now)
  const snapshot = makeClients(write, rows, office, batch)
  const projectId = projectLookup(write)
  const entities = new Map<number, string>()
  for (const { row, values, plan } of rows) {
    const { deed } = decideEntry(values, snapshot, office)
    // A person or client who has another name by now makes it another entry, one that was not read. A client that was made
    // just now has a number only since then.
    const isAnother = deed?.sourceKey !== plan.key && !mayCreate(values, 'client')
    if (isAnother || !deed) throw new Problem('billing.row_no_longer_fits', { row }, { kind: 'conflict' })
    const origin = `${batch.origin}/${row}`
    const { clientId, project } = deed
    const id = putTimeEntry(write.db, {
      person_id: deed.personId,
      client_id: clientId,
      project_id: clientId === null || project === null ? null : projectId(clientId, project, origin),
      on_date: deed.onDate,
      from_time: deed.fromTime,
      to_time: deed.toTime,
      zone: office.zone,
      minutes: deed.minutes,
      description: deed.description,
      billable: deed.billable ? 1 : 0,
      rate_minor: deed.rateMinor,
      currency: office.currency,
      source_key: deed.sourceKey,
      entry_ref: deed.ref,
      origin,
      changed_at: write.now,
    })
    entities.set(row, `time_entry:${id}`)
  }
  return entities
}

/** Makes the clients that rows name and the office does not have, as somebody said; answers with what the rows are now decided on. */
function makeClients(write: Write, rows: PlannedRow[], office: OfficeFacts, batch: AppliedBatch): EntrySnapshot {
  const read = () => entrySnapshot(write.db, keysOf(rows))
  const snapshot = read()
  const made = new Set<string>()
  for (const { row, values } of rows) {
    const name = mayCreate(values, 'client') ? decideEntry(values, snapshot, office).deed?.newClient : null
    if (!name || made.has(fold(name))) continue
    made.add(fold(name))
    makeClient(write, name, office, `${batch.origin}/${row}`)
  }
  return made.size === 0 ? snapshot : read()
}

/** The projects of one file's rows, made where they are new. */
function projectLookup(write: Write): (clientId: number, name: string, origin: string) => number {
  const known = new Map(projectRows(write.db).map((one) => [`${one.client_id}|${one.folded}`, one.id]))
  return (clientId, name, origin) => {
    const folded = fold(name)
    const key = `${clientId}|${folded}`
    const id = known.get(key) ?? insertProject(write.db, { client_id: clientId, name, folded, origin })
    known.set(key, id)
    return id
  }
}

/** People and clients go by what nobody else has: the number, else the e-mail, else the name. */
function* content(db: Db): Generator<Row> {
  const { entries, workers, clients } = entrySnapshot(db)
  const people = new Map(workers.map((one) => [one.partyId, one.ref ?? one.email ?? one.name]))
  const works = new Map(clients.map((one) => [one.partyId, one.ref ?? one.name]))
  for (const one of entries) {
    yield {
      entry_number: one.ref,
      date: one.onDate,
      start: one.fromTime,
      end: one.toTime,
      duration: shownMinutes(one.minutes),
      person: people.get(one.personId) ?? null,
      client: one.clientId === null ? null : (works.get(one.clientId) ?? null),
      project: one.project,
      description: one.description,
      billable: one.billable ? 'yes' : 'no',
      rate: one.rateMinor === null ? null : BigInt(one.rateMinor),
    }
  }
}
