import type { Db } from '../../db/open'
import { allStructures } from '../../db/queries/payroll/components'
import { allRateTables, allRateVersions } from '../../db/queries/payroll/rate-tables'
import { holidays } from '../shared/holidays'
import { readSetting } from '../shared/settings'
import { addDays, firstOfMonth, type LocalDate, lastOfMonth, monthOf } from '../values/time'
import type { Band, Component } from './rules/component'
import type { PeriodDates } from './rules/proration'
import { type RateInForce, type RateTable, rateInForce, type TableKind } from './rules/rate-table'
import type { PlanFacts } from './rules/slip'

/** Every rate table with its versions. */
export function readRateTables(db: Db): RateTable[] {
  const versions = allRateVersions(db)
  return allRateTables(db).map(({ id, code, kind }) => ({
    code,
    kind,
    versions: versions
      .filter((one) => one.table_id === id)
      .map((one) => ({
        from: one.from_on,
        bands: one.bands === null ? null : (JSON.parse(one.bands) as Band[]), // written by the office itself
        ratePpm: one.rate_ppm,
        amountMinor: one.amount_minor,
      })),
  }))
}

export const tableKinds = (db: Db): Map<string, TableKind> =>
  new Map(allRateTables(db).map((table) => [table.code, table.kind]))

const inForce = (db: Db, on: LocalDate): RateInForce[] =>
  readRateTables(db)
    .map((table) => rateInForce(table, on))
    .filter((table) => table !== null)

/** The tables that some of the components take their rates from. */
export const neededTables = (tables: readonly RateInForce[], components: readonly Component[]): RateInForce[] =>
  tables.filter(({ code }) => components.some((one) => one.rateTable === code || one.formula?.includes(code)))

/**
 * The rate tables in force at the end of a period, and the days by which structures pay in it; only what decides
 * anything, because a table or a holiday that nothing needs must not make a draft another one.
 */
export function readPlanFacts(db: Db, period: PeriodDates, components: readonly Component[]): Required<PlanFacts> {
  const dayRules = allStructures(db)
    .map((one) => ({ structureId: one.id, dayCount: one.day_count, excludeHolidays: one.exclude_holidays === 1 }))
    .filter((one) => one.dayCount !== 'calendar' || one.excludeHolidays)
  const first = addDays(firstOfMonth(monthOf(period.start)), -1)
  const last = lastOfMonth(monthOf(period.end))
  return {
    tables: neededTables(inForce(db, period.end), components),
    dayRules,
    calendar: {
      workdays: dayRules.length > 0 ? readSetting(db, 'office').workdays : [],
      holidays: dayRules.some((one) => one.excludeHolidays)
        ? holidays(db)
            .map((one) => one.on_date as LocalDate)
            .filter((day) => day > first && day <= last)
        : [],
    },
  }
}
