import type { z } from 'zod'
import { bankContract } from './contract/bank'
import { batchContract } from './contract/batches'
import { calculatorContract } from './contract/calculator'
import { chartContract } from './contract/charts'
import { exportContract } from './contract/exports'
import { handoverContract } from './contract/handover'
import { holidayContract } from './contract/holidays'
import { importsContract } from './contract/imports'
import { logoContract } from './contract/logo'
import { officeContract } from './contract/office'
import { outboxContract } from './contract/outbox'
import { payReviewContract } from './contract/pay-review'
import { payRulesContract } from './contract/pay-rules'
import { paySheetContract } from './contract/pay-sheets'
import { payrollContract } from './contract/payroll'
import { payslipsContract } from './contract/payslips'
import { peopleContract } from './contract/people'
import { personContract } from './contract/person'
import { queueContract } from './contract/queues'

import { sampleContract } from './contract/sample'

import { scheduleContract } from './contract/schedules'
import { schoolContract } from './contract/school'
import { supplementaryContract } from './contract/supplementary'
import { systemContract } from './contract/system'
import { taskContract } from './contract/tasks'
import { testContract } from './contract/testing'
import { todayContract } from './contract/today'
import { userContract } from './contract/users'
import { yearTotalsContract } from './contract/year-totals'
import type { Method } from './method'

/** Everything that can be asked of an office: method name → input, output, role and REST paths. Schemas only: the window imports it. */
export const contract = {
  ...taskContract,
  ...batchContract,
  ...queueContract,
  ...systemContract,
  ...officeContract,
  ...logoContract,
  ...scheduleContract,
  ...holidayContract,
  ...importsContract,
  ...peopleContract,
  ...personContract,
  ...chartContract,
  ...calculatorContract,
  ...payrollContract,
  ...payReviewContract,
  ...payRulesContract,
  ...supplementaryContract,
  ...paySheetContract,
  ...yearTotalsContract,
  ...payslipsContract,
  ...bankContract,
  ...handoverContract,
  ...outboxContract,
  ...exportContract,
  ...todayContract,
  ...userContract,
  ...schoolContract,
  ...sampleContract,
  ...testContract,
} as const

export type { OfficeEvent } from '../engine/write'

export type Contract = typeof contract
export type MethodName = keyof Contract
/** What a caller gives: what has a default may be left out. */
export type Input<M extends MethodName> = z.input<Contract[M]['input']>
export type Output<M extends MethodName> = z.output<Contract[M]['output']>

// biome-ignore lint/suspicious/noExplicitAny: methods of all shapes stand in one table; each was checked where it was made
export type AnyMethod = Method<any, any>

/** The method of a name, if there is one; `__proto__` and the like are no names. */
export function methodOf(name: string): AnyMethod | null {
  return Object.hasOwn(contract, name) ? contract[name as MethodName] : null
}

/** Methods that only an office in test mode has. */
export const isTestMethod = (name: string): boolean => Object.hasOwn(testContract, name)
