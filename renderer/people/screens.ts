import type { Screen } from '../app/screen'

export const peopleScreens: Screen[] = []
