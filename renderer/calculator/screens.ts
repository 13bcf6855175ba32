import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../app/screen'

export const calculatorScreens: Screen[] = [
  { path: '/calculator', component: lazyRouteComponent(() => import('./calculator'), 'Calculator'), needed: 'clerk' },
]
