import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../app/screen'
import { settingsList } from './list'
import { settingsPages } from './pages'
import { usersScreens } from './users/screens'

export const settingsScreens: Screen[] = [
  { path: '/settings', component: lazyRouteComponent(() => import('./office'), 'OfficePage') },
  ...settingsList.map(({ path }) => ({ path, component: settingsPages[path] })),
  ...usersScreens,
]
