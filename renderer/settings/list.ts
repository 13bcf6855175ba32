import { words } from '../words/en'

const { pages } = words.settings

/** The list beside every page of Settings; `pages.ts` has their components. */
export const settingsList = [
  { path: '/settings/office', name: pages.office },
  { path: '/settings/holidays', name: pages.holidays },
  { path: '/settings/components', name: pages.components },
  { path: '/settings/rate-tables', name: pages.rateTables },
  { path: '/settings/structures', name: pages.structures },
  { path: '/settings/tax-year', name: pages.taxYear },
  { path: '/settings/modules', name: pages.modules },
  { path: '/settings/mail', name: pages.mail },
  { path: '/settings/bank', name: pages.bank },
  { path: '/settings/payslips', name: pages.payslips },
  { path: '/settings/accountant', name: pages.accountant },
  { path: '/settings/tasks', name: pages.tasks },
  { path: '/settings/users', name: pages.users },
  { path: '/settings/backup', name: pages.backup },
  { path: '/settings/appearance', name: pages.appearance },
] as const satisfies { path: `/settings/${string}`; name: string }[]
