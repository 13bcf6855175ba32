import type { Screen } from '../../app/screen'
import { OwnPassphrase } from './own-passphrase'
import { AddUser, ChangeUser } from './users'

/** The pages behind the list of users, which is an entry of Settings itself. */
export const usersScreens: Screen[] = [
  { path: '/settings/users/new', component: AddUser },
  { path: '/settings/users/$id', component: ChangeUser },
  { path: '/settings/passphrase', component: OwnPassphrase },
]
