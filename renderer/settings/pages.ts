import type { RouteComponent } from '@tanstack/react-router'
import { AppearancePage } from './appearance'
import { BackupPage } from './backup'
import { HolidaysPage } from './holidays'
import type { settingsList } from './list'
import { MailPage } from './mail'
import { ModulesPage } from './modules'
import { OfficePage } from './office'
import { Users } from './users/users'

type Path = (typeof settingsList)[number]['path']

/** The page of each entry of the settings' list. */
export const settingsPages: Record<Path, RouteComponent> = {
  '/settings/office': OfficePage,
  '/settings/holidays': HolidaysPage,
  '/settings/modules': ModulesPage,
  '/settings/mail': MailPage,
  '/settings/users': Users,
  '/settings/backup': BackupPage,
  '/settings/appearance': AppearancePage,
}
