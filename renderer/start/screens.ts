import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../app/screen'

export const startScreens: Screen[] = [
  { path: '/start', component: lazyRouteComponent(() => import('./start'), 'Start') },
]
