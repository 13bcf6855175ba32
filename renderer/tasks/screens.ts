import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../app/screen'

export const tasksScreens: Screen[] = [
  { path: '/tasks', component: lazyRouteComponent(() => import('./tasks'), 'Tasks') },
  { path: '/tasks/queues', component: lazyRouteComponent(() => import('./queues'), 'Queues') },
  { path: '/tasks/$id', component: lazyRouteComponent(() => import('./task-page'), 'TaskPage') },
]
