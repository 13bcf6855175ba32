import { z } from 'zod'
import type { Db } from '../../../db/open'
import { putVehicle } from '../../../db/queries/cash/vehicles'
import type { Write } from '../../engine/write'
import { type AppliedBatch, type ImportKind, keysOf, type PlannedRow, type Row } from '../../imports/kind'
import { about } from '../../shared/import-subjects'
import { changeParty, createParty, giveRole, type PartyPatch } from '../../shared/parties'
import { officeFacts } from '../../shared/settings'
import { Problem } from '../../values/problem'
import { vehicleSnapshot } from '../known'
import { cashPlanners } from '../planners'
import { decideVehicle, type VehicleDeed, type VehicleSnapshot } from '../rules/vehicles'
import { VEHICLE_FIELDS } from './fields'

type Options = Record<string, never>

/** The columns about who pays; the others are about the vehicle. */
const OWNERS = new Set(['owner_number', 'owner_name', 'email', 'phone'])

/** What is taxed, and who pays. */
export const vehiclesKind: ImportKind<Options, VehicleSnapshot> = {
  kind: 'vehicles',
  label: 'Vehicles',
  module: 'cash',
  fields: VEHICLE_FIELDS.flatMap((one) => about(OWNERS.has(one.name) ? 'owner' : 'vehicle', one)),
  options: z.strictObject({}),
  snapshot: (db) => vehicleSnapshot(db),
  planner: cashPlanners.vehicles,
  rowsMeet: true,
  apply: applyVehicles,
  undoTables: [
    { table: 'vehicle', key: ['id'], ownNumbers: true },
    { table: 'party', key: ['id'], ownNumbers: true },
    { table: 'party_role', key: ['id'], ownNumbers: true },
  ],
  content,
}

function applyVehicles(write: Write, rows: PlannedRow[], _options: Options, batch: AppliedBatch) {
  const snapshot = vehicleSnapshot(write.db, keysOf(rows))
  const office = officeFacts(write.db, write.now)
  const made = new Map<string, number>()
  const entities = new Map<number, string>()
  for (const { row, values } of rows) {
    const { deed } = decideVehicle(values, snapshot, office)
    if (!deed) throw new Problem('cash.row_no_longer_fits', { row }, { kind: 'conflict' })
    const origin = `${batch.origin}/${row}`
    const id = putVehicle(write.db, {
      plate: deed.plate,
      plate_key: deed.plateKey,
      owner_id: deed.owner && saveOwner(write, deed.owner, made, origin),
      category: deed.category,
      energy: deed.energy,
      fiscal_power: deed.fiscalPower,
      first_registered_on: deed.firstRegisteredOn,
      make: deed.make,
      model: deed.model,
      origin,
      changed_at: write.now,
    })
    entities.set(row, `vehicle:${id}`)
  }
  return entities
}

/** The taxpayer, made or changed; `made` holds the new ones of this file. */
function saveOwner(
  write: Write,
  { known, told, key }: NonNullable<VehicleDeed['owner']>,
  made: Map<string, number>,
  origin: string,
): number {
  const byCaller = { audit: 'by_caller' } as const
  const { ref, name, email, phone } = told
  const standing = known?.partyId ?? made.get(key)
  const id = standing ?? createParty(write, { kind: 'person', name: name ?? '', email, phone, origin }, byCaller)
  made.set(key, id)
  if (standing !== undefined) {
    const given = Object.entries({ name, email, phone }).filter(([, value]) => value !== null)
    changeParty(write, id, Object.fromEntries(given) as PartyPatch, origin, byCaller)
  }
  giveRole(write, id, { role: 'taxpayer', ...(ref !== null && { externalRef: ref }), origin }, byCaller)
  return id
}

function* content(db: Db): Generator<Row> {
  const { vehicles, owners } = vehicleSnapshot(db)
  const people = new Map(owners.map((one) => [one.partyId, one]))
  for (const one of vehicles) {
    const owner = one.ownerId === null ? undefined : people.get(one.ownerId)
    yield {
      plate: one.plate,
      owner_number: owner?.ref ?? null,
      owner_name: owner?.name ?? null,
      email: owner?.email ?? null,
      phone: owner?.phone ?? null,
      category: one.category,
      energy: one.energy,
      fiscal_power: one.fiscalPower,
      first_registered_on: one.firstRegisteredOn,
      make: one.make,
      model: one.model,
    }
  }
}
