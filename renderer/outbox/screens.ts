import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../app/screen'

export const outboxScreens: Screen[] = [
  { path: '/outbox', component: lazyRouteComponent(() => import('./outbox'), 'Outbox'), needed: 'clerk' },
  { path: '/outbox/$id', component: lazyRouteComponent(() => import('./mail'), 'MailPage'), needed: 'clerk' },
  { path: '/audit', component: lazyRouteComponent(() => import('../audit/audit'), 'Audit'), needed: 'manager' },
]
