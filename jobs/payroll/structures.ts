import type { Db } from '../../db/open'
import {
  allComponents,
  allStructures,
  contractsByStructure,
  deleteStructure,
  saveStructure,
  setMembers,
  structureComponents,
} from '../../db/queries/payroll/components'
import type { Write } from '../engine/write'
import { recordAudit } from '../shared/audit'
import { canonicalJson } from '../values/json'
import { Problem } from '../values/problem'

/** A named set of components, and by which days its contracts are paid. */
export type EditedStructure = {
  code: string
  name: string
  day_count: 'calendar' | 'working'
  exclude_holidays: boolean
  /** Codes of components that do not apply to everybody. */
  components: string[]
}

export type ShownStructure = EditedStructure & { contracts: number }

export function readStructures(db: Db): ShownStructure[] {
  const codes = new Map(allComponents(db).map((one) => [one.id, one.code]))
  const members = structureComponents(db)
  const contracts = contractsByStructure(db)
  return allStructures(db).map((row) => ({
    code: row.code,
    name: row.name,
    day_count: row.day_count,
    exclude_holidays: row.exclude_holidays === 1,
    components: members
      .filter((one) => one.structure_id === row.id)
      .map((one) => codes.get(one.component_id) ?? '')
      .sort(),
    contracts: contracts.get(row.id) ?? 0,
  }))
}

/**
 * The office's structures from now on. Throws `payroll.structure_*`: one that contracts have is not removed, a component
 * that belongs to structures keeps one, and those that apply to everybody belong to none.
 */
export function saveStructures(write: Write, edited: readonly EditedStructure[]): void {
  const before = readStructures(write.db)
  const components = new Map(allComponents(write.db).map((one) => [one.code, one]))
  const seen = new Set<string>()
  for (const { code, components: members } of edited) {
    if (!/^[\p{L}\p{N}][\p{L}\p{N} _-]{0,99}$/u.test(code))
      throw new Problem('payroll.structure_code_unreadable', { code })
    if (seen.has(code)) throw new Problem('payroll.structure_twice', { code })
    seen.add(code)
    for (const member of members) {
      const component = components.get(member)
      if (!component) throw new Problem('payroll.structure_component_unknown', { code, component: member })
      if (component.applies_to_all)
        throw new Problem('payroll.structure_component_is_for_all', { code, component: member })
    }
  }
  const inSome = new Set(edited.flatMap((one) => one.components))
  for (const one of components.values()) {
    if (!one.applies_to_all && !inSome.has(one.code))
      throw new Problem('payroll.component_in_no_structure', { code: one.code })
  }
  for (const row of allStructures(write.db)) {
    if (seen.has(row.code)) continue
    const contracts = contractsByStructure(write.db).get(row.id) ?? 0
    if (contracts > 0)
      throw new Problem('payroll.structure_in_use', { code: row.code, contracts }, { kind: 'conflict' })
    deleteStructure(write.db, row.id)
  }
  for (const one of edited) {
    const id = saveStructure(write.db, {
      code: one.code,
      name: one.name.trim() || one.code,
      day_count: one.day_count,
      exclude_holidays: one.exclude_holidays ? 1 : 0,
    })
    setMembers(
      write.db,
      id,
      [...new Set(one.components)].map((code) => components.get(code)?.id ?? 0),
    )
  }
  const after = readStructures(write.db)
  if (canonicalJson(before) === canonicalJson(after)) return
  recordAudit(write, { action: 'payroll.structures_changed', entity: 'structures', payload: { before, after } })
  write.emit({ type: 'components_changed' })
}
