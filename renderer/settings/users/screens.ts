import type { Screen } from '../../app/screen'
import { OwnPassphrase } from './own-passphrase'
import { AddUser, ChangeUser, Users } from './users'

export const usersScreens: Screen[] = [
  { path: '/settings/users', component: Users },
  { path: '/settings/users/new', component: AddUser },
  { path: '/settings/users/$id', component: ChangeUser },
  { path: '/settings/passphrase', component: OwnPassphrase },
]
