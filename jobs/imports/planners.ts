import { Problem } from '../values/problem'
import type { PlanRow } from './kind'

// biome-ignore lint/suspicious/noExplicitAny: planners of all kinds stand in one table; each kind holds the precise type
export type AnyPlanRow = PlanRow<any, any>
export type PlannerTable = Record<string, () => Promise<{ default: AnyPlanRow }>>

/**
 * Where a slot finds the planner of a kind: modules of their own without zod or db, loaded when first used. The areas
 * own them, so the composition (jobs/runs.ts) registers them here; the importer imports no area.
 */
const planners = new Map<string, PlannerTable[string]>()

export function registerPlanners(table: PlannerTable): void {
  for (const [kind, planner] of Object.entries(table)) planners.set(kind, planner)
}

export async function plannerOf(kind: string): Promise<AnyPlanRow> {
  const planner = planners.get(kind)
  if (!planner) throw new Problem('import.no_planner', { kind }, { kind: 'internal' })
  return (await planner()).default
}
