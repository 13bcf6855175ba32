import type { Db } from '../../db/open'
import { allComponents } from '../../db/queries/payroll/components'
import * as rows from '../../db/queries/payroll/rate-tables'
import type { Write } from '../engine/write'
import { recordAudit } from '../shared/audit'
import { readSetting } from '../shared/settings'
import type { Currency } from '../values/money'
import { Problem } from '../values/problem'
import { type LocalDate, parseLocalDate } from '../values/time'
import { tableKinds } from './load-rules'
import type { Band } from './rules/component'
import { namesOfFormula, QUANTITIES, readFormula } from './rules/formula'
import { checkBands, isTableCode, type TableKind } from './rules/rate-table'

/** One version of a rate table as it is typed or imported: what holds from a day on. */
export type EditedVersion = {
  code: string
  name: string
  kind: TableKind
  from: string
  bands: Band[] | null
  ratePpm: number | null
  amountMinor: number | null
  /** Where it is published: title, year and page or address. */
  source: string
}

/**
 * Adds a version, and the table with its first one; the version of a day that is there already is replaced. Runs that are
 * approved keep their figures. Throws `payroll.rate_table_*` in words.
 */
export function saveRateVersion(write: Write, given: EditedVersion, origin: string): void {
  const { code, kind } = given
  const from = readDay(given.from)
  checkVersion(write.db, given)
  const before = rows.allRateTables(write.db).find((one) => one.code === code)
  if (before && before.kind !== kind) {
    throw new Problem('payroll.rate_table_kind_stays', { code, kind: before.kind }, { kind: 'conflict' })
  }
  const name = given.name.trim() || before?.name || code
  const id = rows.saveRateTable(write.db, { code, name, kind })
  rows.saveRateVersion(write.db, {
    table_id: id,
    from_on: from,
    bands: kind === 'bands' ? JSON.stringify(given.bands) : null,
    rate_ppm: kind === 'rate' ? given.ratePpm : null,
    amount_minor: kind === 'amount' ? given.amountMinor : null,
    source: given.source.trim(),
    origin,
    changed_at: write.now,
  })
  recordAudit(write, {
    action: 'payroll.rate_table_saved',
    entity: `rate_table:${code}`,
    payload: { from, kind, bands: given.bands, rate_ppm: given.ratePpm, amount_minor: given.amountMinor, origin },
  })
  write.emit({ type: 'components_changed' })
}

function readDay(text: string): LocalDate {
  const day = parseLocalDate(text)
  if (!day) throw new Problem('payroll.period_date_unreadable', { field: 'from', found: text })
  return day
}

function checkVersion(db: Db, { code, kind, from, bands, ratePpm, amountMinor }: EditedVersion): void {
  if (!isTableCode(code)) throw new Problem('payroll.rate_table_code_unreadable', { code })
  if (Object.hasOwn(QUANTITIES, code) || allComponents(db).some((one) => one.code === code)) {
    throw new Problem('payroll.rate_table_code_taken', { code })
  }
  const said = kind === 'bands' ? bands : kind === 'rate' ? ratePpm : amountMinor
  if (said === null) throw new Problem('payroll.rate_table_says_nothing', { code, from, kind })
  if (kind === 'bands') checkBands(code, bands ?? [])
}

/** Removes a version; the last one of a table that a component needs is refused (`payroll.rate_table_in_use`). */
export function deleteRateVersion(write: Write, code: string, fromText: string): void {
  const from = readDay(fromText)
  const table = rows.allRateTables(write.db).find((one) => one.code === code)
  const versions = rows.allRateVersions(write.db).filter((one) => one.table_id === table?.id)
  if (!table || !versions.some((one) => one.from_on === from)) {
    throw new Problem('payroll.rate_table_not_found', { code }, { kind: 'not_found' })
  }
  const by = versions.length === 1 ? usersOf(write.db, code) : []
  if (by[0] !== undefined) {
    throw new Problem('payroll.rate_table_in_use', { code, by: by.join(', ') }, { kind: 'conflict' })
  }
  rows.deleteRateVersion(write.db, table.id, from)
  recordAudit(write, { action: 'payroll.rate_table_removed', entity: `rate_table:${code}`, payload: { from } })
  write.emit({ type: 'components_changed' })
}

/** The components that a table stands in, by field or by formula. */
export function usersOf(db: Db, code: string): string[] {
  const currency = readSetting(db, 'office').currency as Currency // checked by the setting's schema
  const names = (formula: string | null) => (formula === null ? [] : namesOfFormula(formula, currency).all)
  return allComponents(db)
    .filter((one) => one.rate_table === code || names(one.formula).includes(code))
    .map((one) => one.code)
}

export type CheckedFormula = { needs: string[]; year: string[] }

/** Reads a formula as it would be saved, for the window. Throws what is wrong with it, in words. */
export function checkFormula(db: Db, component: string, formula: string): CheckedFormula {
  const currency = readSetting(db, 'office').currency as Currency // checked by the setting's schema
  const codes = allComponents(db)
    .filter((one) => one.active === 1 && one.method !== 'net_rounding' && one.method !== 'held_pay')
    .map((one) => one.code)
  try {
    const { needs, year } = readFormula(formula, { currency, codes: new Set(codes), tables: tableKinds(db) })
    return { needs, year }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    throw new Problem(error.code, { ...error.params, component })
  }
}
