import type { Area } from '../area'
import { paySheetKind } from './kinds/pay-sheet'
import { rateTablesKind } from './kinds/rate-tables'
import { approveByRule } from './tasks/approve-by-rule'
import { autoRunPayroll } from './tasks/auto-run-payroll'
import { cleanupOldPayrollLocks } from './tasks/cleanup-old-payroll-locks'
import { prepareSupplementaryRun } from './tasks/prepare-supplementary-run'
import { processPayrollPeriod } from './tasks/process-payroll-period'
import { payrollWords } from './words'

export { approveRun, markRunPaid } from './approve'
export { bankAccountOf, type KnownAccount, knownAccounts, setBankAccount } from './bank'
export { type EditedComponent, saveComponents } from './components'
export { type Contract, contractsOf, setBasePay, setEmployment, setTerms } from './contracts'
export { type MonthItem, monthItems, setMonthItems } from './month-items'
export { requestSend } from './payslips'
export { createPeriod, type PeriodInput } from './periods'
export { type EditedVersion, saveRateVersion } from './rate-tables'
export { requestRun, runOfPeriod } from './request-run'
export { type TrialSlip, trialSlip } from './trial'

/** Pay runs: periods, contracts, components, slips (domains/payroll.md). */
export const payroll: Area = {
  name: 'payroll',
  module: 'payroll',
  tasks: [autoRunPayroll, processPayrollPeriod, prepareSupplementaryRun, approveByRule, cleanupOldPayrollLocks],
  schedules: [
    {
      name: 'Find due pay runs',
      task: 'payroll.auto_run_payroll',
      cron: '0 2 * * *',
      expiresSeconds: 3600,
      misfire: 'latest',
    },
    {
      name: 'Free stuck pay runs',
      task: 'payroll.cleanup_old_payroll_locks',
      cron: '0 * * * *',
      expiresSeconds: 300,
    },
  ],
  importKinds: [rateTablesKind, paySheetKind],
  words: payrollWords,
}
