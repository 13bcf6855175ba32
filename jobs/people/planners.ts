import type { PlannerTable } from '../imports/planners'

/** Where a slot finds the planners of the area's import kinds. */
export const peoplePlanners = {
  employees: () => import('./kinds/plan-employees'),
  salaries: () => import('./kinds/plan-salaries'),
} satisfies PlannerTable
