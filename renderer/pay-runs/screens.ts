import type { Screen } from '../app/screen'

export const payRunsScreens: Screen[] = []
