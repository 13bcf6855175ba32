import type { Screen } from '../app/screen'
import { Start } from './start'

export const startScreens: Screen[] = [{ path: '/start', component: Start }]
