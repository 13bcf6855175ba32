import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../app/screen'

export const schedulesScreens: Screen[] = [
  { path: '/schedules', component: lazyRouteComponent(() => import('./schedules'), 'Schedules') },
  {
    path: '/schedules/new',
    component: lazyRouteComponent(() => import('./edit-schedule'), 'EditSchedule'),
    needed: 'manager',
  },
  { path: '/schedules/$id', component: lazyRouteComponent(() => import('./edit-schedule'), 'EditSchedule') },
]
