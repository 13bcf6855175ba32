import type { PlannerTable } from '../imports/planners'

/** Where a slot finds the planners of the area's import kinds. */
export const billingPlanners = {
  clients: () => import('./kinds/plan-clients'),
  time_entries: () => import('./kinds/plan-time-entries'),
} satisfies PlannerTable
