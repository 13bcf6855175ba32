import type { Screen } from '../app/screen'

export const importsScreens: Screen[] = []
