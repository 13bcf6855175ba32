import type { Area } from '../../area'
import { generatePayslips } from './tasks/generate-payslips'
import { sendPayslips } from './tasks/send-payslips'
import { payslipWords } from './words'

export { approvedRun, issuedRun } from './approved-run'
export { type SentSamples, sendSamples } from './samples'
export { type PayslipStatus, payslipStatus } from './status'
export { requestSend } from './tasks/send-payslips'

/** Payslips of approved runs: made, kept as documents, mailed. */
export const payslips: Area = {
  name: 'payslips',
  module: 'payroll',
  tasks: [generatePayslips, sendPayslips],
  schedules: [],
  importKinds: [],
  words: payslipWords,
}
