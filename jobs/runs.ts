import type { RunTable } from './engine/define-task'
import { importRuns } from './imports/runs'
import { maintenanceRuns } from './maintenance/runs'
import { notifyRuns } from './notify/runs'
import { payslipRuns } from './payroll/payslips/runs'
import { payrollRuns } from './payroll/runs'
import { peopleRuns } from './people/runs'
import { testingRuns } from './testing/runs'

/** Every run of every area: what the slots can do. Each is loaded when it is first used. */
export const slotRuns = (testMode: boolean): RunTable => ({
  ...importRuns,
  ...maintenanceRuns,
  ...notifyRuns,
  ...payrollRuns,
  ...payslipRuns,
  ...peopleRuns,
  ...(testMode ? testingRuns : {}),
})
