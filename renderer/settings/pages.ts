import type { RouteComponent } from '@tanstack/react-router'
import { AppearancePage } from './appearance'
import { BackupPage } from './backup'
import type { settingsList } from './list'
import { MailPage } from './mail'
import { ModulesPage } from './modules'
import { OfficePage } from './office'

type Path = (typeof settingsList)[number]['path']

/** The page of each entry of the settings' list. */
export const settingsPages: Record<Path, RouteComponent> = {
  '/settings/office': OfficePage,
  '/settings/modules': ModulesPage,
  '/settings/mail': MailPage,
  '/settings/backup': BackupPage,
  '/settings/appearance': AppearancePage,
}
