import type { PlannerTable } from '../imports/planners'

/** Where a slot finds the planners of the area's import kinds. */
export const payrollPlanners = {
  pay_sheet: () => import('./kinds/plan-pay-sheet'),
  rate_tables: () => import('./kinds/plan-rate-tables'),
} satisfies PlannerTable
