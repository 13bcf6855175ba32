import type { PlannerTable } from '../imports/planners'

/** Where a slot finds the planners of the area's import kinds. */
export const cashPlanners = {
  vehicles: () => import('./kinds/plan-vehicles'),
  tax_rates: () => import('./kinds/plan-tax-rates'),
  bank_statement: () => import('./kinds/plan-bank-statement'),
} satisfies PlannerTable
