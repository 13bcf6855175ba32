import type { Screen } from '../app/screen'
import { settingsList } from './list'
import { OfficePage } from './office'
import { settingsPages } from './pages'

export const settingsScreens: Screen[] = [
  { path: '/settings', component: OfficePage },
  ...settingsList.map(({ path }) => ({ path, component: settingsPages[path] })),
]
