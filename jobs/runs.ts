import { billingPlanners } from './billing/planners'
import { cashPlanners } from './cash/planners'
import type { RunTable } from './engine/define-task'
import { engineRuns } from './engine/runs'
import { registerPlanners } from './imports/planners'
import { importRuns } from './imports/runs'
import { maintenanceRuns } from './maintenance/runs'
import { notifyRuns } from './notify/runs'
import { bankRuns } from './payroll/bank/runs'
import { handoverTaskRuns } from './payroll/handover/runs'
import { payslipRuns } from './payroll/payslips/runs'
import { payrollPlanners } from './payroll/planners'
import { payrollRuns } from './payroll/runs'
import { peoplePlanners } from './people/planners'
import { peopleRuns } from './people/runs'
import { schoolPlanners } from './school/planners'
import { schoolRuns } from './school/runs'
import { conformanceRuns } from './testing/conformance-runs'
import { testingRuns } from './testing/runs'

/** Everything a slot can do: the runs of all areas and the planners of their import kinds. Each is loaded when first used. */
export function slotRuns(testMode: boolean): RunTable {
  for (const planners of [peoplePlanners, payrollPlanners, billingPlanners, cashPlanners, schoolPlanners])
    registerPlanners(planners)
  return {
    ...engineRuns,
    ...importRuns,
    ...maintenanceRuns,
    ...notifyRuns,
    ...payrollRuns,
    ...payslipRuns,
    ...bankRuns,
    ...handoverTaskRuns,
    ...peopleRuns,
    ...schoolRuns,
    ...(testMode ? { ...testingRuns, ...conformanceRuns } : {}),
  }
}
