import type { Db } from '../../open'
import { statement } from '../../statement'

export type VehicleRow = {
  id: number
  plate: string
  plate_key: string
  owner_id: number | null
  category: string | null
  energy: string | null
  fiscal_power: number | null
  first_registered_on: string | null
  make: string | null
  model: string | null
}

const COLUMNS = 'id, plate, plate_key, owner_id, category, energy, fiscal_power, first_registered_on, make, model'

/** All vehicles, or those of the plates named (as they are compared). */
export const vehicleRows = (db: Db, plateKeys?: readonly string[]): VehicleRow[] => {
  const all = `select ${COLUMNS} from vehicle`
  if (!plateKeys) return statement(db, `${all} order by plate_key`).all() as VehicleRow[]
  const sql = `${all} where plate_key in (select value from json_each(?)) order by plate_key`
  return statement(db, sql).all(JSON.stringify(plateKeys)) as VehicleRow[]
}

/** Makes or changes the vehicle of a plate; null leaves what is known. */
export const putVehicle = (db: Db, row: Omit<VehicleRow, 'id'> & { origin: string; changed_at: number }): number =>
  statement(
    db,
    `insert into vehicle (plate, plate_key, owner_id, category, energy, fiscal_power, first_registered_on, make, model,
       origin, changed_at)
     values (@plate, @plate_key, @owner_id, @category, @energy, @fiscal_power, @first_registered_on, @make, @model,
       @origin, @changed_at)
     on conflict (plate_key) do update
     set owner_id = coalesce(excluded.owner_id, owner_id), category = coalesce(excluded.category, category),
         energy = coalesce(excluded.energy, energy), fiscal_power = coalesce(excluded.fiscal_power, fiscal_power),
         first_registered_on = coalesce(excluded.first_registered_on, first_registered_on),
         make = coalesce(excluded.make, make), model = coalesce(excluded.model, model),
         origin = excluded.origin, changed_at = excluded.changed_at
     returning id`,
  )
    .pluck()
    .get(row) as number

export type TaxpayerRow = {
  party_id: number
  external_ref: string | null
  name: string
  email: string | null
  phone: string | null
}

export const taxpayerRows = (db: Db): TaxpayerRow[] =>
  statement(
    db,
    `select p.id as party_id, r.external_ref, p.name, p.email, p.phone
     from party_role r join party p on p.id = r.party_id where r.role = 'taxpayer' order by p.name collate nocase, p.id`,
  ).all() as TaxpayerRow[]
