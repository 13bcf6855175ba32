import type { Db } from '../../open'
import { statement } from '../../statement'

export type ComponentRow = {
  id: number
  code: string
  name: string
  kind: string
  method: string
  position: number
  taxable: number
  prorate: number
  one_off: number
  amount_minor: number | null
  rate_ppm: number | null
  base: string
  bands: string | null
  formula: string | null
  rate_table: string | null
  months: string | null
  carry_over: number
  cap_minor: number | null
  rounding: string
  applies_to_all: number
  active: number
  built_in: number
}

export type StructureRow = {
  id: number
  code: string
  name: string
  day_count: 'calendar' | 'working'
  exclude_holidays: number
}

/** Every component in the order of the slip. */
export function allComponents(db: Db): ComponentRow[] {
  const sql = `
    select id, code, name, kind, method, position, taxable, prorate, one_off, amount_minor, rate_ppm, base, bands,
           formula, rate_table, months, carry_over, cap_minor, rounding, applies_to_all, active, built_in
    from component order by position, code`
  return statement(db, sql).all() as ComponentRow[]
}

/** How the active components are computed, by code. */
export function componentMethods(db: Db): Map<string, string> {
  const rows = statement(db, 'select code, method from component where active = 1').all() as {
    code: string
    method: string
  }[]
  return new Map(rows.map((row) => [row.code, row.method]))
}

/** `values_units`: something but the item itself says what a unit of it comes to. */
export type ItemComponent = { code: string; method: string; values_units: number }

/** The active components by code, as the items of a month need them. */
export function itemComponents(db: Db): Map<string, ItemComponent> {
  const sql = `
    select c.code, c.method,
      c.method = 'formula' or c.amount_minor is not null or coalesce(t.kind = 'amount', 0) as values_units
    from component c left join rate_table t on t.code = c.rate_table
    where c.active = 1`
  const rows = statement(db, sql).all() as ItemComponent[]
  return new Map(rows.map((row) => [row.code, row]))
}

export function saveComponent(db: Db, row: Omit<ComponentRow, 'id' | 'built_in'>, now: number): number {
  const sql = `
    insert into component (code, name, kind, method, position, taxable, prorate, one_off, amount_minor, rate_ppm, base,
                           bands, formula, rate_table, months, carry_over, cap_minor, rounding, applies_to_all, active,
                           built_in, changed_at)
    values (@code, @name, @kind, @method, @position, @taxable, @prorate, @one_off, @amount_minor, @rate_ppm, @base,
            @bands, @formula, @rate_table, @months, @carry_over, @cap_minor, @rounding, @applies_to_all, @active, 0, @now)
    on conflict (code) do update set
      name = excluded.name, kind = excluded.kind, method = excluded.method, position = excluded.position,
      taxable = excluded.taxable, prorate = excluded.prorate, one_off = excluded.one_off,
      amount_minor = excluded.amount_minor, rate_ppm = excluded.rate_ppm, base = excluded.base, bands = excluded.bands,
      formula = excluded.formula, rate_table = excluded.rate_table, months = excluded.months,
      carry_over = excluded.carry_over, cap_minor = excluded.cap_minor, rounding = excluded.rounding,
      applies_to_all = excluded.applies_to_all, active = excluded.active, changed_at = excluded.changed_at
    returning id`
  return (statement(db, sql).get({ ...row, now }) as { id: number }).id
}

export function deleteComponent(db: Db, id: number): void {
  statement(db, 'delete from component where id = ?').run(id)
}

export function allStructures(db: Db): StructureRow[] {
  const sql = 'select id, code, name, day_count, exclude_holidays from structure order by code'
  return statement(db, sql).all() as StructureRow[]
}

/** The id of a structure by its code, made where there is none. */
export function structureId(db: Db, code: string): number {
  const sql = `
    insert into structure (code, name) values (?, ?)
    on conflict (code) do update set code = excluded.code returning id`
  return (statement(db, sql).get(code, code) as { id: number }).id
}

export function structureComponents(db: Db): { structure_id: number; component_id: number }[] {
  const sql = 'select structure_id, component_id from structure_component order by structure_id, component_id'
  return statement(db, sql).all() as { structure_id: number; component_id: number }[]
}

/** The structures a component belongs to, from now on. */
export function putInStructures(db: Db, componentId: number, structureIds: readonly number[]): void {
  statement(db, 'delete from structure_component where component_id = ?').run(componentId)
  for (const id of structureIds) {
    statement(db, 'insert into structure_component (structure_id, component_id) values (?, ?)').run(id, componentId)
  }
}

export function saveStructure(db: Db, row: Omit<StructureRow, 'id'>): number {
  const sql = `
    insert into structure (code, name, day_count, exclude_holidays)
    values (@code, @name, @day_count, @exclude_holidays)
    on conflict (code) do update set
      name = excluded.name, day_count = excluded.day_count, exclude_holidays = excluded.exclude_holidays
    returning id`
  return (statement(db, sql).get(row) as { id: number }).id
}

export function deleteStructure(db: Db, id: number): void {
  statement(db, 'delete from structure_component where structure_id = ?').run(id)
  statement(db, 'delete from structure where id = ?').run(id)
}

/** How many contracts have each structure. */
export function contractsByStructure(db: Db): Map<number, number> {
  const sql = 'select structure_id, count(*) as n from contract where structure_id is not null group by structure_id'
  const rows = statement(db, sql).all() as { structure_id: number; n: number }[]
  return new Map(rows.map((row) => [row.structure_id, row.n]))
}

/** The components of a structure, from now on; those that apply to all belong to none. */
export function setMembers(db: Db, structureId: number, componentIds: readonly number[]): void {
  statement(db, 'delete from structure_component where structure_id = ?').run(structureId)
  for (const id of componentIds) {
    statement(db, 'insert into structure_component (structure_id, component_id) values (?, ?)').run(structureId, id)
  }
}
