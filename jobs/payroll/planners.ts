import type { PlannerTable } from '../imports/planners'

/** Where a slot finds the planner of the area's import kind. */
export const payrollPlanners = {
  pay_sheet: () => import('./kinds/plan-pay-sheet'),
} satisfies PlannerTable
