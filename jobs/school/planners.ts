import type { PlannerTable } from '../imports/planners'

/** Where a slot finds the planners of the area's import kinds. */
export const schoolPlanners = {
  classrooms: () => import('./kinds/plan-classrooms'),
  students: () => import('./kinds/plan-students'),
  teachers: () => import('./kinds/plan-teachers'),
  parents: () => import('./kinds/plan-parents'),
  marks: () => import('./kinds/plan-marks'),
} satisfies PlannerTable
