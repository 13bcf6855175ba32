import { z } from 'zod'
import type { Db } from '../../../db/open'
import { putTaxRate } from '../../../db/queries/cash/tax-rates'
import type { Write } from '../../engine/write'
import type { AppliedBatch, ImportKind, PlannedRow, Row } from '../../imports/kind'
import { about } from '../../shared/import-subjects'
import { officeFacts } from '../../shared/settings'
import { Problem } from '../../values/problem'
import { rateSnapshot } from '../known'
import { cashPlanners } from '../planners'
import { decideRate, type RateSnapshot } from '../rules/tax-rates'
import { RATE_FIELDS } from './fields'

type Options = Record<string, never>

/** What the vehicles of a year owe; rates that overlap are refused. */
export const taxRatesKind: ImportKind<Options, RateSnapshot> = {
  kind: 'tax_rates',
  label: 'Vehicle tax rates',
  module: 'cash',
  fields: about('tax', ...RATE_FIELDS),
  options: z.strictObject({}),
  snapshot: rateSnapshot,
  planner: cashPlanners.tax_rates,
  rowsMeet: true,
  apply: applyRates,
  undoTables: [{ table: 'tax_rate', key: ['id'], ownNumbers: true }],
  content,
}

function applyRates(write: Write, rows: PlannedRow[], _options: Options, batch: AppliedBatch) {
  const snapshot = rateSnapshot(write.db)
  const { currency } = officeFacts(write.db, write.now)
  const entities = new Map<number, string>()
  for (const { row, values } of rows) {
    const { deed } = decideRate(values, snapshot)
    if (!deed) throw new Problem('cash.row_no_longer_fits', { row }, { kind: 'conflict' })
    const id = putTaxRate(write.db, {
      year: deed.year,
      category: deed.category,
      energy: deed.energy,
      power_from: deed.powerFrom,
      power_to: deed.powerTo,
      age_from: deed.ageFrom,
      age_to: deed.ageTo,
      rate_key: deed.rateKey,
      amount_minor: deed.amountMinor,
      currency,
      origin: `${batch.origin}/${row}`,
    })
    entities.set(row, `tax_rate:${id}`)
  }
  return entities
}

function* content(db: Db): Generator<Row> {
  for (const one of rateSnapshot(db).rates) {
    yield {
      year: one.year,
      category: one.category,
      energy: one.energy,
      power_from: one.powerFrom,
      power_to: one.powerTo,
      age_from: one.ageFrom,
      age_to: one.ageTo,
      amount: BigInt(one.amountMinor),
    }
  }
}
