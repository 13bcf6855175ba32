import type { Db } from '../../db/open'
import {
  allComponents,
  allStructures,
  deleteComponent,
  putInStructures,
  saveComponent,
  structureComponents,
  structureId,
} from '../../db/queries/payroll/components'
import { openLoanCodes } from '../../db/queries/payroll/terms'
import type { Write } from '../engine/write'
import { recordAudit } from '../shared/audit'
import { readSetting } from '../shared/settings'
import { canonicalJson } from '../values/json'
import type { Currency } from '../values/money'
import { Problem } from '../values/problem'
import { tableKinds } from './load-rules'
import type { Band, Component, ComponentRounding, Kind } from './rules/component'
import { checkComponents, checkMethod } from './rules/component-check'

/** A component as it is edited. Amounts in minor units, rates in ppm. */
export type EditedComponent = {
  code: string
  name: string
  kind: Kind
  /** One of the methods; another one is refused by name. */
  method: string
  order: number
  taxable: boolean
  prorate: boolean
  one_off: boolean
  amount_minor: number | null
  rate_ppm: number | null
  base: string[]
  bands: { up_to_minor: number | null; rate_ppm: number }[] | null
  formula: string | null
  rate_table: string | null
  months: number[] | null
  carry_over: boolean
  cap_minor: number | null
  rounding: ComponentRounding
  /** The codes of the structures whose contracts get it; null: everybody. */
  structures: string[] | null
  active: boolean
}

export type ShownComponent = EditedComponent & { built_in: boolean }

export function readEditedComponents(db: Db): ShownComponent[] {
  const members = structureComponents(db)
  const structures = new Map(allStructures(db).map((one) => [one.id, one.code]))
  return allComponents(db).map((row) => ({
    code: row.code,
    name: row.name,
    kind: row.kind as Kind, // held to these words by the table's check, as the rounding is
    method: row.method,
    order: row.position,
    taxable: row.taxable === 1,
    prorate: row.prorate === 1,
    one_off: row.one_off === 1,
    amount_minor: row.amount_minor,
    rate_ppm: row.rate_ppm,
    base: JSON.parse(row.base) as string[],
    bands: row.bands === null ? null : editedBands(JSON.parse(row.bands) as Band[]),
    formula: row.formula,
    rate_table: row.rate_table,
    months: row.months === null ? null : (JSON.parse(row.months) as number[]),
    carry_over: row.carry_over === 1,
    cap_minor: row.cap_minor,
    rounding: row.rounding as ComponentRounding,
    structures: row.applies_to_all
      ? null
      : members.filter((one) => one.component_id === row.id).map((one) => structures.get(one.structure_id) ?? ''),
    active: row.active === 1,
    built_in: row.built_in === 1,
  }))
}

const editedBands = (bands: Band[]) => bands.map((one) => ({ up_to_minor: one.upToMinor, rate_ppm: one.ratePpm }))

/**
 * The office's components from now on: these, and the built-in ones as they are where they are not named. Approved runs
 * keep theirs. Throws in words what cannot be right: a cycle with its path, a formula that cannot be read, and so on.
 */
export function saveComponents(write: Write, edited: readonly EditedComponent[]): void {
  const before = readEditedComponents(write.db)
  const named = new Set(edited.map((one) => one.code))
  const kept = before.filter((one) => one.built_in && !named.has(one.code))
  const all = [...edited, ...kept]
  const active = new Set(all.filter((one) => one.active).map((one) => one.code))
  const currency = readSetting(write.db, 'office').currency as Currency // checked by the setting's schema
  checkComponents(all.map(toRule), (code) => active.has(code), { currency, tables: tableKinds(write.db) })
  for (const code of openLoanCodes(write.db)) {
    if (!active.has(code)) throw new Problem('payroll.component_has_loans', { code }, { kind: 'conflict' })
  }

  const gone = allComponents(write.db).filter((row) => row.built_in === 0 && !named.has(row.code))
  for (const row of gone) deleteComponent(write.db, row.id)
  for (const one of edited) saveOne(write, one)
  const after = readEditedComponents(write.db)
  if (canonicalJson(before) === canonicalJson(after)) return
  recordAudit(write, {
    action: 'payroll.components_changed',
    entity: 'components',
    payload: { before: changedOnly(before, after), after: changedOnly(after, before) },
  })
  write.emit({ type: 'components_changed' })
}

function toRule(one: EditedComponent): Component {
  const { method } = one
  checkMethod(one.code, method)
  return {
    code: one.code,
    name: one.name,
    kind: one.kind,
    method,
    position: one.order,
    taxable: one.taxable,
    prorate: one.prorate,
    oneOff: one.one_off,
    amountMinor: one.amount_minor,
    ratePpm: one.rate_ppm,
    base: one.base,
    bands: one.bands?.map((band) => ({ upToMinor: band.up_to_minor, ratePpm: band.rate_ppm })) ?? null,
    formula: one.formula,
    rateTable: one.rate_table,
    months: one.months,
    carryOver: one.carry_over,
    capMinor: one.cap_minor,
    rounding: one.rounding,
    structureIds: one.structures === null ? null : one.structures.map((_, index) => index + 1),
  }
}

function saveOne(write: Write, one: EditedComponent): void {
  const rule = toRule(one)
  const id = saveComponent(
    write.db,
    {
      code: one.code,
      name: one.name.trim() || one.code,
      kind: one.kind,
      method: one.method,
      position: one.order,
      taxable: one.taxable ? 1 : 0,
      prorate: one.prorate ? 1 : 0,
      one_off: one.one_off ? 1 : 0,
      amount_minor: one.amount_minor,
      rate_ppm: one.rate_ppm,
      base: JSON.stringify(one.base),
      bands: rule.bands === null ? null : JSON.stringify(rule.bands),
      formula: one.method === 'formula' ? one.formula : null,
      rate_table: one.rate_table,
      months: one.months === null ? null : JSON.stringify(one.months),
      carry_over: one.carry_over ? 1 : 0,
      cap_minor: one.cap_minor,
      rounding: one.rounding,
      applies_to_all: one.structures === null ? 1 : 0,
      active: one.active ? 1 : 0,
    },
    write.now,
  )
  putInStructures(
    write.db,
    id,
    [...new Set(one.structures ?? [])].map((code) => structureId(write.db, code)),
  )
}

function changedOnly(of: readonly ShownComponent[], than: readonly ShownComponent[]): ShownComponent[] {
  const known = new Set(than.map((one) => canonicalJson(one)))
  return of.filter((one) => !known.has(canonicalJson(one)))
}
