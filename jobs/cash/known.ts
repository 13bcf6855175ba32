import type { Db } from '../../db/open'
import { statementLineRows } from '../../db/queries/cash/statement-lines'
import { taxRateRows } from '../../db/queries/cash/tax-rates'
import { taxpayerRows, vehicleRows } from '../../db/queries/cash/vehicles'
import type { LocalDate } from '../values/time'
import type { LineSnapshot } from './rules/statement-lines'
import type { RateSnapshot } from './rules/tax-rates'
import type { VehicleSnapshot } from './rules/vehicles'

// What the rows of the cash desk's files are compared with, as it stands now.

/** `plateKeys`: of the vehicles that a page of rows is about. The owners are all: one whom an earlier page has made is found again by name. */
export const vehicleSnapshot = (db: Db, plateKeys?: readonly string[]): VehicleSnapshot => ({
  vehicles: vehicleRows(db, plateKeys).map((row) => ({
    id: row.id,
    plate: row.plate,
    plateKey: row.plate_key,
    ownerId: row.owner_id,
    category: row.category,
    energy: row.energy,
    fiscalPower: row.fiscal_power,
    firstRegisteredOn: row.first_registered_on as LocalDate | null,
    make: row.make,
    model: row.model,
  })),
  owners: taxpayerRows(db).map((row) => ({
    partyId: row.party_id,
    ref: row.external_ref,
    name: row.name,
    email: row.email,
    phone: row.phone,
  })),
})

export const rateSnapshot = (db: Db): RateSnapshot => ({
  rates: taxRateRows(db).map((row) => ({
    id: row.id,
    rateKey: row.rate_key,
    year: row.year,
    category: row.category,
    energy: row.energy,
    powerFrom: row.power_from,
    powerTo: row.power_to,
    ageFrom: row.age_from,
    ageTo: row.age_to,
    amountMinor: row.amount_minor,
  })),
})

/** `sourceKeys`: of the lines that a page of rows is about. */
export const lineSnapshot = (db: Db, sourceKeys?: readonly string[]): LineSnapshot => ({
  lines: statementLineRows(db, sourceKeys).map((row) => ({
    id: row.id,
    account: row.account,
    bookedOn: row.booked_on as LocalDate,
    valueOn: row.value_on as LocalDate | null,
    amountMinor: row.amount_minor,
    balanceMinor: row.balance_minor,
    reference: row.reference,
    counterparty: row.counterparty,
    counterpartyAccount: row.counterparty_account,
    description: row.description,
    sourceKey: row.source_key,
  })),
})
