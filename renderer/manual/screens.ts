import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../app/screen'

const component = lazyRouteComponent(() => import('./manual'), 'Manual')

export const manualScreens: Screen[] = [
  { path: '/manual', component },
  { path: '/manual/$page', component },
]
