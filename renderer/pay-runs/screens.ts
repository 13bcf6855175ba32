import type { Screen } from '../app/screen'
import { NewPeriod } from './new-period'
import { PayRuns } from './pay-runs'
import { PeriodPage } from './period-page'

export const payRunsScreens: Screen[] = [
  { path: '/pay-runs', component: PayRuns },
  { path: '/pay-runs/new', component: NewPeriod },
  { path: '/pay-runs/$id', component: PeriodPage },
  { path: '/pay-runs/$id/explain/$slip/$code', component: PeriodPage },
]
