import { z } from 'zod'
import type { Db } from '../../../db/open'
import { allComponents } from '../../../db/queries/payroll/components'
import * as rows from '../../../db/queries/payroll/rate-tables'
import type { Write } from '../../engine/write'
import type { AppliedBatch, ImportKind, PlannedRow, Row } from '../../imports/kind'
import type { LocalDate } from '../../values/time'
import { payrollPlanners } from '../planners'
import type { Band } from '../rules/component'
import { QUANTITIES } from '../rules/formula'
import { decideRateRow, type RateRow, type RateTableSnapshot } from '../rules/rate-rows'
import { RATE_TABLE_FIELDS } from './fields'

type Options = Record<string, never>

/** Tax and contribution tables by the day from which they hold: a row for each band, rate or amount. */
export const rateTablesKind: ImportKind<Options, RateTableSnapshot> = {
  kind: 'rate_tables',
  label: 'Pay rate tables',
  module: 'payroll',
  fields: RATE_TABLE_FIELDS,
  options: z.strictObject({}),
  snapshot,
  planner: payrollPlanners.rate_tables,
  rowsMeet: true,
  apply: applyRateTables,
  undoTables: [
    { table: 'rate_table', key: ['id'], ownNumbers: true },
    { table: 'rate_table_version', key: ['table_id', 'from_on'] },
  ],
  content,
}

function snapshot(db: Db): RateTableSnapshot {
  const versions = rows.allRateVersions(db)
  return {
    tables: rows.allRateTables(db).map((table) => ({
      ...table,
      versions: versions
        .filter((one) => one.table_id === table.id)
        .map((one) => ({
          from: one.from_on,
          bands: one.bands === null ? null : (JSON.parse(one.bands) as Band[]), // written by the office itself
          ratePpm: one.rate_ppm,
          amountMinor: one.amount_minor,
          source: one.source,
        })),
    })),
    taken: [...Object.keys(QUANTITIES), ...allComponents(db).map((one) => one.code)],
  }
}

/** The rows of a version may lie on several pages: a band is put into the version as it stands. */
function applyRateTables(write: Write, planned: PlannedRow[], _options: Options, batch: AppliedBatch) {
  const entities = new Map<number, string>()
  const before = snapshot(write.db)
  for (const { row, values } of planned) {
    // Its own version may have been begun by a row before: only what the row says is asked here.
    const { deed } = decideRateRow(values, { ...before, tables: [] })
    if (!deed) continue
    entities.set(row, `rate_table:${saveRow(write, deed, `${batch.origin}/${row}`)}`)
  }
  write.emit({ type: 'components_changed' })
  return entities
}

function saveRow(write: Write, deed: RateRow, origin: string): number {
  const { code, kind, from } = deed
  const table = rows.rateTableOf(write.db, code)
  const id = rows.saveRateTable(write.db, { code, name: deed.name ?? table?.name ?? code, kind })
  const version = rows.rateVersionOf(write.db, id, from)
  const bands = version?.bands ? (JSON.parse(version.bands) as Band[]) : [] // written by the office itself
  rows.saveRateVersion(write.db, {
    table_id: id,
    from_on: from as LocalDate,
    bands: deed.band === null ? null : JSON.stringify(withBand(bands, deed.band)),
    rate_ppm: deed.ratePpm,
    amount_minor: deed.amountMinor,
    source: deed.source ?? version?.source ?? '',
    origin,
    changed_at: write.now,
  })
  return id
}

const withBand = (bands: readonly Band[], band: Band): Band[] =>
  [...bands.filter((one) => one.upToMinor !== band.upToMinor), band].sort(
    (a, b) => (a.upToMinor ?? Number.MAX_SAFE_INTEGER) - (b.upToMinor ?? Number.MAX_SAFE_INTEGER),
  )

function* content(db: Db): Generator<Row> {
  for (const { code, name, kind, versions } of snapshot(db).tables) {
    for (const { from, source, bands, ratePpm, amountMinor } of [...versions].reverse()) {
      const version = { code, name, kind, from, source, up_to: null, rate: null, amount: null }
      if (bands === null) {
        yield { ...version, rate: ratePpm, amount: amountMinor === null ? null : BigInt(amountMinor) }
      }
      for (const { upToMinor, ratePpm: rate } of bands ?? []) {
        yield { ...version, rate, up_to: upToMinor === null ? null : BigInt(upToMinor) }
      }
    }
  }
}
