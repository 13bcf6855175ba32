import type { Screen } from '../app/screen'

export const settingsScreens: Screen[] = []
