import type { Screen } from '../app/screen'
import { Today } from './today'

export const todayScreens: Screen[] = [{ path: '/today', component: Today }]
