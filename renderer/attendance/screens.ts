import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../app/screen'

export const attendanceScreens: Screen[] = [
  { path: '/attendance', component: lazyRouteComponent(() => import('./attendance'), 'Attendance'), needed: 'clerk' },
]
