import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../app/screen'

const runPage = lazyRouteComponent(() => import('./run-page'), 'RunPage')
// One component for all addresses of a page, so that going from one to the other keeps what is on it.
const sheetPage = lazyRouteComponent(() => import('./sheet/sheet-page'), 'SheetPage')
const periodPage = lazyRouteComponent(() => import('./period-page'), 'PeriodPage')

export const payRunsScreens: Screen[] = [
  { path: '/pay-runs', component: lazyRouteComponent(() => import('./pay-runs'), 'PayRuns') },
  { path: '/pay-runs/new', component: lazyRouteComponent(() => import('./new-period'), 'NewPeriod') },
  { path: '/pay-runs/years/$year', component: lazyRouteComponent(() => import('./year-totals'), 'YearTotals') },
  { path: '/pay-runs/$id', component: periodPage },
  { path: '/pay-runs/$id/edit', component: lazyRouteComponent(() => import('./edit-period'), 'EditPeriod') },
  {
    path: '/pay-runs/$id/explain/$slip/$code',
    component: periodPage,
  },
  { path: '/pay-runs/$id/arrears', component: lazyRouteComponent(() => import('./arrears'), 'Arrears') },
  { path: '/pay-runs/$id/off-cycle', component: lazyRouteComponent(() => import('./off-cycle'), 'OffCycle') },
  { path: '/pay-runs/$id/runs/$run', component: runPage },
  { path: '/pay-runs/$id/runs/$run/explain/$slip/$code', component: runPage },
  { path: '/pay-runs/$id/runs/$run/sheet', component: sheetPage },
  { path: '/pay-runs/$id/runs/$run/sheet/cell/$who/$column', component: sheetPage },
  { path: '/pay-runs/$id/runs/$run/sheet/column/$column', component: sheetPage },
  { path: '/pay-runs/$id/runs/$run/sheet/explain/$slip/$code', component: sheetPage },
]
