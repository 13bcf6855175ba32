import { words } from '../words/en'

const { pages } = words.settings

/** The list beside every page of Settings; `pages.ts` has their components. `of`: not listed while that module is off. */
export const settingsList = [
  { path: '/settings/office', name: pages.office, of: null },
  { path: '/settings/holidays', name: pages.holidays, of: null },
  { path: '/settings/components', name: pages.components, of: 'payroll' },
  { path: '/settings/rate-tables', name: pages.rateTables, of: 'payroll' },
  { path: '/settings/structures', name: pages.structures, of: 'payroll' },
  { path: '/settings/tax-year', name: pages.taxYear, of: 'payroll' },
  { path: '/settings/modules', name: pages.modules, of: null },
  { path: '/settings/mail', name: pages.mail, of: null },
  { path: '/settings/bank', name: pages.bank, of: 'payroll' },
  { path: '/settings/payslips', name: pages.payslips, of: 'payroll' },
  { path: '/settings/accountant', name: pages.accountant, of: 'payroll' },
  { path: '/settings/tasks', name: pages.tasks, of: null },
  { path: '/settings/users', name: pages.users, of: null },
  { path: '/settings/backup', name: pages.backup, of: null },
  { path: '/settings/appearance', name: pages.appearance, of: null },
] as const satisfies { path: `/settings/${string}`; name: string; of: string | null }[]
