import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../app/screen'

export const outboxScreens: Screen[] = [
  { path: '/outbox', component: lazyRouteComponent(() => import('./outbox'), 'Outbox') },
  { path: '/outbox/$id', component: lazyRouteComponent(() => import('./mail'), 'MailPage') },
  { path: '/audit', component: lazyRouteComponent(() => import('../audit/audit'), 'Audit') },
]
