import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../app/screen'

// One component for both addresses, so that going from one to the other keeps what is on the page.
const periodPage = lazyRouteComponent(() => import('./period-page'), 'PeriodPage')

export const payRunsScreens: Screen[] = [
  { path: '/pay-runs', component: lazyRouteComponent(() => import('./pay-runs'), 'PayRuns') },
  { path: '/pay-runs/new', component: lazyRouteComponent(() => import('./new-period'), 'NewPeriod') },
  { path: '/pay-runs/$id', component: periodPage },
  { path: '/pay-runs/$id/edit', component: lazyRouteComponent(() => import('./edit-period'), 'EditPeriod') },
  {
    path: '/pay-runs/$id/explain/$slip/$code',
    component: periodPage,
  },
]
