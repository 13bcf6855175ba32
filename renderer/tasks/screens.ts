import type { Screen } from '../app/screen'

export const tasksScreens: Screen[] = []
