import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../app/screen'

// One component for both addresses, so that going from one to the other keeps what is on the page.
const importPage = lazyRouteComponent(() => import('./import-page'), 'ImportPage')

export const importsScreens: Screen[] = [
  { path: '/imports', component: lazyRouteComponent(() => import('./imports'), 'Imports') },
  {
    path: '/imports/new',
    component: lazyRouteComponent(() => import('./start-import'), 'StartImport'),
    needed: 'clerk',
  },
  { path: '/imports/$id', component: importPage },
  { path: '/imports/$id/$step', component: importPage },
]
