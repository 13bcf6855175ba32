import type { Screen } from '../app/screen'

export const outboxScreens: Screen[] = []
