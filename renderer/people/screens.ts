import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../app/screen'

export const peopleScreens: Screen[] = [
  { path: '/people', component: lazyRouteComponent(() => import('./people'), 'People') },
  { path: '/people/new', component: lazyRouteComponent(() => import('./add-person'), 'AddPerson'), needed: 'manager' },
  { path: '/people/$id', component: lazyRouteComponent(() => import('./person-page'), 'PersonPage'), needed: 'clerk' },
]
