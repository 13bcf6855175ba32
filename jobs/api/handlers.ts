import type { Contract } from './contract'
import { bankHandlers } from './handlers/bank'
import { batchHandlers } from './handlers/batches'
import { bulkHandlers } from './handlers/bulk'
import { calculatorHandlers } from './handlers/calculator'
import { chartHandlers } from './handlers/charts'
import { exportHandlers } from './handlers/exports'
import { handoverHandlers } from './handlers/handover'
import { holidayHandlers } from './handlers/holidays'
import { importsHandlers } from './handlers/imports'
import { logoHandlers } from './handlers/logo'
import { officeHandlers } from './handlers/office'
import { outboxHandlers } from './handlers/outbox'
import { payReviewHandlers } from './handlers/pay-review'
import { payRulesHandlers } from './handlers/pay-rules'
import { paySheetHandlers } from './handlers/pay-sheets'
import { payrollHandlers } from './handlers/payroll'
import { payslipsHandlers } from './handlers/payslips'
import { peopleHandlers } from './handlers/people'
import { personHandlers } from './handlers/person'
import { queueHandlers } from './handlers/queues'

import { sampleHandlers } from './handlers/sample'

import { scheduleHandlers } from './handlers/schedules'
import { schoolHandlers } from './handlers/school'
import { sessionHandlers } from './handlers/session'
import { supplementaryHandlers } from './handlers/supplementary'
import { systemHandlers } from './handlers/system'
import { taskHandlers } from './handlers/tasks'
import { testHandlers } from './handlers/testing'
import { todayHandlers } from './handlers/today'
import { userHandlers } from './handlers/users'
import { yearTotalsHandlers } from './handlers/year-totals'
import type { HandlersOf } from './office'

/** The handler of every method; a method without one does not compile. */
export const handlers: HandlersOf<Contract> = {
  ...taskHandlers,
  ...bulkHandlers,
  ...batchHandlers,
  ...queueHandlers,
  ...systemHandlers,
  ...officeHandlers,
  ...logoHandlers,
  ...scheduleHandlers,
  ...holidayHandlers,
  ...importsHandlers,
  ...peopleHandlers,
  ...personHandlers,
  ...chartHandlers,
  ...calculatorHandlers,
  ...payrollHandlers,
  ...payReviewHandlers,
  ...payRulesHandlers,
  ...supplementaryHandlers,
  ...paySheetHandlers,
  ...yearTotalsHandlers,
  ...payslipsHandlers,
  ...bankHandlers,
  ...handoverHandlers,
  ...outboxHandlers,
  ...exportHandlers,
  ...todayHandlers,
  ...userHandlers,
  ...schoolHandlers,
  ...sessionHandlers,
  ...sampleHandlers,
  ...testHandlers,
}
