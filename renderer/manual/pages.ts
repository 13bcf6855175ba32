import { words } from '../words/en'

const { pages } = words.manual

/** The pages of the administrator's manual: the files of `docs/`, read when one is opened. */
export const manualPages = [
  { path: 'pay-periods', name: pages.payPeriods, read: () => import('../../docs/pay-periods.md?raw') },
  { path: 'payslips', name: pages.payslips, read: () => import('../../docs/payslips.md?raw') },
  { path: 'formulas', name: pages.formulas, read: () => import('../../docs/formulas.md?raw') },
] as const

export type ManualPath = (typeof manualPages)[number]['path']
export const manualAt = (path: ManualPath): string => `#/manual/${path}`
