import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../../app/screen'

/** The pages behind the list of users, which is an entry of Settings itself. */
export const usersScreens: Screen[] = [
  { path: '/settings/users/new', component: lazyRouteComponent(() => import('./users'), 'AddUser') },
  { path: '/settings/users/$id', component: lazyRouteComponent(() => import('./users'), 'ChangeUser') },
  { path: '/settings/passphrase', component: lazyRouteComponent(() => import('./own-passphrase'), 'OwnPassphrase') },
]
