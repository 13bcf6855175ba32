import type { Screen } from '../app/screen'

export const schedulesScreens: Screen[] = []
