import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../app/screen'

export const chartsScreens: Screen[] = [
  { path: '/charts', component: lazyRouteComponent(() => import('./charts'), 'Charts') },
  {
    path: '/charts/people',
    component: lazyRouteComponent(() => import('./chart-people'), 'ChartPeople'),
    needed: 'clerk',
  },
]
