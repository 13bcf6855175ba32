import type { RouteComponent } from '@tanstack/react-router'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { settingsList } from './list'

type Path = (typeof settingsList)[number]['path']

/** The page of each entry of the settings' list. */
export const settingsPages: Record<Path, RouteComponent> = {
  '/settings/office': lazyRouteComponent(() => import('./office'), 'OfficePage'),
  '/settings/holidays': lazyRouteComponent(() => import('./holidays'), 'HolidaysPage'),
  '/settings/components': lazyRouteComponent(() => import('./pay/components'), 'ComponentsPage'),
  '/settings/rate-tables': lazyRouteComponent(() => import('./pay/rate-tables'), 'RateTablesPage'),
  '/settings/structures': lazyRouteComponent(() => import('./pay/structures'), 'StructuresPage'),
  '/settings/tax-year': lazyRouteComponent(() => import('./tax-year'), 'TaxYearPage'),
  '/settings/modules': lazyRouteComponent(() => import('./modules'), 'ModulesPage'),
  '/settings/mail': lazyRouteComponent(() => import('./mail'), 'MailPage'),
  '/settings/bank': lazyRouteComponent(() => import('./bank'), 'BankPage'),
  '/settings/payslips': lazyRouteComponent(() => import('./payslips'), 'PayslipsPage'),
  '/settings/accountant': lazyRouteComponent(() => import('./accountant'), 'AccountantPage'),
  '/settings/tasks': lazyRouteComponent(() => import('./tasks'), 'TasksPage'),
  '/settings/users': lazyRouteComponent(() => import('./users/users'), 'Users'),
  '/settings/backup': lazyRouteComponent(() => import('./backup'), 'BackupPage'),
  '/settings/appearance': lazyRouteComponent(() => import('./appearance'), 'AppearancePage'),
}
