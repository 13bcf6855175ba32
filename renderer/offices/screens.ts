import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../app/screen'

export const officesScreens: Screen[] = [
  { path: '/offices', component: lazyRouteComponent(() => import('./offices'), 'OfficesPage') },
  { path: '/offices/$id', component: lazyRouteComponent(() => import('./offices'), 'OfficePage') },
  // Where the page stands while the shell loads it anew for another office (`app/offices/address.ts`).
  { path: '/offices/open/$', component: lazyRouteComponent(() => import('./opening'), 'Opening') },
]
