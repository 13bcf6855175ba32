import type { Screen } from '../app/screen'
import { usersScreens } from './users/screens'

export const settingsScreens: Screen[] = [...usersScreens]
